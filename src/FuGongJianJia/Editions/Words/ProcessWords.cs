using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Sentences about tasks, guidance, needs, activities and programmes（过程语句）.</summary>
internal static class ProcessWords
{
    private const int MostToName = 4;

    public static string Tasks(TaskSummary tasks, Period period)
    {
        var rate = tasks.OnTimeRate is { } value
            ? $"到期{Numerals.Count(tasks.Due)}项，按期反馈{Numerals.Count(tasks.OnTime)}项，按期反馈率{Numerals.PercentInText(value)}"
            : "均未到期";
        return Phrases.Sentence(
            $"{period.ToDateWord}下达任务{Numerals.Count(tasks.Issued)}项",
            rate,
            $"已办结{Numerals.Count(tasks.Closed)}项",
            tasks.Overdue > 0 ? $"逾期未办结{Numerals.Count(tasks.Overdue)}项" : "没有逾期未办结的任务",
            tasks.Returned > 0 ? $"退回重办{Numerals.Count(tasks.Returned)}项" : ""
        );
    }

    /// <param name="guidance">Counts of the ladder.</param>
    /// <param name="period">The period.</param>
    /// <param name="settled">Matters mended at the last rung they reached.</param>
    public static string Guidance(GuidanceSummary guidance, Period period, int settled)
    {
        var rungs = Vocabulary
            .Rungs.Where(r => guidance.Issued[(int)r] > 0)
            .Select(r => $"{r.Word()}{Numerals.Count(guidance.Issued[(int)r])}件")
            .ToList();
        var (matters, atFirst) = (guidance.EndedAt.Sum(), guidance.EndedAt[0]);
        return Phrases.Sentence(
            $"{period.ToDateWord}发出指导{Numerals.Count(guidance.Issued.Sum())}件，其中{string.Join('、', rungs)}",
            $"涉及{Numerals.Count(matters)}个事项"
                + (atFirst > 0 ? $"，{(atFirst == matters ? "均" : $"其中{Numerals.Count(atFirst)}个")}止于提醒" : ""),
            settled == matters ? "全部整改完成"
                : settled == 0 ? "均在整改"
                : $"{Numerals.Count(settled)}个已整改完成"
        );
    }

    public static string Needs(NeedSummary needs, Period period) =>
        Phrases.Sentence(
            $"{period.WithinWord}各级工会上报职工需求{Numerals.Count(needs.Reported)}件",
            needs.Answered == needs.Reported ? "均已答复" : $"已答复{Numerals.Count(needs.Answered)}件",
            needs.MedianDays is { } days ? $"答复用时中位数{Numerals.Days(days)}" : "",
            needs.PolicyChanged > 0 ? $"推动政策调整{Numerals.Count(needs.PolicyChanged)}项" : "",
            Leading(needs.Categories)
        );

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
            : $"反映较多的是{string.Join('、', first)}（{(first.Length > 1 ? "各" : "")}{Numerals.Count(most)}件）";
    }

    public static string TownNeeds(TownNeeds needs) =>
        needs.Reported is not { } reported
            ? "本镇街及所属工会上报的职工需求较少，依小数保护规定不公布总件数。"
            : Phrases.Sentence(
                $"本镇街及所属工会上报职工需求{Numerals.Count(reported)}件",
                needs.Answered == reported ? "均已答复"
                    : needs.Answered is > 0 and var answered ? $"已答复{Numerals.Count(answered)}件"
                    : "尚未答复",
                needs.MedianDays is { } days ? $"答复用时中位数{Numerals.Days(days)}" : ""
            );

    public static string Activities(ActivitySummary activities, Period period)
    {
        var first = activities.Totals.Take(3).Select(t => $"{t.Kind}{Numerals.Count(t.Activities)}项").ToList();
        return Phrases.Sentence(
            $"{period.WithinWord}开展活动{Numerals.Count(activities.Totals.Sum(t => t.Activities))}项、{Numerals.Count(activities.Totals.Sum(t => t.Sessions))}场",
            activities.Totals.Length > 1 ? $"较多的是{string.Join('、', first)}" : "",
            Headcount(
                activities.Totals.Sum(t => (long)t.People),
                activities.Totals.Sum(t => (long)t.Attendances),
                activities.Totals.Any(t => t.Approximate)
            )
        );
    }

    public static string Programme(
        string title,
        Period? period,
        ActivityTotal? total,
        PairingTotal? pairings,
        HomeVisitTotal? visits,
        int cases
    )
    {
        var clauses = new List<string>();
        if (total is { Activities: > 0 })
        {
            clauses.Add(
                $"开展{Phrases.Quote(title)}{(title.EndsWith("活动", StringComparison.Ordinal) ? "" : "活动")}{Numerals.Count(total.Activities)}项、{Numerals.Count(total.Sessions)}场"
            );
            clauses.Add(Headcount(total.People, total.Attendances, total.Approximate));
        }

        if (pairings is { } pairs)
        {
            clauses.Add($"结成师徒{Numerals.Count(pairs.Made)}对，已完成目标{Numerals.Count(pairs.Completed)}对");
        }

        if (visits is { } v)
        {
            clauses.Add($"应访{Numerals.CountInText(v.Due)}人，实访{Numerals.CountInText(v.Made)}人");
            if (v.Problems > 0)
            {
                clauses.Add($"职工反映问题{Numerals.Count(v.Problems)}个，已解决{Numerals.Count(v.Solved)}个");
            }
        }

        return clauses.Count > 0 ? period?.Title + Phrases.Sentence(clauses)
            : cases > 0 ? $"收录{Phrases.Quote(title)}案例{Numerals.Count(cases)}篇。"
            : $"{Phrases.Quote(title)}尚无记录。";
    }

    // 人 and 人次 are told apart and never added.
    private static string Headcount(long people, long attendances, bool approximate) =>
        (people, attendances) switch
        {
            (0, 0) => "",
            (_, 0) => $"参加{Numerals.Total(people, "人", approximate)}",
            (0, _) => $"参加{Numerals.Total(attendances, "人次", approximate)}",
            _ =>
                $"按人数统计的活动参加{Numerals.Total(people, "人", approximate)}，按人次统计的活动参加{Numerals.Total(attendances, "人次", approximate)}",
        };
}
