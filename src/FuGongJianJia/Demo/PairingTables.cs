using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>结对.csv: invented names, most without consent to publication, so that masking shows.</summary>
internal static class PairingTable
{
    private static readonly string[] Skills =
    [
        "数控加工",
        "电工维修",
        "焊接",
        "质量检验",
        "设备保养",
        "叉车驾驶",
        "仓储管理",
        "工艺改进",
        "安全管理",
        "检测计量",
    ];

    private static readonly string[] Goals =
    [
        "一年内独立上岗",
        "取得高一级职业技能等级证书",
        "掌握三项关键操作",
        "参加区级技能竞赛",
        "完成一项工艺改进",
    ];

    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(stream, "结对编码,师傅,徒弟,组织,技能方向,开始日期,结束日期,目标,完成,公开同意");
        var count = world.Scaled(48);
        var unions = world
            .Unions.Where(u =>
                u.Founded.Year < period.Year
                && (u.Ended is null || u.Ended.Value.Year > period.Year)
                && u.Category is "企业" or "事业"
            )
            .ToArray();
        for (var i = 0; i < count; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"JD{period.Year}-{i + 1:000}");
            var random = SeededRandom.For(world.Seed, code);
            var start = new DateOnly(period.Year, 2, 20).AddDays(i * 270 / count);
            var end = start.AddMonths(random.Between(1, 3) * 3);
            if (start < period.Start || start > period.End)
            {
                continue;
            }

            var (mentor, apprentice) = (DemoNames.Person(random), DemoNames.Person(random));
            while (apprentice == mentor)
            {
                apprentice = DemoNames.Person(random);
            }

            var union = unions[random.Between(0, unions.Length - 1)];
            sink.Row(
                code,
                mentor,
                apprentice,
                union.Code,
                Skill(random, union),
                CsvSink.Text(start),
                CsvSink.Text(end),
                random.Pick(Goals),
                CsvSink.Text(end <= period.End && random.Chance(0.86)),
                CsvSink.Text(random.Chance(0.12))
            );
        }
    }

    private static string Skill(SeededRandom random, DemoUnion union)
    {
        var skill = random.Pick(Skills);
        return union.Category != "事业" ? skill
            : union.Name.Contains('医', StringComparison.Ordinal)
            || union.Name.Contains("卫生", StringComparison.Ordinal)
                ? "临床护理"
            : union.Name.Contains('学', StringComparison.Ordinal)
            || union.Name.Contains("幼儿", StringComparison.Ordinal)
                ? "课堂教学"
            : "群众文化辅导";
    }
}

/// <summary>家访汇总.csv: counts only, never a name.</summary>
internal static class VisitTable
{
    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(
            stream,
            "组织编码,期间,应访人数,实访人数,重点对象数,反映问题数,已解决数,事故同比(%)"
        );
        var values = new DemoValues(world, period);
        foreach (var union in world.Unions)
        {
            if (!union.IsAlive(period))
            {
                continue;
            }

            var random = SeededRandom.For(world.Seed, union.Code, "visits", period.Year);
            var (due, made) = values.Visits(union);
            var priority = made * random.Between(3, 14) / 100;
            var problems = made * random.Between(4, 22) / 100;
            var solved = problems * random.Between(70, 100) / 100;
            var drives =
                period.Kind == PeriodKind.Year
                && union.Category == "企业"
                && (
                    union.ShortName.Contains("物流", StringComparison.Ordinal)
                    || union.ShortName.Contains("公交", StringComparison.Ordinal)
                );
            sink.Row(
                union.Code,
                period.ToString(),
                CsvSink.Text(due),
                CsvSink.Text(made),
                CsvSink.Text(priority),
                CsvSink.Text(problems),
                CsvSink.Text(solved),
                drives ? string.Create(CultureInfo.InvariantCulture, $"{random.Between(-340, 60) / 10m:0.0}") : ""
            );
        }
    }
}
