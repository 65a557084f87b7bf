using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 指导.csv: matters that climb the ladder one rung at a time until they are mended. A report that was late is mended on
/// the day it comes; what a union neglects is mended where its values of the year say so, and else stays open.
/// </summary>
internal static class GuidanceRows
{
    private static readonly (string Text, string Indicator)[] Neglects =
    [
        ("会员实名制信息补录进度偏慢", "G02"),
        ("到期未按期换届", "G03"),
        ("工会经费未按期足额上缴", "G04"),
        ("经审问题整改超期", "G05"),
        ("技能培训进度落后于计划", "H03"),
        ("集体合同到期未续签", "X02"),
    ];

    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period) =>
        Matters(world, period.Year)
            .Select((matter, i) => matter with { Number = i + 1 })
            .SelectMany(matter => Climb(period, matter));

    // What somebody is spoken to about, in an order that all exports of a year share.
    private static IEnumerable<Matter> Matters(DemoWorld world, int year) =>
        LateReports(world, year).Concat(RealNames(world, year)).Concat(Neglected(world, year));

    private static IEnumerable<Matter> LateReports(DemoWorld world, int year) =>
        from task in world.TasksOf(year).Tasks
        from unit in task.Executors
        where task.IsLate(unit)
        select new Matter(
            0,
            unit,
            task.Code,
            "",
            $"“{task.Name}”逾期未反馈",
            task.DueOn.AddDays(1),
            task.ReportedOn(unit),
            GuidanceRung.Summons
        );

    private static IEnumerable<Matter> RealNames(DemoWorld world, int year) =>
        year != Stories.Year
            ? []
            : world
                .Unions.Where(u => u.Parent == Stories.RealNames && u.IsLasting(year))
                .Take(Stories.Reminders)
                .Select(
                    (u, i) =>
                        new Matter(
                            0,
                            u.Code,
                            "",
                            Neglects[0].Indicator,
                            Neglects[0].Text,
                            Workdays.From(new(year, 3, 4 + (i % 3))),
                            Workdays.From(new(year, 3, 13 + (i % 3))),
                            GuidanceRung.Reminder
                        )
                );

    // Mended within the quarter, so that no quarter ends with a value that contradicts it; what the year leaves undone
    // is found in its last weeks and supervised at most.
    private static IEnumerable<Matter> Neglected(DemoWorld world, int year)
    {
        var values = new UnionValues(world, Period.OfYear(year));
        var unions = world.Unions.Where(u => u.IsLasting(year) && u.Parent != Stories.RealNames).ToArray();
        var count = world.Scaled(24);
        for (var i = 0; i < count && unions.Length > 0; i++)
        {
            var random = SeededRandom.For(world.Seed, "guidance", "", (year * 10000) + i);
            var union = unions[(int)(((long)unions.Length * i / count) + random.Between(0, unions.Length / count / 2))];
            var (text, indicator) = Neglects[(i + year) % Neglects.Length];
            var value = values.Of(union).FirstOrDefault(v => v.Indicator == indicator && v.IsReported);
            if (value.Indicator is null)
            {
                continue;
            }

            if (!IsMet(value))
            {
                var late = Workdays.From(new DateOnly(year, 11, 27).AddDays(random.Between(0, 24)));
                yield return new(0, union.Code, "", indicator, text, late, null, GuidanceRung.Supervision);
            }
            else if (indicator is not "G04")
            {
                var start = Workdays.From(new(year, (random.Between(1, 4) * 3) - 2, random.Between(8, 20)));
                var rung = random.Chance(0.7) ? GuidanceRung.Reminder : GuidanceRung.Warning;
                var mended = Workdays.From(start.AddDays(DemoLadder.Start(rung) - 1 + random.Between(4, 11)));
                yield return new(0, union.Code, "", indicator, text, start, mended, rung);
            }
        }
    }

    private static bool IsMet(DemoValue value) =>
        value switch
        {
            { Indicator: "G02" } => value.Numerator * 100 >= value.Denominator * 95,
            { Denominator: not null } => value.Numerator >= value.Denominator,
            _ => value.Value is 0,
        };

    private static IEnumerable<DemoCell[]> Climb(Period period, Matter matter)
    {
        for (var rung = GuidanceRung.Reminder; rung <= matter.Highest; rung++)
        {
            var issued = IssuedOn(rung);
            if (issued > period.End || issued > matter.MendedOn)
            {
                yield break;
            }

            var due = Workdays.From(issued.AddDays(DemoLadder.Days(rung)));
            var isLast = rung == matter.Highest || IssuedOn(rung + 1) > matter.MendedOn;
            var isMended = isLast && matter.MendedOn <= period.End;
            yield return
            [
                new(
                    GuidanceSchema.Code,
                    string.Create(CultureInfo.InvariantCulture, $"ZD{period.Year}-{matter.Number:0000}-{(int)rung + 1}")
                ),
                new(GuidanceSchema.Organisation, matter.Unit),
                new(GuidanceSchema.Rung, rung.Word()),
                new(GuidanceSchema.Task, matter.Task),
                new(GuidanceSchema.Indicator, matter.Indicator),
                new(GuidanceSchema.Matter, matter.Text),
                new(GuidanceSchema.IssuedOn, issued),
                new(GuidanceSchema.DueOn, due),
                new(GuidanceSchema.RectifiedOn, isMended ? matter.MendedOn : null),
                new(
                    GuidanceSchema.Result,
                    isMended ? "已整改"
                        : due >= period.End ? "整改中"
                        : "逾期未整改"
                ),
                new(GuidanceSchema.Document, null),
                new(GuidanceSchema.Remark, null),
            ];
        }

        DateOnly IssuedOn(GuidanceRung rung) => Workdays.From(matter.Start.AddDays(DemoLadder.Start(rung) - 1));
    }

    /// <summary>A matter（事由）: who is guided about what, from which day, until when, up to which rung.</summary>
    private sealed record Matter(
        int Number,
        string Unit,
        string Task,
        string Indicator,
        string Text,
        DateOnly Start,
        DateOnly? MendedOn,
        GuidanceRung Highest
    );
}
