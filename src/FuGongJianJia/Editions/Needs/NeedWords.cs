using System.Collections.Immutable;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Needs;

/// <summary>Words about needs（需求语句）.</summary>
public static class NeedWords
{
    private const int MostToName = 4;

    extension(NeedSummary needs)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding =>
            Phrases.Sentence(
                $"{needs.Period.WithinWord}各级工会上报职工需求{Numerals.Count(needs.Reported)}件",
                needs.Answered == needs.Reported ? "均已答复" : $"已答复{Numerals.Count(needs.Answered)}件",
                needs.MedianDays is { } days ? $"答复用时中位数{Numerals.Days(days)}" : "",
                Adjusted(needs),
                Leading(needs.Categories)
            );
    }

    extension(TownNeeds needs)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding =>
            needs.Reported is not { } reported
                ? "本镇街及所属工会上报的职工需求较少，依小数保护规定不公布总件数。"
                : Phrases.Sentence(
                    $"本镇街及所属工会上报职工需求{Numerals.Count(reported)}件",
                    needs.Answered == reported ? "均已答复"
                        : needs.Answered is > 0 and var answered ? $"已答复{Numerals.Count(answered)}件"
                        : "尚未答复",
                    needs.MedianDays is { } days ? $"答复用时中位数{Numerals.Days(days)}" : ""
                );
    }

    /// <summary>What a reader of withheld categories must know; empty where all are told.</summary>
    /// <param name="categories">The categories shown.</param>
    /// <param name="threshold">小数保护阈值 of the settings.</param>
    public static string WithheldNote(ImmutableArray<NeedCategory> categories, int threshold) =>
        categories.Any(c => c.Mark is not null)
            ? $"涉及困难、疾病、争议等的需求，件数较少的写作“{Numerals.Below(threshold)}”或不公布。"
            : "";

    // Seven needs may lead to five changes: both counts stand where they differ.
    private static string Adjusted(NeedSummary needs) =>
        needs.PolicyChanged == 0 ? ""
        : needs.Changes.Length == 0 || needs.Changes.Length == needs.PolicyChanged
            ? $"推动政策调整{Numerals.Count(needs.PolicyChanged)}项"
        : $"其中{Numerals.Count(needs.PolicyChanged)}件推动政策调整{Numerals.Count(needs.Changes.Length)}项";

    // Categories that tie are named together; where too many do, none stands out. A withheld count is never compared.
    private static string Leading(ImmutableArray<NeedCategory> categories)
    {
        if (categories is not [{ Reported: { } most }, _, ..])
        {
            return "";
        }

        var first = categories.Where(c => c.Reported == most).Select(c => Phrases.Quote(c.Name)).ToArray();
        return first.Length > MostToName
            ? ""
            : $"反映较多的是{Phrases.Row(first)}（{(first.Length > 1 ? "各" : "")}{Numerals.Count(most)}件）";
    }
}
