using FuGongJianJia.Demo.District;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Indicators;

/// <summary>
/// What grass-roots unions report（基层工会指标值）. A year has its final values; a shorter period has what had come about by
/// its last day, so that the quarters of a year add up to it.
/// </summary>
internal sealed class UnionValues(DemoWorld world, Period period)
{
    private readonly int _year = period.Year;
    private readonly int _month = period.End.Month;
    private readonly double _progress = period.End.Month / 12.0;

    /// <summary>Every row of a union that is alive, in indicator order.</summary>
    public IEnumerable<DemoValue> Of(DemoUnion union)
    {
        foreach (var value in Complete(union))
        {
            // Two exports of one day ask for the same; a year is late enough for some of the silent to have reported.
            var random = SeededRandom.For(world.Seed, union.Code, "report" + value.Indicator, (_year * 100) + _month);
            var silence = period.Kind == PeriodKind.Year ? union.Silence : union.Silence * 1.3;
            var about = SeededRandom.For(world.Seed, union.Code, "about" + value.Indicator, _year).Chance(0.05);
            if (!value.IsReported)
            {
                yield return value;
            }
            else if (random.Chance(silence) && !Stories.Reports(world, union, period))
            {
                // Some say so, some just leave the row out.
                if (random.Chance(0.7))
                {
                    yield return new DemoValue(value.Indicator) { State = "缺报", Remark = "截止日未报" };
                }
            }
            else if (value.Indicator != "W02" && value.Denominator is > 40 && random.Chance(0.004))
            {
                yield return value with
                {
                    State = "存疑",
                    Remark = "与台账不一致，正在核对",
                };
            }
            else if (value.Indicator is "R01" or "H01" && value.Denominator is > 120 && about)
            {
                yield return value with
                {
                    Numerator = value.Numerator / 10 * 10,
                    Approximate = true,
                    Remark = "现场估计",
                };
            }
            else
            {
                yield return value;
            }
        }
    }

    /// <summary>Every value before anybody forgets to report it, in indicator order.</summary>
    public IEnumerable<DemoValue> Complete(DemoUnion union)
    {
        var workers = union.WorkersIn(_year, world.BaseYear);
        var members = union.MembersIn(_year, world.BaseYear);
        var female = union.FemaleIn(_year, world.BaseYear);
        var agency = union.Category == "机关";
        yield return Heads(union, "R01", 0, workers, 0.7, 0.12, 0.3, 0.99);
        yield return union.HasParty
            ? DemoValue.YesNo("R02", Fixed(union, "R02") < 0.81 + (0.13 * Latent(union, 0, Draw(union, "R02"))))
            : DemoValue.NotApplicable("R02", "没有党组织");
        yield return DemoValue.Count("R03", TalkDays(union).Count(day => day <= period.End));
        var cadres = 3 + (workers / 40);
        yield return Progressive(union, "R04", 0, cadres, 0.88, 0.06);
        yield return Snapshot(union, "G02", 1, members, 0.885, 0.055);
        yield return Items(union, "G03", 1, members < 25 || female < 10 ? 3 : 4, 0.84, 0.1);
        yield return Funds(union, workers, agency);
        yield return DemoValue.Count("G05", Overdue(union));
        yield return TasksDone(union);
        var revised = _year >= DefaultCatalogue.RevisionYear(world.BaseYear);
        yield return revised
            ? Heads(union, "H01", 2, workers, 0.43, 0.11, 0.06, 0.96)
            : Heads(union, "H01", 2, workers, 0.56, 0.14, 0.1, 0.98);
        if (agency || union.Category is "企业" or "事业")
        {
            yield return UnionDuties.MayHaveStudio(union, workers)
                ? DemoValue.Word("H02", Studio(union))
                : DemoValue.NotApplicable("H02");
        }

        yield return Training(union, workers);
        if (NewMembers(union) is { } joined)
        {
            yield return joined;
        }

        yield return Hardship(union);
        var (visitsDue, visitsMade) = Visits(union);
        yield return Stories.VisitsNotEntered(world, union, period) is var more and > 0
            ? DemoValue.Ratio("W02", visitsMade, visitsDue) with
            {
                Remark = $"含并入的职工{more}人，家访汇总没有补记",
            }
            : DemoValue.Ratio("W02", visitsMade, visitsDue);
        yield return Heads(union, "W03", 3, workers, 0.245, 0.05, 0.05, 0.6);
        yield return Posts(union);
        yield return Ballot(union, members);
        foreach (var value in Harmony(union, female, agency))
        {
            yield return value;
        }
    }

