using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 名称索引: unions by pinyin, by their short names and without 工会, so that none begins with what all share.
/// </summary>
internal static class IndexAppendix
{
    public static Chapter? Make(AnnualContext context)
    {
        var unions = context.Period.PopulationOf(Level.Grassroots).Members;
        if (unions.IsEmpty)
        {
            return null;
        }

        return new Chapter(
            "名称索引",
            "",
            [
                new Paragraph("按拼音排列，用简称，略去“工会”；页码是该工会结果所在的页。")
                {
                    Style = Typography.BookSmall with { Left = 0, After = 6 },
                },
                new IndexBlock([
                    .. unions
                        .Select(u => (Union: u, Name: Short(u)))
                        .Select(u => (u.Union, u.Name, Letter: Letter(u.Name), Sound: Sound(u.Name)))
                        .OrderBy(u => u.Letter, StringComparer.Ordinal)
                        .ThenBy(u => u.Sound, StringComparer.Ordinal)
                        .ThenBy(u => u.Name, StringComparer.Ordinal)
                        .ThenBy(u => u.Union.Code, StringComparer.Ordinal)
                        .GroupBy(u => u.Letter, StringComparer.Ordinal)
                        .SelectMany(g =>
                            g.Select(u => new IndexEntry(u.Name, [UnionsAppendix.RowId(u.Union)]))
                                .Prepend(new IndexEntry(g.Key, []))
                        ),
                ])
                {
                    Columns = 3,
                },
            ]
        );
    }

    // 区公交工会 → 区公交
    private static string Short(UnionResult union)
    {
        const string Word = "工会";
        var name = union.Organisation.ShortName;
        return name.Length > Word.Length + 1 && name.EndsWith(Word, StringComparison.Ordinal) ? name[..^2] : name;
    }

    // Syllable by syllable, so that 白鹭 stands before 半峰.
    private static string Sound(string name) =>
        string.Join(' ', name.Select(c => Pinyin.Of(c) is [var first, ..] ? first : c.ToString()));

    private static string Letter(string name) =>
        Pinyin.Of(name[0]) is [var first, ..] ? first[..1].ToUpperInvariant()
        : char.IsAsciiLetter(name[0]) ? name[..1].ToUpperInvariant()
        : "#";
}
