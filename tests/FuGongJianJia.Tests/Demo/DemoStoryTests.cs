using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Demo;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Demo;

/// <summary>What a cadre looks for in the committed demo, and believes.</summary>
public sealed partial class DemoStoryTests
{
    private static readonly Period Newest = Period.OfYear(2024);

    public static TheoryData<string> Years => ["2022", "2023", "2024"];

    [Fact]
    public void Nothing_contradicts_but_the_two_books_that_a_merger_left_open()
    {
        var found = CrossChecker
            .Check(DemoData.Scores)
            .Select(d => $"{d.Period} {d.Code.Id} {d.Unit} {d.Here.Key}")
            .ToList();

        Assert.Equal(["2024 FG1205 SL02 H02", "2024 FG1207 SL02-0007 W02"], found);
        Assert.Contains("已并入他会", Remark("SL02", "H02"), StringComparison.Ordinal);
        Assert.Contains("家访汇总没有补记", Remark("SL02-0007", "W02"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 24)]
    [InlineData(11, 90)]
    [InlineData(7, 400)]
    public void Nothing_else_contradicts_whatever_the_seed_and_size(ulong seed, int unions)
    {
        var files = DemoGenerator
            .Generate(new DemoOptions { Seed = seed, Unions = unions })
            .Append(DemoGenerator.Settings())
            .Select(f => f.ToSourceFile())
            .Where(f => !f.Content.IsEmpty);
        var import = Importer.Import([.. files], ImportOptions.Default, TestContext.Current.CancellationToken);
        Assert.False(import.HasErrors, string.Join('\n', import.Diagnostics.Take(5)));
        Assert.DoesNotContain(import.Diagnostics, d => d.Severity == Diagnostics.Severity.Warning);
        var scores = Scorer.Score(import.Dataset!, TestContext.Current.CancellationToken);
        var found = CrossChecker.Check(scores).Select(d => $"{d.Period} {d.Code.Id}").ToList();
        Assert.Subset(new HashSet<string> { "2024 FG1205", "2024 FG1207" }, found.ToHashSet());
        Assert.Equal(found.Distinct(), found);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Only_who_was_in_time_and_complete_is_commended(string year)
    {
        var period = DemoData.Scores.Find(Period.Parse(year))!;
        var late = period
            .Data.Tasks.SelectMany(t => Executors(t).Where(unit => IsLate(t, unit)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.InRange(late.Count, 4, 40);
        Assert.Equal(32, period.Data.Commendations.Length);
        foreach (var commendation in period.Data.Commendations)
        {
            var unit = period.Find(commendation.Organisation!)!;
            Assert.DoesNotContain(unit.Organisation.Code, late);
            var mandatory = Cell(period, unit, "G03").Measure;
            Assert.NotNull(mandatory.Numerator);
            Assert.Equal(mandatory.Denominator, mandatory.Numerator);
            Assert.Equal(0m, Cell(period, unit, "G05").Measure.Value);
            Assert.Equal(0m, Cell(period, unit, "X04").Measure.Value);
        }

        Assert.All(
            period.Data.Tasks.SelectMany(t => t.Steps.Select(s => (Task: t, Step: s))),
            x => Assert.False(x.Step.Kind == TaskStepKind.Commend && IsLate(x.Task, x.Step.Unit), x.Task.Code)
        );
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Documents_are_numbered_in_the_order_of_their_days(string year)
    {
        var period = DemoData.Data.Periods.Single(p => p.Period == Period.Parse(year));
        var documents = period
            .Commendations.Select(c => (c.Document, On: c.GrantedOn))
            .Concat(period.Needs.Where(n => n.PolicyChanged).Select(n => (n.Document, On: n.AnsweredOn!.Value)))
            .Where(d => d.Document is { Length: > 0 })
            .Distinct()
            .GroupBy(d => d.Document![..d.Document!.IndexOf('〕', StringComparison.Ordinal)]);

        foreach (var series in documents)
        {
            var numbers = series
                .OrderBy(d => d.On)
                .Select(d => int.Parse(Number().Match(d.Document!).Groups[1].Value, CultureInfo.InvariantCulture))
                .ToList();
            Assert.Equal(numbers.Order().Distinct(), numbers);
            Assert.True(series.Key != $"示工发〔{year}" || (numbers.Count > 4 && numbers[0] > 3), series.Key);
        }
    }

    [Fact]
    public void What_is_held_fits_month_place_and_unit()
    {
        foreach (var period in DemoData.Data.Periods)
        {
            var units = period.Organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);
            foreach (var activity in period.Activities)
            {
                var unit = units[activity.Organiser];
                var why = $"{period.Period} {activity.Code} {activity.Name} {unit.Name}";
                Assert.True(activity.Start.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), why);
                Assert.True(Months(activity).Contains(activity.Start.Month), why);
                Assert.True(activity.Funds is null || activity.Funds <= activity.Headcount * 2000m, why);
                if (activity.Name.Contains("送清凉", StringComparison.Ordinal))
                {
                    Assert.True(unit.Level != Level.Grassroots || Outdoors().IsMatch(unit.Name), why);
                    Assert.InRange(activity.Funds!.Value / activity.Headcount!.Value, 20m, 61m);
                }

                if (unit.Level == Level.Grassroots)
                {
                    Assert.True(activity.Headcount <= unit.Workers * activity.Sessions, why);
                }

                Assert.Matches("^(五提升·(关爱服务|技能素质|生活品质|助企精度|产改实效))?$", activity.Programme ?? "");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Talks_are_those_of_the_ledger(string year)
    {
        var period = DemoData.Scores.Find(Period.Parse(year))!;
        var talks = period
            .Data.Activities.Where(a => a.Kind == "大讲堂")
            .GroupBy(a => a.Organiser)
            .ToDictionary(g => g.Key, g => g.Sum(a => a.Sessions), StringComparer.Ordinal);

        Assert.Equal(talks.Values.Sum(), Cell(period, period.Find("SL00")!, "R03").Measure.Value);
        foreach (var unit in period.Unions.Where(u => u.Organisation.Level == Level.Grassroots))
        {
            if (Cell(period, unit, "R03") is { State: CellState.Scored } cell)
            {
                Assert.Equal(talks.GetValueOrDefault(unit.Organisation.Code), cell.Measure.Value);
            }
        }
    }

    [Fact]
    public void Guidance_is_mended_when_the_report_comes_and_one_matter_climbs_to_the_top()
    {
        foreach (var period in DemoData.Data.Periods)
        {
            var tasks = period.Tasks.ToDictionary(t => t.Code, StringComparer.Ordinal);
            foreach (var guidance in period.Guidance.Where(g => g.Task is not null && g.RectifiedOn is not null))
            {
                Assert.Equal(FirstReport(tasks[guidance.Task!], guidance.Organisation), guidance.RectifiedOn);
            }
        }

        var newest = DemoData.Data.Periods.Single(p => p.Period == Newest);
        var summons = Assert.Single(newest.Guidance, g => g.Rung == GuidanceRung.Summons);
        var ladder = newest.Guidance.Where(g => g.Code[..^1] == summons.Code[..^1]).OrderBy(g => g.IssuedOn).ToList();
        Assert.Equal(Enum.GetValues<GuidanceRung>(), ladder.Select(g => g.Rung));
        Assert.NotNull(summons.RectifiedOn);
        Assert.All(ladder.SkipLast(1), g => Assert.Null(g.RectifiedOn));
        Assert.DoesNotContain(
            DemoData.Data.Periods.Where(p => p.Period.Year < 2024).SelectMany(p => p.Guidance),
            g => g.Rung == GuidanceRung.Summons
        );
    }

    [Fact]
    public void Studios_are_rare_and_stand_in_large_firms_and_institutions()
    {
        var period = DemoData.Scores.Find(Newest)!;
        var unions = period.Unions.Where(u => u.Organisation.Level == Level.Grassroots).ToList();
        var studios = unions.Where(u => Cell(period, u, "H02") is { Measure.Word: not (null or "无") }).ToList();

        Assert.InRange(unions.Count / studios.Count, 20, 40);
        Assert.All(studios, u => Assert.True(u.Organisation is { Workers: >= 100, Kind: OrganisationKind.Grassroots }));
    }

    [Fact]
    public void The_exporting_system_differs_by_no_more_than_rounding()
    {
        var period = DemoData.Scores.Find(Period.OfYear(2023))!;
        var differences = period
            .Data.ReportedIndexes.Select(r => Math.Abs(r.Total!.Value - period.Find(r.Organisation)!.Total!.Value))
            .ToList();

        Assert.True(differences.Count > 200);
        Assert.InRange(differences.Count(d => d == 0.01m), 1, 3);
        Assert.DoesNotContain(CrossChecker.Check(DemoData.Scores), d => d.Code.Id is "FG1001" or "FG1002");
    }

    [Fact]
    public void Exports_come_in_every_length_and_form_that_an_office_has()
    {
        Assert.Equal(
            ["2022", "2023", "2024Q1", "2024Q2", "2024H1", "2024Q3", "2024-11", "2024Q4", "2024"],
            DemoData.Data.Periods.Select(p => p.Period.ToString())
        );
        var workbook = Assert.Single(Directory.GetFiles(Repository.PathOf("data", "2024-11")));
        var sheets = Importer
            .Import(
                [.. SourcesOf("2024-11"), .. SourcesOf("2024")],
                ImportOptions.Default,
                TestContext.Current.CancellationToken
            )
            .Diagnostics.Where(d => d.Code == "FG0015")
            .Select(d => d.Place.Sheet);
        Assert.EndsWith(".xlsx", workbook, StringComparison.Ordinal);
        Assert.Equal(["任务", "任务流转", "指标值", "组织"], sheets.Order(StringComparer.Ordinal));
        Assert.False(
            System.Text.Unicode.Utf8.IsValid(File.ReadAllBytes(Repository.PathOf("data", "2022", "活动.csv")))
        );
        Assert.StartsWith("HD2022-", DemoData.Data.Periods[0].Activities[0].Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_is_one_that_a_spreadsheet_opens()
    {
        using var workbook = SpreadsheetDocument.Open(
            Assert.Single(Directory.GetFiles(Repository.PathOf("data", "2024-11"))),
            isEditable: false
        );

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(workbook, TestContext.Current.CancellationToken)
                .Select(e => e.Description)
        );
    }

    [Fact]
    public void A_merged_a_split_a_dissolved_a_renamed_and_a_new_union_tell_what_became_of_them()
    {
        var (before, now) = (Units("2023"), Units("2024"));
        var told = DemoData
            .Data.Periods.Where(p => p.Period.Kind == PeriodKind.Year)
            .SelectMany(p => p.Activities)
            .Where(a => a.Kind == "会议")
            .Select(a => a.Summary ?? "")
            .ToList();

        Assert.Equal(
            (OrganisationStatus.Merged, "SL02-0007"),
            (before["SL02-0008"].Status, before["SL02-0008"].Lineage[0])
        );
        Assert.Equal(OrganisationStatus.Dissolved, now["SL07-0003"].Status);
        Assert.All(["SL07-0010", "SL07-0011"], code => Assert.Equal(["SL07-0003"], now[code].Lineage));
        Assert.Equal(OrganisationStatus.Dissolved, now["SL04-0002"].Status);
        Assert.NotEqual(before["SL03-0005"].Name, now["SL03-0005"].Name);
        Assert.Equal(OrganisationStatus.New, now["SL05-0008"].Status);
        Assert.All(
            [
                $"{before["SL02-0008"].Name}并入{before["SL02-0007"].Name}",
                $"{now["SL07-0003"].Name}分设为{now["SL07-0010"].Name}、{now["SL07-0011"].Name}",
                $"企业停业，{now["SL04-0002"].Name}办理撤销",
                $"{before["SL03-0005"].Name}更名为{now["SL03-0005"].Name}",
                $"{now["SL05-0008"].Name}成立",
            ],
            sentence => Assert.Single(told, t => t.Contains(sentence, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_ledgers_have_what_the_cases_tell()
    {
        var year = DemoData.Data.Periods.Single(p => p.Period == Newest);
        var pairs = year.Pairings.Where(p => p.Organisation == "SL00-0005").ToList();
        Assert.Equal((24, 20), (pairs.Count, pairs.Count(p => p.Completed)));
        Assert.Contains(
            year.Activities,
            a => a is { Organiser: "SL01", Kind: "大讲堂", Sessions: 6, Headcount: 410, Approximate: true }
        );
        Assert.Contains(year.Activities, a => a is { Organiser: "SL06", Kind: "劳模助企", Start.Month: 6 });
        Assert.Contains(year.Activities, a => a is { Organiser: "SL08", Headcount: 84, Start.Month: 7 });
        Assert.Contains(
            year.Activities,
            a => a is { Organiser: "SL00-0010", Kind: "家访", Headcount: 126, Start.Month: 10 }
        );
        var night = Assert.Single(year.Activities, a => a is { Organiser: "SL11-0002", Headcount: 36, Start.Month: 8 });
        var need = Assert.Single(year.Needs, n => n is { Organisation: "SL11-0002", PolicyChanged: true });
        Assert.Equal(47, night.Start.DayNumber - need.ReportedOn.DayNumber);
        var reminders = year
            .Guidance.Where(g =>
                g.Organisation.StartsWith("SL09-", StringComparison.Ordinal)
                && g.Matter.Contains("实名制", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Equal(7, reminders.Count);
        Assert.All(reminders, g => Assert.True(g is { Rung: GuidanceRung.Reminder, RectifiedOn.Month: 3 }));
        var (autumn, winter) = (Visits("2024Q3"), Visits("2024"));
        Assert.True(winter.Made - autumn.Made >= 126 && winter.Problems - autumn.Problems >= 31);
    }

    private static (int Made, int Problems) Visits(string period) =>
        DemoData
            .Data.Periods.Single(p => p.Period == Period.Parse(period))
            .HomeVisits.Single(v => v.Organisation == "SL00-0010")
            is var v
            ? (v.Made, v.Problems!.Value)
            : default;

    private static IEnumerable<SourceFile> SourcesOf(string period) =>
        Directory
            .EnumerateFiles(Repository.PathOf("data", period))
            .Select(p => new SourceFile($"data/{period}/{Path.GetFileName(p)}", File.ReadAllBytes(p)));

    private static Dictionary<string, Organisation> Units(string period) =>
        DemoData
            .Data.Periods.Single(p => p.Period == Period.Parse(period))
            .Organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);

    private static string Remark(string unit, string indicator) =>
        DemoData
            .Data.Periods.Single(p => p.Period == Newest)
            .Observations.Single(o => o.Organisation == unit && o.Indicator == indicator)
            .Remark
        ?? "";

    private static Cell Cell(PeriodScores period, ScoredUnion unit, string indicator) =>
        unit.Cells[period.Codes.IndexOf(indicator)];

    private static IEnumerable<string> Executors(WorkTask task) =>
        task.Steps.Where(s => s.Kind == TaskStepKind.TakeOn).Select(s => s.Unit).Distinct();

    private static DateOnly? FirstReport(WorkTask task, string unit) =>
        task.Steps.FirstOrDefault(s => s.Kind == TaskStepKind.ReportBack && s.Unit == unit)?.On;

    private static bool IsLate(WorkTask task, string unit) => !(FirstReport(task, unit) <= task.DueOn);

    private static int[] Months(Activity activity) =>
        activity.Name switch
        {
            var n when n.Contains("新春", StringComparison.Ordinal) => [1],
            var n when n.Contains("女职工", StringComparison.Ordinal) => [3],
            var n when n.Contains("要约", StringComparison.Ordinal) => [3, 4],
            var n when n.Contains("高温", StringComparison.Ordinal) || n.Contains("暑期", StringComparison.Ordinal) =>
            [
                7,
                8,
            ],
            var n when n.Contains("疗休养", StringComparison.Ordinal) => [4, 5, 6, 9, 10],
            var n when n.Contains("汇演", StringComparison.Ordinal) => [4, 5, 9],
            _ => [.. Enumerable.Range(1, 12)],
        };

    [GeneratedRegex(@"〕(\d+)号$")]
    private static partial Regex Number();

    [GeneratedRegex("建设|建筑|物流|快递|配送|新就业形态|公共交通|水务|物业")]
    private static partial Regex Outdoors();
}
