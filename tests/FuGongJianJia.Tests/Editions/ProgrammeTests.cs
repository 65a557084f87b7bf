using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// Programmes（专题）: what is held against what was planned, whom a pair names, what every figure is a part of.
/// </summary>
public sealed class ProgrammeTests
{
    [Fact]
    public void A_pair_is_named_with_consent_and_never_beside_a_term_that_ended_without_completion()
    {
        var mentoring = Compose(d =>
            d with
            {
                Pairings =
                [
                    Pair("1", "C1", new(2024, 9, 30), completed: true, named: true),
                    Pair("2", "C1", new(2024, 9, 30), completed: false, named: true),
                    Pair("3", "C1", new(2025, 3, 31), completed: false, named: true),
                    Pair("4", "C1", new(2024, 9, 30), completed: true, named: false),
                    Pair("5", "C2", new(2024, 9, 30), completed: true, named: true),
                ],
            }
        )
            .Programmes.Single(p => p.Slug == "mentoring");
        Assert.Equal([("师1", "徒1"), null, ("师3", "徒3"), null], mentoring.Pairs.Select(p => p.Names));
        Assert.Equal((5, 4, 3), mentoring.Pairings.Select(p => (p.Made, p.Due, p.Completed)).Single());
        Assert.Equal(
            "列出所在工会公开的4对，在1家工会；另有1对所在工会不公开，不列。其中2对同意公布姓名，其余不写姓名。",
            mentoring.PairsNote
        );
        Assert.Equal("2024年结成师徒5对，到期4对、完成3对。", mentoring.Finding);
        Assert.Equal([("焊接", 4)], mentoring.Skills);
    }

    [Fact]
    public void A_plan_is_the_target_of_the_indicator_that_counts_the_sessions_and_stands_beside_the_months()
    {
        var lectures = Compose(d =>
            d with
            {
                Activities = [Lecture("1", 1, 3), Lecture("2", 3, 2), Lecture("3", 3, 1), Lecture("4", 4, 1)],
            }
        )
            .Programmes.Single(p => p.Slug == "lecture-hall");
        Assert.Equal(12, lectures.Months.Length);
        Assert.Equal([(1, 1, 3), (3, 2, 3)], lectures.Months.Where(m => m.Sessions == 3).Select(Of));
        Assert.Equal("全年计划24场，已办7场，占29.2%。", lectures.PlanText);
        Assert.Equal([2m, 6m, 24m], new[] { 0, 2, 11 }.Select(n => lectures.Months[n].Due(24m)));
        Assert.Equal("12个月里有3个月开展：1月、3月、4月。", lectures.MonthsText);
        Assert.EndsWith(
            "该指标报9场，台账记7场，两数口径不同，没有逐场核对。",
            lectures.PlanNote,
            StringComparison.Ordinal
        );

        static (int, int, int) Of(ProgrammeMonth month) => (month.Month, month.Activities, month.Sessions);
    }

    [Fact]
    public void Visits_tell_the_rest_and_a_figure_of_the_same_thing_that_differs()
    {
        var visits = Compose(d =>
            d with
            {
                HomeVisits =
                [
                    new HomeVisits("C1", 100, 80, 12, 9, 6, null),
                    new HomeVisits("C2", 60, 40, null, null, null, null),
                ],
            }
        )
            .Programmes.Single(p => p.Slug == "home-visits");
        Assert.Equal(12, visits.HomeVisits[0].Priority);
        Assert.Equal(
            "2024年应访160人，实访120人，占75%，职工反映问题9个，已解决6个，尚有3个没有解决。",
            visits.Finding
        );
        Assert.Equal(
            "指标“指标W02”2024年为80/100，走访汇总为120/160：指标缺报、存疑的单位不进该指标的汇总。",
            visits.MeasuredNote
        );
    }

    [Fact]
    public void A_text_opens_its_programme_even_where_nothing_was_recorded_and_parts_are_told_by_year()
    {
        var edition = Compose(
            d => d with { Activities = [Lecture("1", 1, 3, "五提升·技能素质"), Lecture("2", 2, 4, "五提升·关爱服务")] },
            new WrittenPage("programmes/pairs", "拜师结对", 0, "一师一徒。"),
            new WrittenPage("programmes/five", "五提升", 0, "五个方面。")
        );
        Assert.Equal("一师一徒。", edition.Programmes.Single(p => p.Title == "拜师结对").About);
        var five = edition.Programmes.Single(p => p.Slug == "five-improvements");
        Assert.Equal("五个方面。", five.About);
        Assert.Equal(
            [("关爱服务", 4), ("技能素质", 3)],
            five.Parts.Select(p => (p.Name, Assert.Single(p.Years).Total.Sessions))
        );
        Assert.Empty(edition.Programmes.Single(p => p.Slug == "lecture-hall").Parts.Where(p => p.Years.IsEmpty));
    }

    private static PublicEdition Compose(Func<PeriodData, PeriodData> change, params ImmutableArray<WrittenPage> texts)
    {
        var small = new Small()
            .Indicator("R03", RuleKind.Count, 24, 100, Aggregation.Sum)
            .Indicator("W02", RuleKind.TargetRatio, 90, 100)
            .Union("C1")
            .Union("C2", o => o with { IsPublic = false })
            .Value("A", "R03", 9)
            .Ratio("C1", "W02", 80, 100);
        Change(
            small,
            "R03",
            r => r with { Source = "活动台账", Definition = "大讲堂场次", Timing = Timing.Cumulative }
        );
        Change(small, "W02", r => r with { Source = "家访汇总" });
        return Small.Compose(
            new()
            {
                Settings = new(),
                Periods = [change(small.Data)],
                Programmes = texts,
            }
        );
    }

    private static void Change(Small small, string code, Func<Indicator, Indicator> change)
    {
        var at = small.Catalogue.FindIndex(r => r.Code == code);
        small.Catalogue[at] = change(small.Catalogue[at]);
    }

    private static Pairing Pair(string code, string union, DateOnly end, bool completed, bool named) =>
        new()
        {
            Code = code,
            Mentor = "师" + code,
            Apprentice = "徒" + code,
            IsNamed = named,
            Organisation = union,
            Skill = "焊接",
            Start = new(2024, 3, 1),
            End = end,
            Completed = completed,
        };

    private static Activity Lecture(string code, int month, int sessions, string? programme = null) =>
        new()
        {
            Code = code,
            Name = "第" + code + "讲",
            Kind = "大讲堂",
            Programme = programme,
            Organiser = "B",
            Start = new(2024, month, 8),
            End = new(2024, month, 8),
            Sessions = sessions,
        };
}