    private IEnumerable<DemoValue> Harmony(DemoUnion union, int female, bool agency)
    {
        if (agency)
        {
            yield return DemoValue.NotApplicable("X01");
            yield return DemoValue.NotApplicable("X02");
        }
        else if (union.Category is "企业" or "事业")
        {
            yield return UnionDuties.AssemblyMonth(world, union) > _month
                ? DemoValue.NotApplicable("X01", "本期未到期")
                : DemoValue.YesNo("X01", Fixed(union, "X01") < 0.84 + (0.1 * Latent(union, 4, Draw(union, "X01"))));
        }

        if (!agency && (union.Category == "企业" || union.IsJoint))
        {
            var items = female < 5 ? 2 : 3;
            yield return union.Code == Stories.Restaurants && _year >= Stories.Year - 1
                ? DemoValue.Ratio("X02", items, items)
                : Items(union, "X02", 4, items, 0.83, 0.1);
        }

        yield return Disputes(union);
        var incident = SeededRandom.For(world.Seed, union.Code, "X04", _year);
        yield return DemoValue.Count(
            "X04",
            union.Category == "企业" && incident.Chance(0.012) && incident.Between(1, 12) <= _month ? 1 : 0
        );
    }

    /// <summary>Days of its talks by model workers（R03）, which stand in 活动 too.</summary>
    public IEnumerable<DateOnly> TalkDays(DemoUnion union)
    {
        var random = Draw(union, "R03");
        var count = (int)Clamp(0.86 + (1.3 * Fixed(union, "R03")) + (0.55 * Latent(union, 0, random)), 0, 6);
        return Enumerable
            .Range(0, count)
            .Select(i => SeededRandom.For(world.Seed, union.Code, "talk", (_year * 10) + i))
            .Select(r => Workdays.From(new(_year, r.Between(3, 12), r.Between(1, 28))))
            .Where(day => day >= union.Founded && !(day > union.Ended))
            .Order();
    }

    /// <summary>Home visits（W02、家访汇总）by the end of the period: due, made.</summary>
    public (int Due, int Made) Visits(DemoUnion union)
    {
        if (union.Code == Stories.Buses && _year == Stories.Year)
        {
            var (yearly, sofar, _, _) = Stories.BusVisits(_month);
            return (Math.Max((int)(yearly * _progress), sofar), sofar);
        }

        var random = Draw(union, "W02");
        var workers = union.WorkersIn(_year, world.BaseYear);
        var due = Math.Max(6, (int)(workers * (0.22 + (random.NextDouble() * 0.35))));
        var made = (int)(due * Clamp(0.78 + (0.11 * Latent(union, 3, random)), 0.35, 1) + 0.5);
        return SoFar(due, made);
    }

    /// <summary>The highest step of its innovation studios（H02）.</summary>
    public string Studio(DemoUnion union)
    {
        // A studio is not lost when a union gets weaker: only a rising drift counts.
        var workers = union.WorkersIn(_year, world.BaseYear);
        if (!UnionDuties.MayHaveStudio(union, workers))
        {
            return "无";
        }

        var level =
            Fixed(union, "H02")
            + (0.04 * union.Quality)
            + (0.05 * Math.Max(0, union.Drift) * (_year - world.BaseYear))
            + (
                workers >= 500 ? 0.16
                : workers >= 200 ? 0.06
                : 0
            );
        return level > 1.12 ? "省级及以上"
            : level > 1.01 ? "市级"
            : level > 0.94 ? "区级"
            : "无";
    }

