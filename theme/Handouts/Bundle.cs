using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>What one recipient gets of one period（一份）.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Papers">Which papers, in the order of their material.</param>
/// <param name="Absent">Materials of which the period has nothing for this recipient.</param>
public sealed record Bundle(Recipient Recipient, ImmutableArray<BundlePaper> Papers, ImmutableArray<Material> Absent)
{
    /// <summary>True when something in it may not be passed on.</summary>
    public bool IsInternal => Papers.Any(p => p.Material.IsInternal());

    /// <summary>Papers, material by material, in their order.</summary>
    public IEnumerable<IGrouping<Material, BundlePaper>> ByMaterial => Papers.GroupBy(p => p.Material);
}

/// <summary>A paper of a bundle（一件材料）, in every form that it has.</summary>
/// <param name="Material">Which kind.</param>
/// <param name="Name">Name that people keep it by, without an ending.</param>
/// <param name="Paths">Its files below the output: PDF, OFD, Word, workbook; never empty.</param>
public sealed record BundlePaper(Material Material, string Name, ImmutableArray<string> Paths)
{
    /// <summary>The PDF; null for a workbook.</summary>
    public string? Pdf => Paths.FirstOrDefault(p => p.EndsWith(".pdf", StringComparison.Ordinal));

    /// <summary>Name of one of its files, with its ending.</summary>
    public string NameOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Name + path[path.LastIndexOf('.')..];
    }
}
