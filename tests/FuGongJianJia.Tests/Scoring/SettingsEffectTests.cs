using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Import;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>
/// Choices of the method（方法设置）: each is read, each wrong value is told with what was expected, each has its effect.
/// </summary>
public sealed class SettingsEffectTests
{
    [Theory]
    [InlineData("排名: {公开: 全部}", "“排名.公开”应为 名次 或 档次 或 不公开")]
    [InlineData("排名: {档次: [50, 10]}", "“排名.档次”应为由小到大、不到 100 的整数（1—6 个）")]
    [InlineData("排名: {档次: [0]}", "“排名.档次”应为 1 到 99 的整数")]
    [InlineData("排名: {按单位类别: 也许}", "“排名.按单位类别”应为 是 或 否")]
    [InlineData(
        "稳健性: {算法: [等权, 抓阄]}",
        "“稳健性.算法”应为以下几种中的一种或几种：等权、权重浮动、几何平均、逐项去除、缺报计零"
    )]
    [InlineData("稳健性: {权重浮动: 100}", "“稳健性.权重浮动”应为 1 到 90 的数")]
    [InlineData("稳健性: {几何平均下限: 0}", "“稳健性.几何平均下限”应为 0.01 到 50 的数")]
    [InlineData("稳健性: {不稳健线: 0}", "“稳健性.不稳健线”应为 1 到 100 的数")]
    [InlineData("小数保护词语: [这一个词语实在是太长了长得超过了二十个汉字所以不行]", "“小数保护词语”应为一个或几个词")]
    [InlineData("测评最少有效票: 0", "“测评最少有效票”应为 1 到 1000 的整数")]
    [InlineData("不合格评价: {不合格: 是}", "“不合格评价”应为一个或几个词")]
    [InlineData("评先: {最低总指数: 120}", "“评先.最低总指数”应为 0 到 100 的数")]
    [InlineData("星级: {等级: 五星}", "“星级.等级”应为由高到低的几级")]
    [InlineData("星级: {等级: [{名称: 五星}]}", "“星级.等级”应为由高到低的几级")]
    [InlineData("星级: {等级: [{名称: 五星, 最低总指数: 九十}]}", "“星级.等级”应为 0 到 100 的数，读到“九十”")]
    [InlineData(
        "星级: {等级: [{名称: 五星, 最低总指数: 90, 条件: 表现好}]}",
        "“星级.等级”应为 必备达标 或 资格审查通过"
    )]
    [InlineData(
        "星级: {等级: [{名称: 四星, 最低总指数: 80}, {名称: 五星, 最低总指数: 90}]}",
        "“星级.等级”应为由高到低"
    )]
    [InlineData(
        "星级: {等级: [{名称: 星, 最低总指数: 90}, {名称: 星, 最低总指数: 80}]}",
        "“星级.等级”应为各不相同的名称"
    )]
    [InlineData(
        "星级: {公开: 是, 等级: [{名称: 五星, 最低总指数: 90, 条件: 资格审查通过}]}",
        "条件就不能写“资格审查通过”"
    )]
    [InlineData("对账容差: -1", "“对账容差”应为 0 到 10 的数")]
    public void A_wrong_value_is_told_with_what_was_expected(string yaml, string message) =>
        Assert.Contains(
            Samples.Import(("input/site.yml", Samples.Utf8(yaml + "\n"))).Diagnostics,
            d => d.Code == "FG0603" && d.Message.Contains(message, StringComparison.Ordinal)
        );

