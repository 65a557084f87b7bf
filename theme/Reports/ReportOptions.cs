using System.Collections.Immutable;
using FuGongJianJia.Pictures;

namespace FuGongJianJia.Theme.Reports;

/// <summary>What reports must be told besides the edition（报告生成选项）.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// 图片 of cases, chapters and the cover: by path below input/, of those whose publication was agreed to.
    /// </summary>
    public ImmutableSortedDictionary<string, Picture> Images { get; init; } =
        ImmutableSortedDictionary.Create<string, Picture>(StringComparer.Ordinal);

    /// <summary>校验值: SHA-256 of the open data, by path below site/; empty when not known.</summary>
    public ImmutableSortedDictionary<string, string> Digests { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Sections of the reports and their order.</summary>
    internal ReportSections Sections { get; init; } = ReportSections.Default;
}
