using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>指导.csv: matters that climb the ladder one rung at a time until they are rectified.</summary>
internal static class GuidanceRows
{
    private static readonly string[] Neglects =
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

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period) =>
        Matters(world, period).SelectMany(matter => Climb(world, period, matter));

    // What somebody is spoken to about: tasks reported late, and what a weak union neglects.
    private static IEnumerable<GuidedMatter> Matters(DemoWorld world, Period period)
    {
        var number = 0;
        foreach (var task in DemoTask.Of(world, period.Year))
        {
            foreach (var unit in task.Late)
            {
                number++;
                if (number <= world.Scaled(26))
                {
                    yield return new(number, unit, task.Code, $"“{task.Name}”逾期未反馈", task.DueOn.AddDays(1));
                }
            }
        }

        var candidates = world.Unions.Where(u => u.IsLasting(period.Year) && u.Quality < -0.2).ToArray();
        for (var i = 0; i < world.Scaled(30) && candidates.Length > 0; i++)
        {
            var random = SeededRandom.For(world.Seed, "guidance", "", (period.Year * 10000) + i);
            var union = candidates[(int)((long)candidates.Length * i / world.Scaled(30))];
            yield return new(
                500 + i,
                union.Code,
                "",
                random.Pick(Neglects),
                new DateOnly(period.Year, random.Between(2, 10), random.Between(1, 28))
            );
        }
    }

    private static IEnumerable<DemoCell[]> Climb(DemoWorld world, Period period, GuidedMatter matter)
    {
        var random = SeededRandom.For(world.Seed, matter.Unit + matter.Task, matter.Text, period.Year);
        double[] chances = [0.66, 0.7, 0.82, 1];
        var issued = matter.Start;
        for (var rung = GuidanceRung.Reminder; rung <= GuidanceRung.Summons; rung++)
        {
            var due = issued.AddDays(rung == GuidanceRung.Reminder ? 15 : 12);
            var isRectified = random.Chance(chances[(int)rung]);
            var rectifiedOn = issued.AddDays(random.Between(4, 12));
            if (issued > period.End)
            {
                yield break;
            }

            var known = isRectified && rectifiedOn <= period.End;
            yield return
            [
                new(
                    GuidanceSchema.Code,
                    string.Create(CultureInfo.InvariantCulture, $"ZD{period.Year}-{matter.Number:0000}-{(int)rung + 1}")
                ),
                new(GuidanceSchema.Organisation, matter.Unit),
                new(GuidanceSchema.Rung, rung.Word()),
                new(GuidanceSchema.Task, matter.Task),
                new(GuidanceSchema.Matter, matter.Text),
                new(GuidanceSchema.IssuedOn, issued),
                new(GuidanceSchema.DueOn, due),
                new(GuidanceSchema.RectifiedOn, known ? rectifiedOn : null),
                new(
                    GuidanceSchema.Result,
                    known ? "已整改"
                        : isRectified || due >= period.End ? "整改中"
                        : "逾期未整改"
                ),
                new(GuidanceSchema.Remark, null),
            ];
            if (isRectified)
            {
                yield break;
            }

            issued = due.AddDays(random.Between(1, 4));
        }
    }

    /// <summary>A matter（事由）: who is guided about what, from which day.</summary>
    private sealed record GuidedMatter(int Number, string Unit, string Task, string Text, DateOnly Start);
}