    [Fact]
    public void Right_values_are_read()
    {
        var settings = Samples
            .Import(
                (
                    "input/site.yml",
                    Samples.Utf8(
                        "排名: {公开: 不公开, 档次: [10, 25, 50], 按单位类别: 否}\n"
                            + "稳健性: {算法: [逐项去除, 等权], 权重浮动: 10, 几何平均下限: 5, 不稳健线: 4}\n"
                            + "小数保护词语: [困难]\n小数保护计分: 是\n不公开计分: 是\n"
                            + "季度等次: 是\n季度目标: 全年\n单项指数参与比较: 是\n"
                            + "测评最少有效票: 20\n不合格评价: 退回\n对账容差: 0.05\n"
                            + "评先: {必查指标: [G05], 最低总指数: 80}\n"
                            + "星级: {公开: 是, 等级: [{名称: 五星, 最低总指数: 90, 条件: 必备达标}, {名称: 四星, 最低总指数: 80}]}\n"
                    )
                )
            )
            .Dataset!.Settings;
        Assert.Equal(
            (true, true, true, false, true),
            (
                settings.ScoresWithheld,
                settings.ScoresUnpublished,
                settings.GradesEarly,
                settings.ProRata,
                settings.ComparesSingles
            )
        );
        Assert.Equal(
            (PublicStanding.Withheld, false, 20, 0.05m),
            (settings.PublicStanding, settings.RankByCategory, settings.FewestBallots, settings.ReconciliationTolerance)
        );
        Assert.Equal((80m, "G05"), (settings.Commending.LeastTotal, Assert.Single(settings.Commending.Indicators)));
        Assert.True(settings.Stars.ArePublic);
        Assert.Equal([new("五星", 90m, StarCondition.MandatoryMet), new StarLevel("四星", 80m)], settings.Stars.Levels);
        Assert.Equal([10, 25, 50], settings.RankBands);
        Assert.Equal([Variant.EqualWeights, Variant.LeaveOneOut], settings.Robustness.Variants);
        Assert.Equal(
            (10m, 5m, 4m),
            (settings.Robustness.WeightShift, settings.Robustness.GeometricFloor, settings.Robustness.FirmShare)
        );
        Assert.Equal(["困难", "退回"], settings.SensitiveWords.Concat(settings.FailedAppraisals));
    }

    [Fact]
    public void Bands_follow_their_bounds()
    {
        // Ten unions, no ties: 1st is 10 %, 2nd 20 %, 3rd 30 %, 5th 50 %, 6th 60 %.
        var edition = Ranked(new Settings { RankBands = [10, 25, 50] }, 10).Compose();
        Assert.Equal(
            ["前10%", "前25%", "前50%", "前50%", "其余"],
            new[] { 1, 2, 3, 5, 6 }.Select(n => edition.Latest.Find($"C{n:00}")!.Ranking.BandText)
        );
        var thirds = Ranked(new Settings(), 10).Compose();
        Assert.Equal(
            ["前三分之一", "中间三分之一", "中间三分之一", "后三分之一"],
            new[] { 3, 4, 6, 7 }.Select(n => thirds.Latest.Find($"C{n:00}")!.Ranking.BandText)
        );
    }

    [Fact]
    public void Groups_may_leave_the_category_out()
    {
        var small = Ranked(new Settings { RankByCategory = false }, 3)
            .Union("M1", o => o with { Category = UnitCategory.Agency })
            .Union("M2", o => o with { Category = UnitCategory.Institution })
            .Ratio("M1", "R01", 5, 100)
            .Ratio("M2", "R01", 6, 100);
        var scores = small.Score();
        Assert.Equal(("基层·25～199人", 4), (scores.Find("M1")!.Group, scores.Find("M2")!.Rank?.Place));
    }

    [Fact]
    public void The_geometric_mean_has_the_floor_of_the_settings()
    {
        // Indexes 100 and 0, equal weights: the root of 100×1 is 10, of 100×4 it is 20.
        Small Case(decimal floor) =>
            new Small { Settings = new() { Robustness = new() { GeometricFloor = floor } } }
                .Indicator("R01", RuleKind.Count, 10, 100)
                .Indicator("X01", RuleKind.Count, 10, 100)
                .Union("C1")
                .Value("C1", "R01", 10)
                .Value("C1", "X01", 0);
        Assert.Equal((10.00m, 20.00m), (Geometric(Case(1m)), Geometric(Case(4m))));

        static decimal? Geometric(Small small) => Robustness.Geometric(small.Score().Find("C1")!, small.Settings);
    }

