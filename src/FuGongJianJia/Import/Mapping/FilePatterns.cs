using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Patterns of the names of files and sheets（文件名的样子）: what changes from period to period stands for anything.
/// </summary>
internal static partial class FilePatterns
{
    /// <summary>The pattern that the files of one layout have in common.</summary>
    public static string Of(IEnumerable<OfficeGrid> grids)
    {
        var stems = grids.Select(g => g.Stem).Distinct(StringComparer.Ordinal).ToList();
        return (stems.Count == 1 ? Timeless(stems[0]) : Common(stems)) + ".*";
    }

    /// <summary>The pattern that the sheets of one layout have in common.</summary>
    public static string OfSheets(IReadOnlyList<OfficeGrid> grids) =>
        grids[0].Place.Sheet is not { } first || grids.Select(g => g.Place.Sheet).Distinct().Count() > 1 ? "*"
        : Timeless(first) is var sheet && IsPlain(sheet) ? "*"
        : sheet;

    /// <summary>True for Sheet1 and 工作表2, which say nothing.</summary>
    public static bool IsPlain(string sheet) => PlainPattern().IsMatch(sheet);

    /// <summary>2025年一季度指标 → *指标: what changes from period to period stands for anything.</summary>
    public static string Timeless(string stem)
    {
        var text = TimePattern().Replace(ReadingFold.Of(stem), "*");
        text = StarPattern().Replace(text, "*");
        return text.Trim('*').Length == 0 ? "*" : text;
    }

    /// <summary>
    /// 理论宣讲覆盖率 of 望江区理论宣讲覆盖率统计表（2025年3季度）: what a sheet, a title or a file is of, without its period, its
    /// district and the word 表.
    /// </summary>
    public static string Subject(string text)
    {
        var line = ReadingFold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var bare = TimePattern().Replace(BracketPattern().Replace(line, ""), "");
        return FormPattern().Replace(OfficePattern().Replace(bare, ""), "").Trim('-', '_', '.', '、', '*');
    }

    private static string Common(List<string> stems)
    {
        var first = Timeless(stems[0]);
        var rest = stems.Skip(1).Select(Timeless).ToList();
        var head = 0;
        while (head < first.Length && rest.TrueForAll(s => s.Length > head && s[head] == first[head]))
        {
            head++;
        }

        var tail = 0;
        while (
            tail < first.Length - head
            && rest.TrueForAll(s => s.Length - head > tail && s[^(tail + 1)] == first[^(tail + 1)])
        )
        {
            tail++;
        }

        return StarPattern().Replace($"{first[..head]}*{first[(first.Length - tail)..]}", "*");
    }

    [GeneratedRegex(
        "(20\\d{2}[-_.年]?(0?[1-9]|1[0-2])?[-_.月]?([0-2]?\\d|3[01])?[日号]?|20\\d{2}|"
            + "[零〇一二三四五六七八九]{4}年)(年度?|度|学年)?|第?[一二三四1-4]季度|Q[1-4]|H[12]|[上下]半年|(1[0-2]|0?[1-9])(-|至|"
            + "~)?(1[0-2]|0?[1-9])?月份?|全年|\\(\\d+\\)|副本|最终版?|定稿|v\\d+|\\d{6,}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimePattern();

    [GeneratedRegex("[\\s_\\-]*\\*[\\s_\\-\\*]*")]
    private static partial Regex StarPattern();

    [GeneratedRegex("\\([^)]*\\)")]
    private static partial Regex BracketPattern();

    [GeneratedRegex("^[^区县市旗]{1,6}[区县市旗](总工会|工会)?(?=.{2})|^[(]?[0-9一二三四五六七八九十]+[、.)]")]
    private static partial Regex OfficePattern();

    [GeneratedRegex("(完成)?(情况)?(统计|汇总|明细|一览|分项|进度|登记|报|考核)*表$|(完成)?情况$")]
    private static partial Regex FormPattern();

    [GeneratedRegex("^(sheet|工作表|表)\\s*\\d*$|^\\*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainPattern();
}
