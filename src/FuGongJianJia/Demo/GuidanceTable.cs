using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>指导.csv: matters that climb the ladder one rung at a time until they are mended.</summary>
internal static class GuidanceTable
{
    private static readonly string[] Matters =
    [
        "会员实名制信息补录进度偏慢",
        "工会经费未按期足额上缴",
        "到期未按期换届",
        "集体合同到期未续签",
        "指标数据连续两期缺报",
        "经审问题整改超期",
        "职代会未按期召开",
        "技能培训进度落后于计划",
    ];

    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(
            stream,
            "指导编码,对象组织,类型,关联任务,事由,发出日期,要求整改日期,整改完成日期,结果,备注"
        );
        var number = 0;
        foreach (var task in DemoTask.Of(world, period.Year))
        {
            foreach (var unit in task.Late)
            {
                number++;
                if (number <= world.Scaled(26))
                {
                    Climb(
                        sink,
                        world,
                        period,
                        number,
                        unit,
                        task.Code,
                        $"“{task.Name}”逾期未反馈",
                        task.DueOn.AddDays(1)
                    );
                }
            }
        }

        var candidates = world
            .Unions.Where(u =>
                u.Founded.Year < period.Year
                && (u.Ended is null || u.Ended.Value.Year > period.Year)
                && u.Quality < -0.2
            )
            .ToArray();
        for (var i = 0; i < world.Scaled(30) && candidates.Length > 0; i++)
        {
            var random = SeededRandom.For(world.Seed, "guidance", "", (period.Year * 10000) + i);
            var union = candidates[(int)((long)candidates.Length * i / world.Scaled(30))];
            Climb(
                sink,
                world,
                period,
                500 + i,
                union.Code,
                "",
                random.Pick(Matters),
                new DateOnly(period.Year, random.Between(2, 10), random.Between(1, 28))
            );
        }
    }

    private static void Climb(
        CsvSink sink,
        DemoWorld world,
        Period period,
        int matter,
        string unit,
        string task,
        string text,
        DateOnly start
    )
    {
        var random = SeededRandom.For(world.Seed, unit + task, text, period.Year);
        double[] mends = [0.66, 0.7, 0.82, 1];
        var issued = start;
        for (var rung = GuidanceRung.Reminder; rung <= GuidanceRung.Summons; rung++)
        {
            var due = issued.AddDays(rung == GuidanceRung.Reminder ? 15 : 12);
            var isMended = random.Chance(mends[(int)rung]);
            var mended = issued.AddDays(random.Between(4, 12));
            if (issued > period.End)
            {
                return;
            }

            var known = isMended && mended <= period.End;
            sink.Row(
                string.Create(CultureInfo.InvariantCulture, $"ZD{period.Year}-{matter:0000}-{(int)rung + 1}"),
                unit,
                rung.Word(),
                task,
                text,
                CsvSink.Text(issued),
                CsvSink.Text(due),
                known ? CsvSink.Text(mended) : "",
                known ? "已整改"
                    : due >= period.End ? "整改中"
                    : isMended ? "整改中"
                    : "逾期未整改",
                ""
            );
            if (isMended)
            {
                return;
            }

            issued = due.AddDays(random.Between(1, 4));
        }
    }
}
