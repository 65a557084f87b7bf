using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Archive;

/// <summary>
/// Record of what was published of a period（出版记录）: its figures as the public saw them, by what method, at which
/// addresses, of what date. Every build makes one for each period; that of a period which is final（定稿）is kept with the
/// data, and every later build is held against it.
/// </summary>
public sealed record PublicationRecord
{
    /// <summary>期间.</summary>
    public required Period Period { get; init; }

    /// <summary>状态.</summary>
    public PublicationState State { get; init; }

    /// <summary>编制日期 that its pages and papers bear.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>数据指纹 of the input that it was made from, 12 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>方法指纹: of the catalogue and of the settings that scores depend on, 10 hexadecimal digits.</summary>
    public required string Method { get; init; }

    /// <summary>Units by code.</summary>
    public required ImmutableSortedDictionary<string, PublishedUnit> Units { get; init; }

    /// <summary>Pages and papers of the period, and those of no period, by path.</summary>
    public ImmutableArray<PublishedAddress> Addresses { get; init; } = [];

    /// <summary>What was changed after it was final（更正）, in order.</summary>
    public ImmutableArray<Amendment> Amendments { get; init; } = [];

    /// <summary>True when later builds are held against it.</summary>
    public bool IsFinal => State == PublicationState.Final;

    /// <summary>数字指纹: of all figures, 10 hexadecimal digits.</summary>
    public string Figures => PublishedFigures.Fingerprint(Units);
}

/// <summary>State of a period（状态）.</summary>
public enum PublicationState
{
    /// <summary>未定稿: still being worked on.</summary>
    Draft,

    /// <summary>定稿: it is out.</summary>
    Final,

    /// <summary>撤下: it was out, and is published no more.</summary>
    Withdrawn,
}

/// <summary>A unit as it was published.</summary>
/// <param name="Name">组织名称.</param>
/// <param name="Figures">What was said of it, in order of the items, each once.</param>
public sealed record PublishedUnit(string Name, ImmutableArray<PublishedFigure> Figures)
{
    /// <summary>A unit with its figures in any order; of an item said twice the first is taken.</summary>
    public static PublishedUnit Of(string name, IEnumerable<PublishedFigure> figures) =>
        new(
            name,
            [.. figures.DistinctBy(f => f.Item, StringComparer.Ordinal).OrderBy(f => f.Item, StringComparer.Ordinal)]
        );

    /// <summary>What was said of an item; null for nothing.</summary>
    public string? Figure(string item)
    {
        foreach (var figure in Figures)
        {
            if (string.Equals(figure.Item, item, StringComparison.Ordinal))
            {
                return figure.Text;
            }
        }

        return null;
    }
}

/// <summary>A figure as it was published（公布的数字）.</summary>
/// <param name="Item">Name of the index or code of the indicator.</param>
/// <param name="Text">What was said.</param>
public readonly record struct PublishedFigure(string Item, string Text);

/// <summary>An address that was published（地址）.</summary>
/// <param name="Path">Below site/.</param>
/// <param name="Title">Title of the page; empty for a paper.</param>
/// <param name="Content">Of an article a fingerprint of its text, by which it is known under a new address; empty for
/// anything else.</param>
public sealed record PublishedAddress(string Path, string Title, string Content = "");

/// <summary>A figure that was changed after its period was final（更正）.</summary>
/// <param name="On">编制日期 of the build that changed it.</param>
/// <param name="Organisation">组织编码.</param>
/// <param name="Name">组织名称 at that time.</param>
/// <param name="Item">Code of the indicator, else what was changed.</param>
/// <param name="Before">原值.</param>
/// <param name="After">新值.</param>
/// <param name="Reason">说明.</param>
public sealed record Amendment(
    DateOnly On,
    string Organisation,
    string Name,
    string Item,
    string Before,
    string After,
    string Reason
);
