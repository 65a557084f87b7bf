using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>进展: what rose and by what, who rose, what was done.</summary>
internal static class ProgressRules
{
    private const decimal ToldIndex = 1m;
    private const decimal ToldRise = 5m;
    private const int ToldPlaces = 8;
    private const int MostNames = 3;
    private const decimal FewestPraised = 70m;
    private const int FewestAnswers = 10;

    /// <summary>P-1: 活力指数升2.48分：劳模工匠创新工作室由52个到57个，职工技能培训由90.39%到92.38%.</summary>
    public static IEnumerable<BriefFact> Indexes(BriefSubject s) =>
        s.TellsProgress
            ? []
            : s
                .Self.Indexes.Where(i => i.Change >= ToldIndex && i.EventChange * 2m < i.Change)
                .OrderByDescending(i => i.Change)
                .ThenBy(i => i.Key)
                .Select(i => new BriefFact(Weights.Change, IndexMoves.Words(s, i)));

    /// <summary>P-2: 和谐指数升4.22分，其中4.00分来自群体性劳动关系事件由3起到1起.</summary>
    public static IEnumerable<BriefFact> ByEvents(BriefSubject s, OfficePeriod office)
    {
        if (s.TellsProgress)
        {
            yield break;
        }

        foreach (var index in s.Self.Indexes.Where(i => i.Change >= ToldIndex && i.EventChange * 2m >= i.Change))
        {
            var events = s
                .Self.Indicators.Where(i =>
                    i is { IsEvent: true, Reported: not null } && i.Indicator.Index == index.Key
                )
                .Select(i => (Now: i, Then: s.Before?.IndicatorOf(i.Code)))
                .Where(e => e.Then?.Reported is not null)
                .Select(e => $"{BriefSubject.Matter(e.Now.Indicator)}由{e.Then!.ValueWithUnit}到{e.Now.ValueWithUnit}")
                .ToList();
            yield return new(
                Weights.Change - 1,
                $"{index.Key.Title()}{Numerals.Movement(index.Change)}，其中{Numerals.Score(index.EventChange)}分来自"
                    + string.Join('、', events)
            );
        }
    }

    /// <summary>P-3 of the district: towns that rose by many places, without the one that the opening names.</summary>
    public static IEnumerable<BriefFact> Towns(BriefSubject s)
    {
        if (!s.IsDistrict || s.TellsProgress || s.Base is not { } then)
        {
            yield break;
        }

        var told = s.Period.MoversOf(Level.Town).Rising.FirstOrDefault()?.Code;
        var risen = s
            .Ranked.Where(t => t.Code != told && t.Total >= FewestPraised)
            .Select(t => (Town: t, Then: then.Find(t.Code)?.Ranking.Place))
            .Where(t => t.Then - t.Town.Ranking.Place >= ToldPlaces)
            .OrderByDescending(t => t.Then - t.Town.Ranking.Place)
            .ThenBy(t => t.Town.Code, StringComparer.Ordinal)
            .Take(MostNames)
            .Select(t =>
                $"{t.Town.Organisation.ShortName}由第{Numerals.Count(t.Then)}名到第{Numerals.Count(t.Town.Ranking.Place)}名"
            )
            .ToList();
        if (risen.Count > 0)
        {
            yield return new(Weights.Count - 1, string.Join('，', risen));
        }
    }

    /// <summary>P-3 of a town: the union that rose most.</summary>
    public static IEnumerable<BriefFact> Unions(BriefSubject s, OfficePeriod office)
    {
        if (s.IsDistrict || s.TellsProgress)
        {
            yield break;
        }

        var movers = new Movers(
            office.PopulationOf(Level.Grassroots).Below(s.Self.Code).With(PopulationCondition.Compared)
        );
        if (movers.Rising.FirstOrDefault() is { } union && union.Change!.Comparable >= ToldRise)
        {
            yield return new(
                Weights.Count,
                $"{union.Organisation.ShortName}同口径{Numerals.Movement(union.Change.Comparable)}，公开的基层工会中升幅最大"
            );
        }
    }

