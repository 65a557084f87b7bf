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
    ImmutableArray<DemoStep> Steps,
    ImmutableArray<string> Late
)
{
    private static readonly ImmutableArray<(string Name, string Indicator)> Subjects =
    [
        ("开展劳模工匠宣讲进车间", "R03"),
        ("组织工会干部党纪与业务培训", "R04"),
        ("推进25人以上单位建会扫尾", "G01"),
        ("做好会员实名制信息补录", "G02"),
        ("督促到期工会按期换届", "G03"),
        ("催缴工会经费欠缴款", "G04"),
        ("整改经审发现问题", "G05"),
        ("举办职工劳动和技能竞赛", "H01"),
        ("培育劳模工匠创新工作室", "H02"),
        ("落实职工技能培训计划", "H03"),
        ("开展新就业形态劳动者集中入会行动", "H04"),
        ("走访慰问困难职工", "W01"),
        ("开展职工大家访", "W02"),
        ("安排一线职工疗休养", "W03"),
        ("复验户外劳动者驿站", "W04"),
        ("组织会员评家", "W05"),
        ("督促按期召开职代会", "X01"),
        ("续签到期集体合同", "X02"),
        ("排查化解劳动争议隐患", "X03"),
        ("落实高温津贴监督检查", "X04"),
        ("开展职工思想引领宣讲", "R01"),
        ("创建党建带工建示范点", "R02"),
        ("清理超期未结任务", "G06"),
        ("举办拜师结对仪式", "H03"),
    ];

    private static readonly ImmutableArray<string> Origins =
    [
        "年度工作要点",
        "职工需求",
        "上级部署",
        "镇街建议",
        "经审反馈",
    ];

    /// <summary>Every task of a year, by code.</summary>
    public static IEnumerable<DemoTask> Of(DemoWorld world, int year)
    {
        var count = world.Scaled(40);
        var byTown = world.Unions.Where(u => u.IsLasting(year)).ToLookup(u => u.Town);
        for (var i = 0; i < count; i++)
        {
            yield return Make(world, year, i, count, byTown);
        }
    }

    /// <summary>Those of a period's year that had been issued by its last day.</summary>
    public static IEnumerable<DemoTask> Issued(DemoWorld world, Period period) =>
        Of(world, period.Year).Where(t => t.IssuedOn <= period.End);

    /// <summary>Steps up to a day.</summary>
    public ImmutableArray<DemoStep> StepsBy(DateOnly day) => [.. Steps.Where(s => s.On <= day)];

    private static DemoTask Make(DemoWorld world, int year, int number, int count, ILookup<int, DemoUnion> byTown)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"RW{year}-{number + 1:000}");
        var random = SeededRandom.For(world.Seed, code);
        var (name, indicator) = Subjects[(number + (year * 7)) % Subjects.Length];
        var issued = new DateOnly(year, 1, 12).AddDays(number * 308 / count + random.Between(0, 5));
        var due = issued.AddDays(random.Between(5, 16) * 5);
        due = due.Year > year ? new DateOnly(year, 12, 25) : due;
        var townIssued = number % 3 == 2;
        var issuerTown = random.Between(0, world.Towns.Length - 1);
        var issuer = townIssued ? world.Towns[issuerTown].Code : DemoNames.DistrictCode;
        var title = townIssued ? world.Towns[issuerTown].Place + name : name;
        var steps = new List<DemoStep>
        {
            new(TaskStepKind.Collect, issuer, issued.AddDays(-random.Between(2, 9)), "梳理形成任务"),
            new(TaskStepKind.Issue, issuer, issued, "已下达"),
        };
        var taken = townIssued
            ? FromTown(steps, random, issued, issuer, byTown[issuerTown])
            : FromDistrict(world, steps, random, issued, byTown);
        var late = Report(steps, random, taken, due);
        Close(steps, random, issuer, taken);
        return new DemoTask(
            code,
            title,
            indicator,
            random.Pick(Origins),
            issuer,
            issued,
            due,
            random.Chance(0.2) ? "紧急"
                : random.Chance(0.3) ? "重要"
                : "一般",
            [.. steps],
            late
        );
    }

    private static List<(string Unit, double Quality)> FromTown(
        List<DemoStep> steps,
        SeededRandom random,
        DateOnly issued,
        string issuer,
        IEnumerable<DemoUnion> unions
    )
    {
        var taken = Choose(random, [.. unions], random.Between(1, 3)).Select(u => (u.Code, u.Quality)).ToList();
        if (taken.Count == 0)
        {
            return taken;
        }

        steps.Add(new(TaskStepKind.Distribute, issuer, issued.AddDays(random.Between(1, 4)), "分办至基层工会"));
        TakeOn(steps, random, taken);
        return taken;
    }

    private static List<(string Unit, double Quality)> FromDistrict(
        DemoWorld world,
        List<DemoStep> steps,
        SeededRandom random,
        DateOnly issued,
        ILookup<int, DemoUnion> byTown
    )
    {
        var towns = Choose(random, [.. world.Towns], random.Between(2, 4)).OrderBy(t => t.Number).ToList();
        if (random.Chance(0.3))
        {
            // The towns do it themselves: no 分办.
            var own = towns.Select(t => (t.Code, t.Quality)).ToList();
            steps[^1] = steps[^1] with { Result = "已下达至镇街" };
            TakeOn(steps, random, own);
            return own;
        }

        var day = issued.AddDays(random.Between(1, 3));
        var taken = new List<(string, double)>();
        foreach (var town in towns)
        {
            var unions = Choose(random, [.. byTown[town.Number]], random.Between(1, 2))
                .OrderBy(u => u.Code, StringComparer.Ordinal)
                .ToList();
            if (unions.Count == 0)
            {
                continue;
            }

            steps.Add(new(TaskStepKind.Distribute, town.Code, day, "分办至基层工会"));
            day = day.AddDays(random.Between(0, 1));
            taken.AddRange(unions.Select(u => (u.Code, u.Quality)));
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

    private static ImmutableArray<string> Report(
        List<DemoStep> steps,
        SeededRandom random,
        List<(string Unit, double Quality)> taken,
        DateOnly due
    )
    {
        var start = steps[^1].On;
        var reports = new List<DemoStep>();
        var late = ImmutableArray.CreateBuilder<string>();
        foreach (var (unit, quality) in taken)
        {
            var onTime = random.Chance(Math.Clamp(0.94 + (0.04 * quality), 0.6, 0.99));
            var room = Math.Max(1, due.DayNumber - start.DayNumber);
            var day = onTime
                ? start.AddDays(random.Between(Math.Max(1, room / 2), room))
                : due.AddDays(random.Between(2, 24));
            if (!onTime)
            {
                late.Add(unit);
            }

            // Some of the late ones never report: an overdue task for the internal lists.
            if (onTime || !random.Chance(0.3))
            {
                reports.Add(new(TaskStepKind.ReportBack, unit, day < start ? start : day, "已反馈"));
            }
        }

        steps.AddRange(reports.OrderBy(s => s.On).ThenBy(s => s.Unit, StringComparer.Ordinal));
        return late.ToImmutable();
    }

    private static void Close(
        List<DemoStep> steps,
        SeededRandom random,
        string issuer,
        List<(string Unit, double Quality)> taken
    )
    {
        var reported = steps.Where(s => s.Kind == TaskStepKind.ReportBack).Select(s => s.Unit).ToList();
        if (taken.Count == 0 || reported.Count < taken.Count)
        {
            return;
        }

        var day = steps[^1].On.AddDays(random.Between(2, 7));
        var again = (string?)null;
        var best = reported[0];
        foreach (var unit in reported)
        {
            var mark = random.NextDouble();
            var grade =
                mark < 0.3 ? "优秀"
                : mark < 0.62 ? "良好"
                : mark < 0.95 ? "合格"
                : "不合格";
            best = grade == "优秀" ? unit : best;
            again = grade == "不合格" ? unit : again;
            steps.Add(
                new(
                    TaskStepKind.Appraise,
                    unit,
                    day,
                    grade == "不合格" ? "退回重办" : "通过",
                    grade,
                    grade == "不合格" ? "佐证材料不全，补齐后重新反馈" : ""
                )
            );
        }

        if (again is not null)
        {
            day = day.AddDays(random.Between(3, 10));
            steps.Add(new(TaskStepKind.ReportBack, again, day, "补充材料后再次反馈"));
            day = day.AddDays(random.Between(1, 4));
            steps.Add(new(TaskStepKind.Appraise, again, day, "通过", "合格"));
        }

        if (random.Chance(0.18))
        {
            day = day.AddDays(random.Between(1, 6));
            steps.Add(new(TaskStepKind.Commend, best, day, "通报表扬"));
        }

        steps.Add(new(TaskStepKind.Exit, issuer, day.AddDays(random.Between(1, 5)), "办结退出"));
    }

    private static IEnumerable<T> Choose<T>(SeededRandom random, T[] from, int count)
    {
        for (var i = 0; i < Math.Min(count, from.Length); i++)
        {
            var j = random.Between(i, from.Length - 1);
            (from[i], from[j]) = (from[j], from[i]);
            yield return from[i];
        }
    }
}
