using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>Tables of the method: rules, catalogue, targets, weights, corrections.</summary>
internal static partial class Cells
{
    private static bool RuleRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Indicator = s.P.Data.Catalogue.FirstOrDefault(i =>
            i.Code == s.Code && Levels(i) == row[0] && Classes(i) == row[1]
        );
        return s.Indicator is not null;
    }

    private static string Levels(Catalogue.Indicator i) =>
        string.Join('、', i.Levels.Select(l => new[] { "区", "镇街", "基层" }[(int)l]));

    private static string Classes(Catalogue.Indicator i) =>
        i.Categories.IsEmpty && i.Kinds.IsEmpty
            ? "全部"
            : string.Join(
                '、',
                i.Categories.Select(c => new[] { "机关", "事业", "企业", "社会组织", "其他" }[(int)c])
                    .Concat(
                        i.Kinds.Select(k =>
                            new[] { "总工会", "镇街总工会", "基层工会", "联合工会", "产业工会" }[(int)k]
                        )
                    )
            );

    private static string Rule(Catalogue.Indicator i) =>
        new[] { "达标比例", "计数", "分档", "扣分", "是否", "清单" }[(int)i.Rule.Kind];

    private static string Pooling(Catalogue.Indicator i) =>
        new[] { "合并比率", "求和", "达标单位占比", "最高级别", "不汇总" }[(int)i.Aggregation];

    private static readonly Dictionary<string, Func<Scene, string?>> Rules = new(StringComparer.Ordinal)
    {
        ["适用类别"] = s => Classes(s.Indicator!),
        ["怎样得分"] = s =>
            s.Indicator!.Rule.Kind switch
            {
                RuleKind.YesNo => "做到得100分，没有做到得0分",
                RuleKind.Checklist => "全部完成得100分，否则按完成的项数计",
                RuleKind.Deduction => $"从100分起，每{s.Indicator.Unit}扣{Say.Plain(s.Indicator.Rule.Target)}分",
                RuleKind.Tiers => string.Join(
                    '，',
                    s.Indicator.Rule.Tiers.Select(t =>
                        t.Word is { } word
                            ? $"{word}{Say.Plain(t.Points)}分"
                            : $"{Say.Plain(t.Threshold)}{s.Indicator.Unit}及以上{Say.Plain(t.Points)}分"
                    )
                ),
                RuleKind.TargetRatio => $"达到{Say.Plain(s.Indicator.Rule.Target)}%得100分，不到的按比例计",
                _ => $"满{Say.Plain(s.Indicator.Rule.Target)}{s.Indicator.Unit}得100分，不到的按比例计",
            },
        ["汇总方式"] = s => Pooling(s.Indicator!),
    };

    private static bool CodeRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Indicator = s.P.Data.Catalogue.FirstOrDefault(i =>
            i.Code == row[0] && Levels(i) == row[6] && Classes(i) == row[7]
        );
        return s.Indicator is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Catalogue = new(StringComparer.Ordinal)
    {
        ["指标"] = s =>
            s.Indicator!.Name + (s.Indicator.Mandatory ? "［必备］" : "") + (s.Indicator.Veto ? "［一票否决］" : ""),
        ["指数"] = s => Say.Indexes[(int)s.Indicator!.Index],
        ["规则"] = s => Rule(s.Indicator!),
        ["目标或参数"] = s => Parameter(s.Indicator!),
        ["分值"] = s => Say.Plain(s.Indicator!.Weight),
        ["适用层级"] = s => Levels(s.Indicator!),
        ["适用类别"] = s => Classes(s.Indicator!),
        ["汇总方式"] = s => Pooling(s.Indicator!),
        ["口径与来源"] = s =>
            (s.Indicator!.Definition.Length > 0 ? s.Indicator.Definition.TrimEnd('。') + "。" : "")
            + (s.Indicator.Source.Length > 0 ? $"来源：{s.Indicator.Source}。" : ""),
    };

    private static string Parameter(Catalogue.Indicator i) =>
        i.Rule.Kind switch
        {
            RuleKind.Tiers => string.Join(
                '；',
                i.Rule.Tiers.Select(t =>
                    t.Word is { } word
                        ? $"{word}{Say.Plain(t.Points)}分"
                        : $"{Say.Plain(t.Threshold)}{(i.Unit == "%" ? "%" : "")}及以上{Say.Plain(t.Points)}分"
                )
            ),
            RuleKind.Deduction => $"每{i.Unit}扣{Say.Plain(i.Rule.Target)}分",
            RuleKind.Checklist => $"最多{Say.Plain(i.Rule.Target)}项",
            RuleKind.YesNo => "/",
            RuleKind.TargetRatio => $"≥{Say.Plain(i.Rule.Target)}%",
            _ => Say.Plain(i.Rule.Target) + (i.Unit == "%" ? "" : i.Unit),
        };

    private static readonly Dictionary<string, Func<Scene, string?>> Targets = new(StringComparer.Ordinal)
    {
        ["指标"] = s =>
            s.P.Data.Catalogue.First(i => s.Row[1].StartsWith(i.Code, StringComparison.Ordinal)) is var i
                ? i.Code + i.Name
                : null,
        ["目标"] = s =>
            s.P.Data.Targets.Where(t =>
                    (s.Office.NameOf(t.Scope) == s.Code || t.Scope == s.Code)
                    && s.Row[1].StartsWith(t.Indicator, StringComparison.Ordinal)
                )
                .Select(t => Say.Plain(t.Value))
                .FirstOrDefault(),
        ["文号"] = s =>
            s.P.Data.Targets.Where(t =>
                    (s.Office.NameOf(t.Scope) == s.Code || t.Scope == s.Code)
                    && s.Row[1].StartsWith(t.Indicator, StringComparison.Ordinal)
                )
                .Select(t => t.Document)
                .FirstOrDefault(),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Weights = new(StringComparer.Ordinal)
    {
        ["权重"] = s => Say.Plain(s.Office.Settings.IndexWeights[IndexOf(s)]),
        ["占比"] = s =>
            Say.Two(100m * s.Office.Settings.IndexWeights[IndexOf(s)] / s.Office.Settings.IndexWeights.Sum()) + "%",
    };

    private static int IndexOf(Scene s) =>
        Array.IndexOf(Say.Indexes, s.Code!.Replace("指数", "", StringComparison.Ordinal));

    private static bool CorrectionRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Raw = s.Office.Corrections.Find(c =>
            Say.Date(c.Date("日期")) == row[0] && s.Office.NameOf(c["组织"]) == row[2]
        );
        s.Row = row;
        return s.Raw is not null;
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Corrections = new(StringComparer.Ordinal)
    {
        ["更正的期间"] = s => Period.Parse(s.Raw!["期间"]).Title,
        ["单位"] = s => s.Office.NameOf(s.Raw!["组织"]),
        ["指标"] = s => s.Raw!["指标"] + s.P.Data.Catalogue.First(i => i.Code == s.Raw["指标"]).Name,
        ["原值"] = s => s.Raw!["原值"],
        ["新值"] = s => s.Raw!["新值"],
        ["说明"] = s => s.Raw!["说明"].TrimEnd('。') + (s.Row[^1].EndsWith('。') ? "。" : ""),
    };

    private static readonly Dictionary<string, Func<Scene, string?>> Bands = new(StringComparer.Ordinal)
    {
        ["得分"] = s =>
        {
            var bands = s.Office.Settings.GradeBands;
            var at = Array.IndexOf(["优秀", "良好", "合格", "待提升"], s.Code);
            return at == 0 ? $"{Say.Plain(bands[0])}分及以上"
                : at == 3 ? $"不足{Say.Plain(bands[2])}分"
                : $"{Say.Plain(bands[at])}分及以上，不足{Say.Plain(bands[at - 1])}分";
        },
    };

    // How each rule scores is the method's own text; the second office scores by it.
    private static readonly Dictionary<string, Func<Scene, string?>> Algorithms = new(StringComparer.Ordinal)
    {
        ["算法"] = s =>
            s.Code switch
            {
                "达标比例" => "分子÷分母×100得百分比；百分比÷目标×100为得分，以100分为限",
                "计数" => "个数÷目标×100为得分，以100分为限",
                "分档" => "从最高档起，达到哪一档得哪一档的分；档次可以是数值，也可以是级别名称",
                "扣分" => "100减去每个（起）扣分×个数，扣到0为止",
                "是否" => "是得100分，否得0分",
                _ => "完成项÷适用项×100为得分；不适用的项不计入分母",
            },
    };
}
