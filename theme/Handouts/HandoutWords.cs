using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>Words of handing out（分发的语句）, the same on letter, separator, sign-off sheet and in mail.</summary>
public static class HandoutWords
{
    // Of more papers of one kind their number is told instead of each.
    private const int MostNamed = 6;

    /// <summary>分发第12号.</summary>
    public static string NumberOf(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return $"分发第{Numerals.Count(recipient.Number)}号";
    }

    /// <summary>关于送交2024年富工建家材料的函.</summary>
    public static string TitleOf(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return $"关于送交{period.Period.Title}富工建家材料的函";
    }

    /// <summary>What is done with this letter: 现送上2024年富工建家材料3件，请查收。</summary>
    public static string OpeningOf(PeriodEdition period, Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(bundle);
        return $"现送上{period.Period.Title}富工建家材料{Numerals.Count(bundle.Papers.Length)}件，请查收。";
    }

    /// <summary>What may not be done with it.</summary>
    public const string InternalText = "标明“内部”的只供工作使用，不得公开，不得转给他人。";

    /// <summary>年报、简报、成绩单35份.</summary>
    public static string Materials(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return string.Join(
            '、',
            bundle.ByMaterial.Select(g => g.Key.Word() + (g.Count() > 1 ? Numerals.Count(g.Count()) + "份" : ""))
        );
    }

    /// <summary>文件夹、打印.</summary>
    public static string Deliveries(Recipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return string.Join('、', recipient.Deliveries.Select(d => d.Word()));
    }

    /// <summary>
    /// Rows of a list of papers; many of one kind are one row, with the name of the first and their number.
    /// </summary>
    public static IEnumerable<HandoutRow> Rows(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.ByMaterial.SelectMany(g =>
            g.Count() > MostNamed
                ? [new HandoutRow(g.Key, $"{Title(g.First())}等{Numerals.Count(g.Count())}件", [.. g])]
                : g.Select(p => new HandoutRow(g.Key, Title(p), [p]))
        );
    }

    /// <summary>The name of a paper as it is printed: 富工建家简报　2024年　东溪镇.</summary>
    public static string Title(BundlePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Name.Replace('_', '　');
    }
}

/// <summary>A row of a list of papers（清单的一行）.</summary>
/// <param name="Material">材料.</param>
/// <param name="Name">名称.</param>
/// <param name="Papers">Which papers it stands for.</param>
public sealed record HandoutRow(Material Material, string Name, ImmutableArray<BundlePaper> Papers)
{
    /// <summary>简报（内部）.</summary>
    public string MaterialText => Material.Word() + (Material.IsInternal() ? "（内部）" : "");

    /// <summary>PDF、OFD、Word.</summary>
    public string FormsText =>
        string.Join(
            '、',
            Papers
                .SelectMany(p => p.Paths)
                .Select(p => p[(p.LastIndexOf('.') + 1)..])
                .Distinct(StringComparer.Ordinal)
                .Select(e =>
                    e switch
                    {
                        "pdf" => "PDF",
                        "ofd" => "OFD",
                        "docx" => "Word",
                        _ => "Excel",
                    }
                )
        );
}