    [Fact]
    public void Variants_that_are_switched_off_do_not_move_a_place()
    {
        // C1 leads by R01 alone, which weighs 90 of 100: by equal weights (50, 80, 80, 65, 55) it is last.
        Small Case(params Variant[] variants)
        {
            var small = new Small { Settings = new() { Robustness = new() { Variants = [.. variants] } } }
                .Indicator("R01", RuleKind.Count, 100, 90)
                .Indicator("R02", RuleKind.Count, 100, 10);
            foreach (
                var (union, first, second) in new[]
                {
                    ("C1", 100, 0),
                    ("C2", 80, 80),
                    ("C3", 70, 90),
                    ("C4", 60, 70),
                    ("C5", 50, 60),
                }
            )
            {
                small.Union(union).Value(union, "R01", first).Value(union, "R02", second);
            }

            return small;
        }

        Assert.Equal((1, 5), Range(Case(Variant.EqualWeights)));
        Assert.Equal((1, 1), Range(Case(Variant.IndexWeights, Variant.Geometric, Variant.MissingAsZero)));

        static (int, int) Range(Small small) =>
            small.Score() is var scores && scores.Find("C1")!.Range is { } range ? (range.Best, range.Worst) : default;
    }

    [Fact]
    public void The_shift_of_weights_decides_who_passes_whom()
    {
        // Red and harmony: C1 60 and 50, C2 50 and 59.5. By 20 and 20 C1 leads with 55 to 54.75; it takes a shift of
        // harmony by more than 5.3 % to turn that.
        Assert.Equal((1, 2), (Worst(1m), Worst(20m)));

        static int Worst(decimal shift)
        {
            var small = new Small
            {
                Settings = new()
                {
                    RankMinimumGroup = 2,
                    Robustness = new() { Variants = [Variant.IndexWeights], WeightShift = shift },
                },
            }
                .Indicator("R01", RuleKind.Count, 100, 100)
                .Indicator("X01", RuleKind.Count, 100, 100)
                .Union("C1")
                .Union("C2")
                .Value("C1", "R01", 60)
                .Value("C1", "X01", 50)
                .Value("C2", "R01", 50)
                .Value("C2", "X01", 59.5m);
            var scores = small.Score();
            return scores.Find("C1")!.Range!.Worst;
        }
    }

    [Theory]
    [InlineData(1, true)] // a range of four places in a group of five: more than a third, not more than the whole
    [InlineData(3, false)]
    public void A_place_is_firm_up_to_the_share_of_the_settings(int share, bool firm)
    {
        var small = new Small { Settings = new() { Robustness = new() { FirmShare = share } } }
            .Indicator("R01", RuleKind.Count, 100, 90)
            .Indicator("R02", RuleKind.Count, 100, 10);
        foreach (
            var (union, first, second) in new[]
            {
                ("C1", 100, 0),
                ("C2", 80, 80),
                ("C3", 70, 90),
                ("C4", 60, 70),
                ("C5", 50, 60),
            }
        )
        {
            small.Union(union).Value(union, "R01", first).Value(union, "R02", second);
        }

        Assert.Equal(firm, small.Compose().Latest.Find("C1")!.Robustness!.Firm);
    }

