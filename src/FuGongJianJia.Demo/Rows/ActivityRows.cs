using System.Globalization;
using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 活动.csv: every talk that R03 counts, a row a quarter; what is held besides, in its season, by whom it fits; what
/// became of unions; and what the cases tell. Numbered by the day.
/// </summary>
internal static class ActivityRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period) =>
        Year(world, period.Year)
            .OrderBy(a => a.Start)
            .ThenBy(a => a.Organiser.Code, StringComparer.Ordinal)
            .ThenBy(a => a.Name, StringComparer.Ordinal)
            .Select((a, i) => (Activity: a, Number: i + 1))
            .Where(x => x.Activity.Start >= period.Start && x.Activity.Start <= period.End)
            .Select(x => Row(period.Year, x.Number, x.Activity));

    private static DemoCell[] Row(int year, int number, Held a) =>
        [
            new(ActivitySchema.Code, string.Create(CultureInfo.InvariantCulture, $"HD{year}-{number:000}")),
            new(ActivitySchema.Title, a.Organiser.Prefix + a.Name),
            new(ActivitySchema.Kind, a.Kind),
            new(ActivitySchema.Programme, a.Programme),
            new(ActivitySchema.Organiser, a.Organiser.Code),
            new(ActivitySchema.CoOrganiser, a.Partner),
            new(ActivitySchema.Start, a.Start),
            new(ActivitySchema.End, a.End),
            new(ActivitySchema.Place, a.Place),
            new(ActivitySchema.Headcount, a.People),
            new(ActivitySchema.Approximate, a.Approximate),
            new(ActivitySchema.HeadcountKind, a.Attendances ? "人次" : "人"),
            new(ActivitySchema.Sessions, a.Sessions),
            new(ActivitySchema.Funds, a.Yuan is > 0 ? a.Yuan / 100 * 100 : null),
            new(ActivitySchema.Summary, a.Summary),
        ];

    private static IEnumerable<Held> Year(DemoWorld world, int year) =>
        Talks(world, year)
            .Concat(Programme(world, year))
            .Concat(Changes(world, year))
            .Concat(year == Stories.Year ? Told(world) : []);

    private static IEnumerable<Held> Talks(DemoWorld world, int year)
    {
        var whole = Period.OfYear(year);
        var (towns, unions) = (new TownValues(world, whole), new UnionValues(world, whole));
        foreach (var held in Talks(world, Organiser.District, towns.TalkDays(null), "区工人文化宫", 80, 150))
        {
            yield return held;
        }

        foreach (var town in world.Towns)
        {
            foreach (var held in Talks(world, Organiser.Of(town), towns.TalkDays(town), "职工活动中心", 40, 110))
            {
                yield return held;
            }
        }

        foreach (var union in world.Unions)
        {
            var workers = union.WorkersIn(year, world.BaseYear);
            var (low, high) = (Math.Max(8, workers / 5), Math.Clamp(workers / 2, 10, 140));
            var organiser = Organiser.Of(world, union, whole.End);
            foreach (
                var held in Talks(world, organiser, unions.TalkDays(union), "本单位会议室", Math.Min(low, high), high)
            )
            {
                yield return held;
            }
        }
    }

    // The talks of a quarter are a row; those of the story were counted by the eye.
    private static IEnumerable<Held> Talks(
        DemoWorld world,
        Organiser organiser,
        IEnumerable<DateOnly> days,
        string place,
        int low,
        int high
    )
    {
        foreach (var quarter in days.GroupBy(day => (day.Month - 1) / 3))
        {
            var (first, last, sessions) = (quarter.First(), quarter.Last(), quarter.Count());
            var random = SeededRandom.For(world.Seed, organiser.Code, "talks", (first.Year * 10) + quarter.Key);
            var isTold = quarter.Contains(Stories.EveningLectures[0]) && organiser.Code == Stories.Streets;
            var people = isTold ? Stories.EveningAttendances : sessions * random.Between(low, high);
            var approximate = isTold || (people > 60 && random.Chance(0.1));
            yield return new(organiser, "大讲堂", isTold ? "傍晚大讲堂" : "劳模工匠大讲堂", "五提升·技能素质", first)
            {
                End = last,
                Place = isTold ? "园区食堂" : place,
                People = approximate ? people / 10 * 10 : people,
                Approximate = approximate,
                Attendances = true,
                Sessions = sessions,
                Yuan = random.Chance(0.7) ? sessions * random.Between(4, 12) * 100 : null,
                Summary = isTold ? "一课一题，散场时由听课职工打分" : "劳模工匠讲自己的手艺和经历，留时间提问",
            };
        }
    }

    private static IEnumerable<Held> Programme(DemoWorld world, int year)
    {
        var values = new UnionValues(world, Period.OfYear(year));
        foreach (var subject in ActivitySubject.All.Append(ActivitySubject.OfStudios))
        {
            if (subject.OfDistrict is var (hall, few, many))
            {
                yield return Hold(subject, Organiser.District, hall, few, many);
            }

            foreach (var town in world.Towns.Where(t => Holds(t.Code, subject, subject.OfTowns.Share)))
            {
                var (_, place, low, high) = subject.OfTowns;
                yield return Hold(subject, Organiser.Of(town), place, low, high);
            }

            foreach (var union in world.Unions.Where(u => u.IsLasting(year) && subject.OfUnions.Share > 0))
            {
                var workers = union.WorkersIn(year, world.BaseYear);
                if (
                    subject.Fits(union, workers)
                    && Holds(union.Code, subject, subject.OfUnions.Share)
                    && (subject != ActivitySubject.OfStudios || values.Studio(union) != "无")
                )
                {
                    var (_, place, low, high) = subject.OfUnions;
                    yield return Hold(
                        subject,
                        Organiser.Of(world, union, new(year, 12, 31)),
                        place,
                        Math.Max(6, (int)(workers * low)),
                        Math.Max(8, (int)(workers * high))
                    );
                }
            }
        }

        bool Holds(string unit, ActivitySubject subject, double share) =>
            SeededRandom.For(world.Seed, unit, subject.Name, year).Chance(share);

        Held Hold(ActivitySubject subject, Organiser organiser, string place, int low, int high)
        {
            var random = SeededRandom.For(world.Seed, organiser.Code, subject.Name + "held", year);
            var start = Workdays.From(
                new(year, random.Pick(subject.Months), random.Between(subject.Between.First, subject.Between.Last))
            );
            var people = random.Between(low, high);
            var approximate = people > 100 && random.Chance(0.2);
            return new(organiser, subject.Kind, subject.Name, subject.Programme, start)
            {
                End = start.AddDays(subject.Days - 1),
                Place = place,
                People = approximate ? people / 10 * 10 : people,
                Approximate = approximate,
                Attendances = subject.Attendances,
                Yuan = subject.Yuan.High > 0 ? people * random.Between(subject.Yuan.Low, subject.Yuan.High) : null,
                Summary = subject.Summary,
            };
        }
    }

    // What the cases tell and neither the year's programme nor the talks have.
    private static IEnumerable<Held> Told(DemoWorld world)
    {
        var towns = world.Towns.ToDictionary(t => t.Code, Organiser.Of, StringComparer.Ordinal);
        var unions = world.Unions.ToDictionary(u => u.Code, StringComparer.Ordinal);
        if (towns.TryGetValue(Stories.Childcare, out var childcare))
        {
            yield return new(childcare, "慰问", "暑期职工子女托管班", "五提升·关爱服务", new(Stories.Year, 7, 8))
            {
                End = new(Stories.Year, 8, 23),
                Place = "镇中心小学",
                People = 84,
                Yuan = 84 * 600,
                Summary = "托管到18时，名额先给双职工和一线职工家庭",
            };
        }

        if (unions.TryGetValue(Stories.CoatingFirm, out var firm))
        {
            yield return new(
                towns[Stories.Coating],
                "劳模助企",
                "涂布线技术会诊",
                "五提升·助企精度",
                new(Stories.Year, 6, 13)
            )
            {
                End = new(Stories.Year, 6, 13),
                Partner = firm.Name,
                Place = "涂布车间",
                People = 16,
                Summary = "三位劳模工匠跟班会诊涂布线停机，提出改进建议11条，采纳8条",
            };
        }

        if (unions.TryGetValue(Stories.NightClass, out var night))
        {
            yield return new(
                Organiser.Of(world, night, Stories.Night.Lesson),
                "培训",
                "夜间技能班",
                "五提升·技能素质",
                Stories.Night.Lesson
            )
            {
                End = Stories.Night.Lesson.AddDays(19),
                Place = "本单位实训室",
                People = 36,
                Yuan = 36 * 200,
                Summary = "轮班职工晚间上课，36人参加，33人结业",
            };
        }

        if (unions.TryGetValue(Stories.Dancers, out var dancers))
        {
            yield return new(
                Organiser.Of(world, dancers, new(Stories.Year, 5, 1)),
                "文体",
                "职工汇演",
                "",
                new(Stories.Year, 5, 1)
            )
            {
                End = new(Stories.Year, 5, 1),
                Place = "商场中庭",
                People = 52,
                Yuan = 52 * 60,
                Summary = "17家商户的52名职工同台，工间操编成开场节目",
            };
        }

        if (unions.TryGetValue(Stories.Buses, out var buses))
        {
            yield return new(
                Organiser.Of(world, buses, new(Stories.Year, 10, 8)),
                "家访",
                "驾驶员家访",
                "五提升·关爱服务",
                new(Stories.Year, 10, 8)
            )
            {
                End = new(Stories.Year, 10, 31),
                Place = "驾驶员家庭",
                People = 126,
                Summary = "按出车安排上门，反映问题31个，当月解决19个",
            };
        }
    }

    // What became of unions in the year, with the meeting that saw to it.
    private static IEnumerable<Held> Changes(DemoWorld world, int year)
    {
        var unions = world.Unions.ToDictionary(u => u.Code, StringComparer.Ordinal);
        var parts = world.Unions.Where(u => u.SplitFrom is not null).ToLookup(u => u.SplitFrom!);
        foreach (var union in world.Unions.Where(u => u.Town >= 0))
        {
            var town = Organiser.Of(world.Towns[union.Town]);
            if (union.Renamed is { } renamed && renamed.On.Year == year)
            {
                yield return Meeting(
                    town,
                    "基层工会更名备案会",
                    renamed.On.AddDays(-7),
                    14,
                    $"{renamed.Name}更名为{union.Name}，委员会届期不变"
                );
            }

            if (union.SplitFrom is null && union.Founded.Year == year && union.Founded.Year >= world.BaseYear)
            {
                yield return Meeting(
                    town,
                    "新建企业工会成立大会",
                    union.Founded,
                    union.MembersIn(year, world.BaseYear),
                    $"{union.Name}成立，选出第一届委员会和经费审查委员会"
                );
            }

            if (union.Ended is not { } ended || ended.Year != year)
            {
                continue;
            }

            yield return parts[union.Code].Any()
                ? Meeting(
                    town,
                    "联合工会分设大会",
                    ended.AddDays(-3),
                    48,
                    $"{union.Name}分设为{string.Join('、', parts[union.Code].Select(u => u.Name))}，会员按所在行业转入"
                )
            : union.MergedInto is { } into
                ? Meeting(
                    town,
                    "基层工会合并大会",
                    ended.AddDays(-3),
                    union.MembersIn(year, world.BaseYear),
                    $"职工不足25人，{union.Name}并入{unions[into].Name}，会员关系一并转入"
                )
            : Meeting(
                town,
                "停业企业工会撤销办理会",
                ended.AddDays(-3),
                12,
                $"企业停业，{union.Name}办理撤销，经费和财产经审计后由上级工会管理，会员关系转出"
            );
        }

        static Held Meeting(Organiser organiser, string name, DateOnly on, int people, string summary) =>
            new(organiser, "会议", name, "", Workdays.From(on))
            {
                End = Workdays.From(on),
                Place = "镇街会议室",
                People = people,
                Summary = summary,
            };
    }

    /// <summary>Who holds it: its code, and what stands before the activity's name.</summary>
    private sealed record Organiser(string Code, string Prefix, string Partner)
    {
        public static Organiser District { get; } = new(DemoNames.DistrictCode, "全区", "");

        public static Organiser Of(DemoTown town) => new(town.Code, town.Place, "");

        public static Organiser Of(DemoWorld world, DemoUnion union, DateOnly day) =>
            new(
                union.Code,
                union.PrefixOn(day),
                union.Town < 0 ? DemoNames.DistrictUnion : world.Towns[union.Town].UnionName
            );
    }

    /// <summary>An activity that was held.</summary>
    private sealed record Held(Organiser Organiser, string Kind, string Name, string Programme, DateOnly Start)
    {
        public required DateOnly End { get; init; }

        public required string Place { get; init; }

        public required int People { get; init; }

        public required string Summary { get; init; }

        public string Partner { get; init; } = Organiser.Partner;

        public bool Approximate { get; init; }

        public bool Attendances { get; init; }

        public int Sessions { get; init; } = 1;

        public int? Yuan { get; init; }
    }
}