    /// <summary>New members from new forms of work（H04）; null of a union that is not asked.</summary>
    public DemoValue? NewMembers(DemoUnion union)
    {
        if (!union.IsJoint)
        {
            return null;
        }

        var random = Draw(union, "H04");
        var due = random.Between(10, 60);
        return Plan("H04", (long)(due * Clamp(0.89 + (0.13 * Latent(union, 2, random)), 0.3, 1.3) + 0.5), due);
    }

    /// <summary>Places to serve workers（W04）.</summary>
    public DemoValue Posts(DemoUnion union) =>
        UnionDuties.Posts(world, union) is var posts and > 0
            ? Items(union, "W04", 3, posts, 0.8, 0.1)
            : DemoValue.NotApplicable("W04", "没有建设任务");

    /// <summary>Labour disputes（X03）.</summary>
    public DemoValue Disputes(DemoUnion union)
    {
        var closed = (int)Math.Ceiling(UnionDuties.Disputes(world, union, _year) * _progress);
        var settled = Enumerable
            .Range(0, closed)
            .Count(i => SeededRandom.For(world.Seed, union.Code, "settled", (_year * 100) + i).NextDouble() < 0.82);
        return closed == 0 ? DemoValue.NotApplicable("X03", "没有受理案件") : DemoValue.Ratio("X03", settled, closed);
    }

    private DemoValue Heads(
        DemoUnion union,
        string indicator,
        int index,
        int workers,
        double mean,
        double spread,
        double lowest,
        double highest
    )
    {
        var share = Clamp(mean + (spread * Latent(union, index, Draw(union, indicator))), lowest, highest);
        return DemoValue.Ratio(indicator, (long)(workers * share * (0.35 + (0.65 * _progress)) + 0.5), workers);
    }

    private DemoValue Snapshot(DemoUnion union, string indicator, int index, int whole, double mean, double spread)
    {
        var share = Clamp(
            mean
                + (spread * Latent(union, index, Draw(union, indicator)))
                - (0.03 * (1 - _progress))
                + (union.Parent == Stories.RealNames && _year == Stories.Year ? 0.06 : 0),
            0.55,
            1
        );
        return DemoValue.Ratio(indicator, (long)(whole * share + 0.5), whole);
    }

    private DemoValue Progressive(DemoUnion union, string indicator, int index, int whole, double mean, double spread)
    {
        var share = Clamp(mean + (spread * Latent(union, index, Draw(union, indicator))), 0.3, 1);
        return DemoValue.Ratio(indicator, (long)(whole * share * (0.55 + (0.45 * _progress)) + 0.5), whole);
    }

    private DemoValue Items(DemoUnion union, string indicator, int index, int items, double mean, double spread)
    {
        var share = mean + (spread * Latent(union, index, Draw(union, indicator)));
        var done = Enumerable
            .Range(0, items)
            .Count(i => SeededRandom.For(world.Seed, union.Code, indicator + "item", i).NextDouble() < share);
        return DemoValue.Ratio(indicator, done, items);
    }

    private DemoValue Funds(DemoUnion union, int workers, bool agency)
    {
        var random = Draw(union, "G04");
        var due = (long)(workers * random.Between(880, 1340) * _progress) / 100 * 100;
        var full = agency || Fixed(union, "G04") < 0.62 + (0.16 * Latent(union, 1, random));
        double[] arrears = [0.97, 0.96, 0.93, 0.91, 0.86, 0.74];
        var paid = full ? (random.Chance(0.06) ? due * 103 / 100 : due) : (long)(due * random.Pick(arrears));
        return DemoValue.Ratio("G04", paid, due);
    }

