using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Facts;

/// <summary>Needs as tables（需求表）.</summary>
internal static class NeedFacts
{
    /// <summary>Needs by category, of the district or a town; a withheld count stands as its mark.</summary>
    /// <param name="title">Whose needs, over which time.</param>
    /// <param name="categories">The categories, in the order of the rows.</param>
    /// <param name="threshold">小数保护阈值 of the settings.</param>
    public static FactTable Categories(string title, ImmutableArray<NeedCategory> categories, int threshold) =>
        FactTable.Of(
            title,
            "件",
            categories,
            ("类别", c => c.Name),
            ("上报", c => Count(c.Reported, c.Mark)),
            ("答复", c => Count(c.Answered, c.Mark)),
            ("答复率", AnswerRate)
        ) with
        {
            Note = NeedWords.WithheldNote(categories, threshold),
        };

    private static string Count(int? count, WithheldMark? mark) =>
        count is { } shown ? Numerals.Thousands(shown) : mark?.Text ?? Numerals.None;

    private static string AnswerRate(NeedCategory category) =>
        category is { Reported: > 0 and var reported, Answered: { } answered }
            ? Numerals.Percent(answered * 100m / reported, 1)
            : Numerals.None;
}
