using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// A task of a year with its whole flow（任务与流转）; a period's export shows what had happened by its last day.
/// </summary>
internal sealed record DemoTask(
    string Code,
    string Name,
    string Indicator,
    string Origin,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly DueOn,
    string Priority,
    ImmutableArray<DemoStep> Steps
)
{
    // Name, indicator, months in which it is issued: a task of the cold is not given in summer.
    private static readonly ImmutableArray<(string Name, string Indicator, int From, int To)> Subjects =
    [
        ("组织会员评家", "W05", 11, 11),
        ("做好会员实名制信息补录", "G02", 1, 11),
        ("走访慰问困难职工", "W01", 11, 2),
        ("开展职工思想引领宣讲", "R01", 1, 11),
        ("推进25人以上单位建会扫尾", "G01", 2, 10),
        ("开展劳模工匠宣讲进车间", "R03", 3, 11),
        ("督促按期召开职代会", "X01", 4, 10),
        ("举办拜师结对仪式", "H03", 3, 6),
        ("续签到期集体合同", "X02", 3, 9),
        ("安排一线职工疗休养", "W03", 3, 6),
        ("组织工会干部党纪与业务培训", "R04", 3, 10),
        ("培育劳模工匠创新工作室", "H02", 3, 9),
        ("督促到期工会按期换届", "G03", 1, 11),
        ("举办职工劳动和技能竞赛", "H01", 4, 10),
        ("复验户外劳动者驿站", "W04", 5, 9),
        ("创建党建带工建示范点", "R02", 3, 10),
        ("落实高温津贴监督检查", "X04", 6, 7),
        ("整改经审发现问题", "G05", 5, 12),
        ("开展新就业形态劳动者集中入会行动", "H04", 4, 11),
        ("落实职工技能培训计划", "H03", 5, 10),
        ("排查化解劳动争议隐患", "X03", 4, 12),
        ("开展职工大家访", "W02", 8, 12),
        ("催缴工会经费欠缴款", "G04", 6, 12),
        ("清理超期未结任务", "G06", 9, 12),
    ];

    // What towns answer for in every period, whatever their unions report.
    private static readonly ImmutableHashSet<string> OfTowns = ["R01", "R03", "R04", "G01", "G02", "G06", "H04", "W04"];

    private static readonly ImmutableArray<string> Origins =
    [
        "年度工作要点",
        "职工需求",
        "上级部署",
        "镇街建议",
        "经审反馈",
    ];

    /// <summary>Who took it on（领办）.</summary>
    public IEnumerable<string> Executors => Steps.Where(s => s.Kind == TaskStepKind.TakeOn).Select(s => s.Unit);

    /// <summary>Steps up to a day.</summary>
    public ImmutableArray<DemoStep> StepsBy(DateOnly day) => [.. Steps.Where(s => s.On <= day)];

    /// <summary>First day on which a unit reported back.</summary>
    public DateOnly? ReportedOn(string unit) =>
        Steps.FirstOrDefault(s => s.Kind == TaskStepKind.ReportBack && s.Unit == unit)?.On;

    /// <summary>True when a unit had not reported by the day that was set.</summary>
    public bool IsLate(string unit) => ReportedOn(unit) is not { } on || on > DueOn;

    /// <summary>True when a unit reported in time and its report had passed by a day（按期反馈且评价合格）.</summary>
    public bool IsDone(string unit, DateOnly by) =>
        !IsLate(unit)
        && Steps.Any(s => s is { Kind: TaskStepKind.Appraise, Result: "通过" } && s.Unit == unit && s.On <= by);

    /// <summary>Every task of a year, by code.</summary>
    public static IEnumerable<DemoTask> Of(DemoWorld world, int year)
    {
        var count = world.Scaled(40);
        var byTown = world.Unions.Where(u => u.IsLasting(year)).ToLookup(u => u.Town);
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            yield return Make(world, year, i, count, byTown, told);
        }
    }

    /// <summary>Those of a period's year that had been issued by its last day.</summary>
    public static IEnumerable<DemoTask> Issued(DemoWorld world, Period period) =>
        world.TasksOf(period.Year).Tasks.Where(t => t.IssuedOn <= period.End);

    private static DemoTask Make(
        DemoWorld world,
        int year,
        int number,
        int count,
        ILookup<int, DemoUnion> byTown,
        HashSet<string> told
    )
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"RW{year}-{number + 1:000}");
        var random = SeededRandom.For(world.Seed, code);
        var issued = new DateOnly(year, 1, 12).AddDays(number * 308 / count + random.Between(0, 5));
        issued = Workdays.From(issued);
        var due = issued.AddDays(random.Between(5, 16) * 5);
        due = Workdays.From(due.Year > year ? new DateOnly(year, 12, 25) : due);
        var (name, indicator) = Subject(issued.Month, told);
        var town = number % 3 == 2 && indicator != "G01" ? random.Pick(world.Towns) : null;
        var own = town is null ? null : Choose(random, Asked(town.Number), random.Between(1, 3));
        town = own is { Count: > 0 } ? town : null;
        var issuer = town?.Code ?? DemoNames.DistrictCode;
        var steps = new List<DemoStep>
        {
            new(TaskStepKind.Collect, issuer, issued.AddDays(-random.Between(2, 9)), "梳理形成任务"),
            new(TaskStepKind.Issue, issuer, issued, "已下达"),
        };
        var taken = town is null
            ? FromDistrict(world, steps, random, issued, OfTowns.Contains(indicator), Asked)
            : FromTown(steps, random, issued, issuer, own!);
        var story = Stories.OfTask(world, year, number, count);
        Report(steps, random, taken, due, story);
        Close(steps, random, issuer, taken, due, story);
        return new DemoTask(
            code,
            town?.Place + name,
            indicator,
            random.Pick(Origins),
            issuer,
            issued,
            due,
            random.Chance(0.2) ? "紧急"
                : random.Chance(0.3) ? "重要"
                : "一般",
            [.. steps.Select(s => s with { On = Workdays.From(s.On) })]
        );

        DemoUnion[] Asked(int of) =>
            [.. byTown[of].Where(u => UnionDuties.Applies(world, u, indicator, year, issued.Month))];
    }

    // The first of the season that was not given yet this year; all given, they come round again.
    private static (string Name, string Indicator) Subject(int month, HashSet<string> told)
    {
        var inSeason = Subjects.Where(s =>
            s.From <= s.To ? s.From <= month && month <= s.To : month >= s.From || month <= s.To
        );
        var (name, indicator, _, _) = inSeason.OrderBy(s => told.Contains(s.Name)).First();
        if (!told.Add(name))
        {
            told.ExceptWith(inSeason.Select(s => s.Name).Where(n => n != name));
        }

        return (name, indicator);
    }

    private static List<(string Unit, double Quality)> FromTown(
        List<DemoStep> steps,
        SeededRandom random,
        DateOnly issued,
        string issuer,
        List<DemoUnion> unions
    )
    {
        var taken = unions.Select(u => (u.Code, u.Quality)).ToList();
        steps.Add(new(TaskStepKind.Distribute, issuer, issued.AddDays(random.Between(1, 4)), "分办至基层工会"));
        TakeOn(steps, random, taken);
        return taken;
    }

    private static List<(string Unit, double Quality)> FromDistrict(
        DemoWorld world,
        List<DemoStep> steps,
        SeededRandom random,
        DateOnly issued,
        bool mayTownsDoIt,
        Func<int, DemoUnion[]> asked
    )
    {
        var towns = Choose(random, [.. world.Towns], random.Between(2, 4));
        var unions = towns.ToDictionary(t => t.Number, t => Choose(random, asked(t.Number), random.Between(1, 2)));
        towns = [.. towns.Where(t => unions[t.Number].Count > 0).OrderBy(t => t.Number)];
        if (mayTownsDoIt && (towns.Count == 0 || random.Chance(0.4)))
        {
            // The towns do it themselves: no 分办.
            var own = (towns.Count == 0 ? [random.Pick(world.Towns)] : towns).Select(t => (t.Code, t.Quality)).ToList();
            steps[^1] = steps[^1] with { Result = "已下达至镇街" };
            TakeOn(steps, random, own);
            return own;
        }

        var day = issued.AddDays(random.Between(1, 3));
        var taken = new List<(string, double)>();
        foreach (var town in towns)
        {
            steps.Add(new(TaskStepKind.Distribute, town.Code, day, "分办至基层工会"));
            day = day.AddDays(random.Between(0, 1));
            taken.AddRange(
                unions[town.Number].OrderBy(u => u.Code, StringComparer.Ordinal).Select(u => (u.Code, u.Quality))
            );
        }

        TakeOn(steps, random, taken);
        return taken;
    }

    private static void TakeOn(List<DemoStep> steps, SeededRandom random, List<(string Unit, double Quality)> taken)
    {
        var day = steps[^1].On.AddDays(random.Between(1, 3));
        foreach (var (unit, _) in taken)
        {
            steps.Add(new(TaskStepKind.TakeOn, unit, day, "已领办"));
            day = day.AddDays(random.Between(0, 1));
        }
    }

    private static void Report(
        List<DemoStep> steps,
        SeededRandom random,
        List<(string Unit, double Quality)> taken,
        DateOnly due,
        TaskStory story
    )
    {
        var start = steps[^1].On;
        var room = Math.Max(1, due.DayNumber - start.DayNumber);
        var reports = new List<DemoStep>();
        foreach (var (unit, quality) in taken)
        {
            var onTime = random.Chance(Math.Clamp(0.9 + (0.05 * quality), 0.6, 0.99));
            var within = start.AddDays(random.Between(Math.Max(1, room / 2), room));
            var late = due.AddDays(DemoLadder.Delay(random));
            if (story is TaskStory.Summons or TaskStory.Silent && unit == taken[0].Unit)
            {
                (onTime, late) = (false, due.AddDays(DemoLadder.SummonsDelay));
            }

            var day = onTime ? within : late;
            reports.Add(new(TaskStepKind.ReportBack, unit, day > due && onTime ? due : day, "已反馈"));
        }

        steps.AddRange(reports.OrderBy(s => s.On).ThenBy(s => s.Unit, StringComparer.Ordinal));
    }

    // The issuer appraises when the last has reported; now and then that takes long, which is nobody else's fault.
    private static void Close(
        List<DemoStep> steps,
        SeededRandom random,
        string issuer,
        List<(string Unit, double Quality)> taken,
        DateOnly due,
        TaskStory story
    )
    {
        if (taken.Count == 0)
        {
            return;
        }

        var reports = steps.Where(s => s.Kind == TaskStepKind.ReportBack).ToList();
        var day = steps[^1]
            .On.AddDays(random.Chance(0.12) && due.Month < 12 ? random.Between(35, 80) : random.Between(2, 7));
        var (again, best) = (new List<string>(), (string?)null);
        foreach (var report in reports)
        {
            var mark = random.NextDouble();
            var grade =
                mark >= 0.95 || (story == TaskStory.Returned && report == reports[0]) ? "不合格"
                : report.On > due || mark >= 0.62 ? "合格"
                : mark < 0.3 ? "优秀"
                : "良好";
            best ??= grade == "优秀" ? report.Unit : null;
            var isReturned = grade == "不合格";
            if (isReturned)
            {
                again.Add(report.Unit);
            }

            steps.Add(
                new(
                    TaskStepKind.Appraise,
                    report.Unit,
                    day,
                    isReturned ? "退回重办" : "通过",
                    grade,
                    isReturned ? "佐证材料不全，补齐后重新反馈" : ""
                )
            );
        }

        foreach (var unit in again)
        {
            day = day.AddDays(story == TaskStory.Returned ? 60 : random.Between(3, 10));
            steps.Add(new(TaskStepKind.ReportBack, unit, day, "补充材料后再次反馈"));
            day = day.AddDays(random.Between(1, 4));
            steps.Add(new(TaskStepKind.Appraise, unit, day, "通过", "合格"));
        }

        if (best is not null && random.Chance(0.3))
        {
            day = day.AddDays(random.Between(1, 6));
            steps.Add(new(TaskStepKind.Commend, best, day, "通报表扬"));
        }

        steps.Add(new(TaskStepKind.Exit, issuer, day.AddDays(random.Between(1, 5)), "办结退出"));
    }

    private static List<T> Choose<T>(SeededRandom random, T[] from, int count)
    {
        for (var i = 0; i < Math.Min(count, from.Length); i++)
        {
            var j = random.Between(i, from.Length - 1);
            (from[i], from[j]) = (from[j], from[i]);
        }

        return [.. from.Take(count)];
    }
}
