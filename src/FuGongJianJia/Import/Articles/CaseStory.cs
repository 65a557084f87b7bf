using System.Collections.Immutable;

namespace FuGongJianJia.Import.Articles;

/// <summary>Case summary（案例）of input/cases.</summary>
public sealed record CaseStory
{
    /// <summary>File name without .md; ASCII, path-safe, unique: the address.</summary>
    public required string Slug { get; init; }

    /// <summary>标题.</summary>
    public required string Title { get; init; }

    /// <summary>类别.</summary>
    public required string Kind { get; init; }

    /// <summary>日期, as precise as it was given (a year, a month or a day).</summary>
    public required string DateText { get; init; }

    /// <summary>日期 for sorting: the last day of what was given.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>组织: a code of the data, or a free name.</summary>
    public required string Organisation { get; init; }

    /// <summary>地区: true for 外地.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>来源.</summary>
    public required string Source { get; init; }

    /// <summary>摘要.</summary>
    public required string Summary { get; init; }

    /// <summary>数字.</summary>
    public ImmutableArray<CaseFigure> Figures { get; init; } = [];

    /// <summary>关联活动.</summary>
    public string? Activity { get; init; }

    /// <summary>指标: codes of the indicators for which this is a best practice.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];

    /// <summary>图片.</summary>
    public CaseImage? Image { get; init; }

    /// <summary>Markdown body, raw HTML not allowed.</summary>
    public required string Body { get; init; }

    /// <summary>Line of the file on which the body starts, from 1.</summary>
    public int BodyLine { get; init; } = 1;
}

/// <summary>A figure of a case（数字）.</summary>
/// <param name="Label">What was counted.</param>
/// <param name="Value">As written, such as 80 or 30.5.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Approximate">约数: printed 80余人.</param>
/// <param name="Forecast">预计: never shown as an outcome.</param>
public sealed record CaseFigure(string Label, string Value, string Unit, bool Approximate, bool Forecast);

/// <summary>An image of a case（图片）.</summary>
/// <param name="Path">Path below input/.</param>
/// <param name="Alt">替代文字.</param>
/// <param name="Caption">说明, printed below it; empty for none.</param>
/// <param name="Consent">同意公开; without it the image is not published.</param>
public sealed record CaseImage(string Path, string Alt, string Caption, bool Consent);
