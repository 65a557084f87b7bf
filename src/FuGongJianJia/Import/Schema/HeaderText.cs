using System.Collections.Immutable;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Schema;

/// <summary>
/// Headers are compared without blanks, marks and width（表头比较）. What stands in brackets is kept apart: it may be a unit,
/// a hint for whoever fills the form in, or it may make another column of it.
/// </summary>
internal static class HeaderText
{
    private static readonly char[] Marks = ['*', '★', ':', '：', '?', '？', '※', '#'];

    /// <summary>The comparable form: 经费（元） and “* 经费 ” are both 经费.</summary>
    public static string Key(string header)
    {
        var text = Whole(header);
        return Bracket(text) is > 0 and var at ? text[..at].Trim(Marks) : text;
    }

    /// <summary>What its brackets say, each remark by itself: 元; 分子 and 万元; nothing for most headers.</summary>
    public static ImmutableArray<string> Remarks(string header)
    {
        var text = Whole(header);
        return Bracket(text) is > 0 and var at
            ? [.. text[at..].Split(['(', ')', ',', ';', '、', '|'], StringSplitOptions.RemoveEmptyEntries)]
            : [];
    }

    /// <summary>The comparable form with its brackets: equal for two headers that say the same.</summary>
    public static string Whole(string header) =>
        ReadingFold
            .Of(CellCleaner.Line(header))
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace('[', '(')
            .Replace(']', ')')
            .Replace('【', '(')
            .Replace('】', ')')
            .Replace('〔', '(')
            .Replace('〕', ')')
            .Trim(Marks)
            .ToUpperInvariant();

    private static int Bracket(string text) => text.EndsWith(')') ? text.IndexOf('(', StringComparison.Ordinal) : -1;
}
