using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>Composes what a brief says（编简报）: every rule's facts, and what people wrote.</summary>
public static class BriefComposer
{
    /// <summary>
    /// All that there is to tell of the district or a town. From a public period only what is common to both editions is
    /// read: the rules of the office are given none.
    /// </summary>
    public static BriefText Compose(Edition edition, PeriodEdition period, UnionResult subject)
    {
        var s = new BriefSubject(edition, period, subject);
        var office = period as OfficePeriod;
        var facts = BriefRules.All.SelectMany(r => r.Facts(s, office).Select(f => f with { Part = r.Part }));
        return new()
        {
            Title = TitleRule.Of(s),
            Subtitle = $"{period.Period.Title}{s.Whole}工会{(s.TellsProgress ? "工作进度" : "五大指数情况")}",
            Facts = [.. facts],
            Note = Note(s),
        };
    }

    // N-1, N-2, N-4.
    private static string Note(BriefSubject s)
    {
        var period = s.Period;
        if (period.Period.Kind == PeriodKind.Year)
        {
            return "";
        }

        return (period.Base is null ? "上年没有同期数据，不作同比。" : "")
            + (
                s.TellsProgress && s.Self.Total is { } total && period is OfficePeriod
                    ? $"序时总指数{Numerals.Score(total)}分，供内部掌握，不评等次、不排名次。"
                    : ""
            )
            + (period.DiffersFromYear ? YearWords.LastPart(period.Period) : "");
    }
}
