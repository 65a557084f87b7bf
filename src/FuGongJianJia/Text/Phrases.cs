using FuGongJianJia.Model;

namespace FuGongJianJia.Text;

/// <summary>
/// Small parts of sentences（句子零件）. The sentences state facts first, say 同期 and never 因此, call differences of scores
/// 分 and differences of percentages 百分点, and choose among equal wordings by the code they speak of, so that pages vary
/// but never change.
/// </summary>
internal static class Phrases
{
    /// <summary>比上年, 比上年同期: a period is compared with the same one of the year before.</summary>
    public static string Against(Period period) => period.Kind == PeriodKind.Year ? "比上年" : "比上年同期";

    /// <summary>Picks one of equal wordings by a stable hash (FNV-1a), the same in every build.</summary>
    public static string Pick(string seed, params ReadOnlySpan<string> wordings) =>
        wordings[(int)(Hash(seed) % (uint)wordings.Length)];

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return hash;
    }

    /// <summary>A、B和C.</summary>
    public static string And(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => Row([.. items.Take(items.Count - 1)]) + "和" + items[^1],
        };

    /// <summary>Items in a row: 、 between, but none between two in quotation marks (GB/T 15834 4.5.3.5).</summary>
    public static string Row(IReadOnlyList<string> items) =>
        string.Concat(
            items.Select(
                (item, n) => n == 0 || (items[n - 1].EndsWith('”') && item.StartsWith('“')) ? item : "、" + item
            )
        );

    /// <summary>“名称”.</summary>
    public static string Quote(string text) => $"“{text}”";

    /// <summary>Joins the clauses that are there: ， between, 。 at the end.</summary>
    public static string Sentence(params IEnumerable<string> clauses) =>
        string.Join('，', clauses.Where(c => c.Length > 0)) + "。";

    /// <summary>比上年提高1.2分, 与上年基本持平 (less than 0.05 points either way), 与上年持平.</summary>
    public static string Moved(decimal change, string against) =>
        Math.Abs(change) >= 0.05m
            ? against + Numerals.Moved(change)
            : $"与{against[1..]}{(change == 0m ? "" : "基本")}持平";

    /// <summary>87.4分.</summary>
    public static string Points(decimal score) => Numerals.ScoreInText(score) + "分";

    /// <summary>Counts of grades that are not zero: 优秀3个、良好15个.</summary>
    public static string GradeCounts(IReadOnlyList<int> grades) =>
        string.Join(
            '、',
            grades
                .Select((count, g) => (count, g))
                .Where(x => x.count > 0)
                .Select(x => $"{((Grade)x.g).Word()}{Numerals.Count(x.count)}个")
        );
}
