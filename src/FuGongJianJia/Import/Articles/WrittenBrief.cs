using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Articles;

/// <summary>What people wrote for a brief（简报里手写的部分）of input/briefs.</summary>
/// <param name="File">Path.</param>
/// <param name="Period">Period.</param>
/// <param name="Town">Code of the town; null for the district's brief.</param>
public sealed record WrittenBrief(string File, Period Period, string? Town)
{
    /// <summary>标题, in the place of the one that is formed; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>按语, a paragraph an item.</summary>
    public ImmutableArray<string> Remark { get; init; } = [];

    /// <summary>请定一件事, in the place of the one that is formed; empty for none.</summary>
    public string Decision { get; init; } = "";

    /// <summary>建议, in the place of those that are formed.</summary>
    public ImmutableArray<string> Advice { get; init; } = [];

    /// <summary>措施, besides the advice.</summary>
    public ImmutableArray<string> Measures { get; init; } = [];
}