    [Fact]
    public void Words_and_ballots_of_the_settings_decide_what_is_withheld()
    {
        var small = new Small
        {
            Settings = new() { SensitiveWords = ["走访"], FewestBallots = 20 },
        }
            .Indicator("W01", RuleKind.TargetRatio, 100, 50)
            .Indicator("W02", RuleKind.TargetRatio, 100, 30)
            .Indicator("W05", RuleKind.TargetRatio, 100, 20)
            .Union("C1")
            .Ratio("C1", "W01", 1, 3)
            .Ratio("C1", "W02", 1, 3)
            .Ratio("C1", "W05", 14, 15);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        small.Catalogue[1] = small.Catalogue[1] with { Name = "走访慰问覆盖率" };
        small.Catalogue[2] = small.Catalogue[2] with { Definition = "满意票÷有效票" };
        Assert.Equal(
            [Withheld.No, Withheld.Small, Withheld.Small],
            small.Compose().Latest.Find("C1")!.Indicators.Select(i => i.Withheld)
        );
    }

    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("0.05", 0)]
    public void A_difference_within_the_tolerance_is_no_warning(string tolerance, int warnings)
    {
        var small = new Small
        {
            Settings = new()
            {
                ReconciliationTolerance = decimal.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture),
            },
        }
            .Indicator("R01", RuleKind.Count, 10, 100)
            .Union("C1")
            .Value("C1", "R01", 9);
        var data = small.Data with { ReportedIndexes = [new("C1", [90.03m, null, null, null, null], null)] };
        var scores = Scorer.Score(
            new() { Settings = small.Settings, Periods = [data] },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(warnings, CrossChecker.Check(scores).Length);
    }

    [Fact]
    public void What_is_set_aside_is_compared_with_the_exported_index_as_it_counts_there_and_never_noted_in_public()
    {
        var small = new Small { Settings = new() { ScoresWithheld = false } }
            .Indicator("W01", RuleKind.TargetRatio, 100, 60)
            .Indicator("W02", RuleKind.TargetRatio, 100, 40)
            .Union("C1")
            .Ratio("C1", "W01", 1, 2)
            .Ratio("C1", "W02", 80, 100);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        Dataset Exported(decimal warmth) =>
            new()
            {
                Settings = small.Settings,
                Periods = [small.Data with { ReportedIndexes = [new("C1", [null, null, null, warmth, null], null)] }],
            };
        Assert.Empty(CrossChecker.Check(Scorer.Score(Exported(62m), TestContext.Current.CancellationToken)));
        var differs = Scorer.Score(Exported(80m), TestContext.Current.CancellationToken);
        Assert.Single(CrossChecker.Check(differs));
        Assert.Empty(Small.Compose(Exported(80m)).Notes);
    }

    [Fact]
    public void An_appraisal_fails_by_the_words_of_the_settings()
    {
        TaskStep Step(int ordinal, TaskStepKind kind, int day, string result) =>
            new(ordinal, kind, "C1", new(2024, 3, day), result, null, null);
        var task = new WorkTask
        {
            Code = "T1",
            Name = "任务",
            Issuer = "A",
            IssuedOn = new(2024, 3, 1),
            DueOn = new(2024, 3, 20),
            Steps =
            [
                Step(1, TaskStepKind.TakeOn, 2, ""),
                Step(2, TaskStepKind.ReportBack, 10, ""),
                Step(3, TaskStepKind.Appraise, 12, "待整改"),
            ],
        };
        int OnTime(params string[] failed)
        {
            var small = new Small { Settings = new() { FailedAppraisals = [.. failed] } }
                .Indicator("R01", RuleKind.Count, 10, 100)
                .Union("C1")
                .Value("C1", "R01", 9);
            return Small
                .Compose(new() { Settings = small.Settings, Periods = [small.Data with { Tasks = [task] }] })
                .Latest.Tasks!.AcceptedReports.Tasks.Part;
        }

        Assert.Equal((1, 0), (OnTime("不合格"), OnTime("不合格", "待整改")));
    }

    private static Small Ranked(Settings settings, int unions)
    {
        var small = new Small { Settings = settings }.Indicator("R01", RuleKind.TargetRatio, 100, 100);
        for (var n = 1; n <= unions; n++)
        {
            small.Union($"C{n:00}").Ratio($"C{n:00}", "R01", 100 - n, 100);
        }

        return small;
    }
}