    private int Overdue(DemoUnion union)
    {
        var random = Draw(union, "G05");
        var clean = Fixed(union, "G05") < 0.78 + (0.09 * Latent(union, 1, random));
        return clean || _month < 6 ? 0
            : random.Chance(0.7) ? 1
            : random.Between(2, 3);
    }

    // The tasks of the ledger that were due, and those given by telephone.
    private DemoValue TasksDone(DemoUnion union)
    {
        var given = world.TasksOf(_year).Of(union.Code).Where(t => t.DueOn <= period.End).ToList();
        var random = Draw(union, "G06");
        var others = Math.Max(1, (int)(random.Between(3, 9) * _progress));
        var share = Clamp(0.88 + (0.07 * Latent(union, 1, random)), 0.4, 1);
        var done = Enumerable
            .Range(0, others)
            .Count(i => SeededRandom.For(world.Seed, union.Code, "task", (_year * 100) + i).NextDouble() < share);
        return DemoValue.Ratio("G06", done + given.Count(t => t.IsDone(union.Code, period.End)), others + given.Count);
    }

    private DemoValue Training(DemoUnion union, int workers)
    {
        var random = Draw(union, "H03");
        var plan = Math.Max(10, (int)(workers * (0.3 + (random.NextDouble() * 0.5))));
        return Plan("H03", (long)(plan * Clamp(0.89 + (0.13 * Latent(union, 2, random)), 0.3, 1.4) + 0.5), plan);
    }

    private DemoValue Hardship(DemoUnion union)
    {
        var random = Draw(union, "W01");
        var cases = UnionDuties.HardshipCases(world, union, _year);
        if (cases == 0)
        {
            return DemoValue.NotApplicable("W01", "没有在档户");
        }

        var share = Clamp(0.9 + (0.07 * Latent(union, 3, random)), 0.3, 1) * (0.7 + (0.3 * _progress));
        var helped = Enumerable
            .Range(0, cases)
            .Count(i => SeededRandom.For(world.Seed, union.Code, "hardship", (_year * 100) + i).NextDouble() < share);
        return DemoValue.Ratio("W01", helped, cases);
    }

    private DemoValue Ballot(DemoUnion union, int members)
    {
        if (_month < 11)
        {
            return DemoValue.NotApplicable("W05", "年度测评未到期");
        }

        var random = Draw(union, "W05");
        var votes = Math.Min(260, (int)(members * (0.55 + (random.NextDouble() * 0.4))));
        return votes < 10
            ? DemoValue.NotApplicable("W05", "有效票不足10张")
            : DemoValue.Ratio(
                "W05",
                (long)(votes * Clamp(0.89 + (0.04 * Latent(union, 3, random)), 0.6, 1) + 0.5),
                votes
            );
    }

    private DemoValue Plan(string indicator, long done, long planned)
    {
        var (due, soFar) = SoFar((int)planned, (int)done);
        return DemoValue.Ratio(indicator, soFar, due);
    }

    // Both grow over the year; what is done lags a little until the last quarter.
    private (int Due, int Made) SoFar(int due, int made)
    {
        var dueNow = Math.Max(1, (int)(due * _progress));
        var madeNow = (int)(made * _progress * (0.94 + (0.06 * _progress)));
        return (dueNow, made <= due ? Math.Min(madeNow, dueNow) : madeNow);
    }

    private double Latent(DemoUnion union, int index, SeededRandom random) =>
        (0.76 * (union.Quality + union.Offsets[index]))
        + (((0.85 * union.Drift) + 0.06) * (_year - world.BaseYear))
        + (random.Normal() * 0.28)
        - 0.24;

    private double Fixed(DemoUnion union, string use) =>
        SeededRandom.For(world.Seed, union.Code, use + "fixed").NextDouble();

    private SeededRandom Draw(DemoUnion union, string indicator) =>
        SeededRandom.For(world.Seed, union.Code, indicator, _year);

    private static double Clamp(double value, double lowest, double highest) => Math.Clamp(value, lowest, highest);
}
