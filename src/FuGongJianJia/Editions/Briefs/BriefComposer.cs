using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>Composes what a brief says（编简报）: every rule's facts, and what people wrote.</summary>
public static class BriefComposer
{
    private const string DecisionRule = "D-1";

    /// <summary>
    /// All that there is to tell of the district or a town. From a public period only what is common to both editions
    /// is read: the rules of the office are given none.
    /// </summary>
    public static BriefText Compose(Edition edition, PeriodEdition period, UnionResult subject)
    {
        var s = new BriefSubject(edition, period, subject);
        var office = period as OfficePeriod;
        var written = Written(s);
        var facts = BriefRules
            .All.Where(r => !IsReplaced(r, written))
            .SelectMany(r => r.Facts(s, office).Select(f => f with { Part = r.Part }))
            .Concat(ByHand(written))
            .OrderBy(f => f.Part);
        return new()
        {
            Title = written is { Title.Length: > 0 } ? written.Title : TitleRule.Of(s),
            Remark = [.. written?.Remark.Select((r, n) => n == 0 ? $"按：{r}" : r) ?? []],
            Subtitle = $"{period.Period.Title}{s.Whole}工会{(s.TellsProgress ? "工作进度" : "五大指数情况")}",
            Facts = [.. facts],
            Note = Note(s),
        };
    }

    private static BriefWriting? Written(BriefSubject s) =>
        (s.Edition as OfficeEdition)?.Briefs.FirstOrDefault(b =>
            b.Period == s.Period.Period && (b.Town ?? "") == (s.IsDistrict ? "" : s.Self.Code)
        );

    // What a person decided to ask or to advise stands in the place of what the rules would.
    private static bool IsReplaced(BriefRule rule, BriefWriting? written) =>
        rule.Name == DecisionRule
            ? written is { Decision.Length: > 0 }
            : rule.Part == BriefPart.Advice && written is { Advice.Length: > 0 };

    private static IEnumerable<BriefFact> ByHand(BriefWriting? written)
    {
        if (written is null)
        {
            yield break;
        }

        if (written.Decision.Length > 0)
        {
            yield return new(Weights.Decision, $"请定一件事：{written.Decision.TrimEnd('。')}")
            {
                Part = BriefPart.Opening,
            };
        }

        foreach (var line in written.Advice.Concat(written.Measures))
        {
            yield return new(Weights.ByHand, line.TrimEnd('。')) { Part = BriefPart.Advice };
        }
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
