using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Site.Search;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 名称索引: unions by pinyin, without what all their names share: the district before them, 工会 and 有限公司 behind.
/// </summary>
internal static class IndexAppendix
{
    private static readonly string[] Tails = ["工会委员会", "工会", "有限责任公司", "股份有限公司", "有限公司"];

    public static Chapter? Make(AnnualContext context)
    {
        var unions = context.Period.PopulationOf(Level.Grassroots).Members;
        if (unions.IsEmpty)
        {
            return null;
        }

        var district = context.Edition.Settings.District;
        return new Chapter(
            "名称索引",
            "",
            [
                new Paragraph(
                    $"按拼音排列，略去{(district.Length > 0 ? $"“{district}”" : "")}“有限公司”“工会”；页码是该工会结果所在的页。"
                )
                {
                    Style = Typography.BookSmall with { Left = 0, After = 6 },
                },
                new IndexBlock([
                    .. unions
                        .Select(u => (Union: u, Name: Short(u.Name, district)))
                        .Select(u => (u.Union, u.Name, Letter: Letter(u.Name), Sound: Sound(u.Name)))
                        .OrderBy(u => u.Letter, StringComparer.Ordinal)
                        .ThenBy(u => u.Sound, StringComparer.Ordinal)
                        .ThenBy(u => u.Name, StringComparer.Ordinal)
                        .ThenBy(u => u.Union.Code, StringComparer.Ordinal)
                        .GroupBy(u => u.Letter, StringComparer.Ordinal)
                        .SelectMany(g =>
                            g.Select(u => new IndexEntry(u.Name, [UnionsAppendix.RowId(u.Union)]))
                                .Prepend(new IndexEntry(Head(g.Key), []))
                        ),
                ])
                {
                    Columns = 3,
                },
            ]
        );
    }

    private static Phrase Head(string letter) =>
        Inline.Text(letter, FontRole.Title, 11, Palette.Cinnabar);

    private static string Short(string name, string district)
    {
        var text =
            district.Length > 0 && name.StartsWith(district, StringComparison.Ordinal) ? name[district.Length..] : name;
        foreach (var tail in Tails)
        {
            if (text.Length > tail.Length + 1 && text.EndsWith(tail, StringComparison.Ordinal))
            {
                text = text[..^tail.Length];
            }
        }

        return text;
    }

    // Syllable by syllable, so that 白鹭 stands before 半峰.
    private static string Sound(string name) =>
        string.Join(' ', name.Select(c => Pinyin.Of(c) is [var first, ..] ? first : c.ToString()));

    private static string Letter(string name) =>
        Pinyin.Of(name[0]) is [var first, ..] ? first[..1].ToUpperInvariant()
        : char.IsAsciiLetter(name[0]) ? name[..1].ToUpperInvariant()
        : "#";
}