    /// <summary>P-4: 40项任务分到142个单位次，137个按期反馈，4个迟报，1个未报.</summary>
    public static IEnumerable<BriefFact> Tasks(BriefSubject s, OfficePeriod office)
    {
        var all = office.Matters.Where(m => s.IsDistrict || m.UnitTown == s.Self.Code).ToList();
        if (all.Count == 0)
        {
            yield break;
        }

        var due = all.FindAll(m => m.DueOn <= office.DataDate);
        var (tasks, dueTasks) = (CountTasks(all), CountTasks(due));
        var inTime = due.Count(m => m.FirstReportOn <= m.DueOn);
        var late = due.Count(m => m.FirstReportOn > m.DueOn);
        var silent = due.Count - inTime - late;
        yield return new(
            Weights.Count + 2,
            (
                dueTasks == tasks
                    ? $"{Numerals.Count(tasks)}项任务分到{Numerals.Count(all.Count)}个单位次"
                    : $"{Numerals.Count(tasks)}项任务"
                        + (
                            due.Count == 0
                                ? "，均未到期"
                                : $"中{Numerals.Count(dueTasks)}项到期，涉及{Numerals.Count(due.Count)}个单位次"
                        )
            )
                + (
                    due.Count == 0 ? ""
                    : inTime == due.Count ? "，全部按期反馈"
                    : $"，{Numerals.Count(inTime)}个按期反馈"
                        + (late > 0 ? $"，{Numerals.Count(late)}个迟报" : "")
                        + (silent > 0 ? $"，{Numerals.Count(silent)}个未报" : "")
                )
        );

        static int CountTasks(List<TaskMatter> matters) =>
            matters.Select(m => m.Task).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>P-4 in public: counts of the district alone, since a town's would name the town.</summary>
    public static IEnumerable<BriefFact> PublicTasks(BriefSubject s) =>
        s is { IsDistrict: true, Period: not OfficePeriod, Period.Tasks: { Executors: > 0 } tasks }
            ?
            [
                new(
                    Weights.Count + 2,
                    $"{Numerals.Count(tasks.Issued)}项任务分到{Numerals.Count(tasks.Executors)}个单位次"
                        + (
                            tasks.FirstReports.Executors is { Whole: > 0 } first
                                ? $"，到期{Numerals.Count(first.Whole)}个，按期反馈{Numerals.Count(first.Part)}个"
                                : "，均未到期"
                        )
                ),
            ]
            : [];

    /// <summary>P-5: 指导47件，涉及35个事项，台账记全部整改.</summary>
    public static IEnumerable<BriefFact> Guidance(BriefSubject s)
    {
        if (!s.IsDistrict || s.Period.Guidance is not { } guidance || guidance.Issued.Sum() == 0)
        {
            yield break;
        }

        var matters = guidance.EndedAt.Sum();
        yield return new(
            Weights.Count,
            $"指导{Numerals.Count(guidance.Issued.Sum())}件，涉及{Numerals.Count(matters)}个事项"
                + (
                    guidance.Settled == 0 ? ""
                    : guidance.Settled == matters ? "，台账记全部整改"
                    : $"，台账记{Numerals.Count(guidance.Settled)}个整改完成"
                )
        );
    }

    /// <summary>P-6: 职工需求52件答复46件，调整政策5类.</summary>
    public static IEnumerable<BriefFact> Needs(BriefSubject s)
    {
        if (!s.IsDistrict || s.Period.Needs is not { Reported: > 0 } needs)
        {
            yield break;
        }

        yield return new(
            Weights.Count + 1,
            $"{NeedWord(s)}{Numerals.Count(needs.Reported)}件答复{Numerals.Count(needs.Answered)}件"
                + (
                    needs is { Answered: >= FewestAnswers, MedianDays: { } days }
                        ? $"，中位用时{Numerals.Days(days)}"
                        : ""
                )
                + (needs.Changes.IsEmpty ? "" : $"，调整政策{Numerals.Count(needs.Changes.Length)}类")
        );
    }

    /// <summary>P-6 of a town.</summary>
    public static IEnumerable<BriefFact> TownNeeds(BriefSubject s, OfficePeriod office)
    {
        var needs = s.IsDistrict ? [] : office.NeedMatters.Where(n => n.Town == s.Self.Code).ToList();
        if (needs.Count == 0)
        {
            yield break;
        }

        var answered = needs.Count(n => !n.IsOpen);
        yield return new(
            Weights.Count + 1,
            $"{NeedWord(s)}上报{Numerals.Count(needs.Count)}件，"
                + (answered == needs.Count ? "全部答复" : $"答复{Numerals.Count(answered)}件")
        );
    }

    // Needs are counted within the period, everything else from the year's beginning.
    private static string NeedWord(BriefSubject s) =>
        s.Period.Period.WithinWord == s.Period.Period.ToDateWord ? "职工需求" : $"{s.Period.Period.WithinWord}职工需求";
}
