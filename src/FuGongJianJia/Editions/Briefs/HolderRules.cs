using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>责任: who holds what, for how many days. Who reported in time is counted, never named.</summary>
internal static class HolderRules
{
    private const int MostTasks = 4;
    private const int MostNames = 3;
    private const int ToldDays = 20;

    /// <summary>Q-2: “建会扫尾”（8月19日到期）：甲未反馈，逾期134天；另5家按期反馈，我会未评价，最久162天.</summary>
    public static IEnumerable<BriefFact> Tasks(BriefSubject s, OfficePeriod office)
    {
        var tasks = Stuck(s, office).ToList();
        foreach (var matters in tasks.Take(MostTasks))
        {
            yield return new(
                Weight(s, matters),
                MatterWords.Pending(matters, s.Self.Code, s.Period.Period.Year, MostNames)
            );
        }

        var rest = tasks.Skip(MostTasks).SelectMany(m => m).ToList();
        if (rest.Count > 0)
        {
            yield return new(
                Weights.Count + 5,
                $"另有{Numerals.Count(tasks.Count - MostTasks)}项任务{MatterWords.Counts(rest)}"
            );
        }
    }

    /// <summary>Tasks that somebody is to be reminded of, the gravest first.</summary>
    public static IEnumerable<List<TaskMatter>> Stuck(BriefSubject s, OfficePeriod office) =>
        office
            .Pending.Where(m => s.Covers(m.Town))
            .GroupBy(m => m.Task, StringComparer.Ordinal)
            .Select(g => g.ToList())
            .OrderByDescending(m => Weight(s, m))
            .ThenByDescending(m => m.Max(x => x.State.Days))
            .ThenBy(m => m[0].Task, StringComparer.Ordinal);

    /// <summary>Q-3: 需求6件未答复，最久322天：未研判2件在我会，待答复长陂镇2件、溪杳乡1件.</summary>
    public static IEnumerable<BriefFact> Needs(BriefSubject s, OfficePeriod office)
    {
        var open = Open(s, office).ToList();
        if (open.Count == 0 || open.Max(n => n.Days) <= ToldDays)
        {
            yield break;
        }

        var unread = open.FindAll(n => n.Stage == NeedStage.AwaitingAnalysis);
        var held = open.Except(unread)
            .GroupBy(n => n.Holder, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{s.NameOf(g.Key, g.First().HolderName)}{Numerals.Count(g.Count())}件")
            .ToList();
        yield return new(
            Weights.Overdue(isOwn: open.Exists(n => n.Holder == s.Self.Code), open.Max(n => n.Days)),
            $"需求{Numerals.Count(open.Count)}件未答复，最久{Numerals.Count(open.Max(n => n.Days))}天："
                + string.Join(
                    '，',
                    new[]
                    {
                        unread.Count > 0
                            ? $"未研判{Numerals.Count(unread.Count)}件在{s.NameOf(unread[0].Holder, unread[0].HolderName)}"
                            : "",
                        held.Count > 0 ? $"待答复{string.Join('、', held)}" : "",
                    }.Where(c => c.Length > 0)
                )
        );
    }

    /// <summary>Needs that somebody still has to do with.</summary>
    public static IEnumerable<NeedMatter> Open(BriefSubject s, OfficePeriod office) =>
        office.NeedMatters.Where(n => n.IsOpen && s.Covers(n.Town));

    /// <summary>Guidance of the two upper rungs that is not settled: 督办：甲，“职代会未开”，要求9月1日前整改.</summary>
    public static IEnumerable<BriefFact> Guidance(BriefSubject s, OfficePeriod office) =>
        office
            .Named.Where(g =>
                g.Rung is GuidanceRung.Supervision or GuidanceRung.Summons
                && g.RectifiedOn is null
                && s.Covers(g.Town)
                && !office.Named.Any(higher =>
                    higher.Rung > g.Rung
                    && (higher.Organisation, higher.Task, higher.Matter) == (g.Organisation, g.Task, g.Matter)
                )
            )
            .Select(g => new BriefFact(
                Weights.Duty + 5,
                $"{g.Rung.Word()}未整改：{s.NameOf(g.Organisation, g.OrganisationName)}{g.Matter.TrimEnd('。')}"
                    + (g.DueOn is { } due ? $"，要求{BriefSubject.Day(due)}前整改" : "")
            ));

    private static int Weight(BriefSubject s, List<TaskMatter> matters) =>
        Weights.Overdue(
            matters.Exists(m => m.Holder == s.Self.Code && m.State.Stage == ExecutorStage.AwaitingAppraisal),
            matters.Max(m => m.State.Days)
        );
}
