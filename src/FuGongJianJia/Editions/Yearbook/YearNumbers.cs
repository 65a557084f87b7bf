using System.Collections.Immutable;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>A number of the year（这一年的一个数）.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number, as written.</param>
/// <param name="Unit">量词.</param>
/// <param name="Of">What it is a part of; empty for a whole.</param>
public sealed record YearNumber(string Label, string Value, string Unit, string Of);

/// <summary>The year in numbers（这一年）: what was done, each with what it is a part of.</summary>
public static class YearNumbers
{
    /// <summary>The numbers there are, in the order of the chapters.</summary>
    public static ImmutableArray<YearNumber> Of(Edition edition, PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        var numbers = ImmutableArray.CreateBuilder<YearNumber>();
        if (period.Tasks is { } tasks)
        {
            Add(
                "任务办结",
                tasks.Stages.Where(s => s.Stage == ExecutorStage.Settled).Sum(s => s.Count),
                "个单位次",
                $"{Numerals.Count(tasks.Issued)}项任务落到{Numerals.Thousands(tasks.Executors)}个单位次"
            );
        }

        if (period.Activities is { } activities)
        {
            Add(
                "活动",
                activities.Totals.Sum(t => t.Sessions),
                "场",
                $"由{Numerals.Thousands(activities.Totals.Sum(t => t.Activities))}项活动合计"
            );
        }

        if (Visits(edition, period.Period) is { } visits)
        {
            Add("走访职工", visits.Made, "人", $"应走访{Numerals.Thousands(visits.Due)}人");
            if (visits.Problems > 0)
            {
                Add("解决问题", visits.Solved, "个", $"走访时职工反映{Numerals.Thousands(visits.Problems)}个");
            }
        }

        if (
            edition.Programmes.SelectMany(p => p.Pairings).FirstOrDefault(p => p.Period == period.Period) is
            { Made: > 0 } pairs
        )
        {
            Add("师徒结对", pairs.Made, "对", pairs.Due > 0 ? $"到期{Numerals.Count(pairs.Due)}对" : "");
        }

        if (period.Needs is { Reported: > 0 } needs)
        {
            Add("答复职工需求", needs.Answered, "件", $"上报{Numerals.Thousands(needs.Reported)}件");
            if (!needs.Changes.IsEmpty)
            {
                Add("调整政策", needs.Changes.Length, "项", "");
            }
        }

        if (GrantedIn(edition, period.Period) is > 0 and var granted)
        {
            Add("受到表彰", granted, "项", "");
        }

        return numbers.ToImmutable();

        void Add(string label, int value, string unit, string of) =>
            numbers.Add(new(label, Numerals.Thousands(value), unit, of));
    }

    /// <summary>Home visits of a period; null when it has none.</summary>
    public static HomeVisitTotal? Visits(Edition edition, Period period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Programmes.SelectMany(p => p.HomeVisits).FirstOrDefault(v => v.Period == period);
    }

    /// <summary>Commendations granted within a period: what is still 公示中 is not granted.</summary>
    public static int GrantedIn(Edition edition, Period period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Commendations.Count(c =>
            c.Status == CommendationStatus.Granted && c.GrantedOn >= period.Start && c.GrantedOn <= period.End
        );
    }
}
