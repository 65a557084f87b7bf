using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>The closed lists of 指标（词表）, with what offices write instead.</summary>
internal static class IndicatorVocabulary
{
    public static readonly WordList<IndexKey> Indexes = new(
        Vocabulary.Word,
        ("红色指数", IndexKey.Red),
        ("规范指数", IndexKey.Norm),
        ("活力指数", IndexKey.Vigour),
        ("温暖指数", IndexKey.Warmth),
        ("和谐指数", IndexKey.Harmony)
    );

    public static readonly WordList<RuleKind> Rules = new(
        Vocabulary.Word,
        ("达标", RuleKind.TargetRatio),
        ("比例", RuleKind.TargetRatio),
        ("计数达标", RuleKind.Count),
        ("清单完成", RuleKind.Checklist),
        ("档次", RuleKind.Tiers)
    );

    public static readonly WordList<Aggregation> Aggregations = new(
        Vocabulary.Word,
        ("合计", Aggregation.Sum),
        ("职工数加权", Aggregation.ByWorkers),
        ("会员数加权", Aggregation.ByMembers),
        ("无", Aggregation.None)
    );

    public static readonly WordList<Timing> Timings = new(
        Vocabulary.Word,
        ("年初累计", Timing.Cumulative),
        ("当期", Timing.WithinPeriod),
        ("期末", Timing.PointInTime),
        ("全年", Timing.Yearly)
    );

    public static readonly WordList<Publicity> Publicities = new(
        Vocabulary.Word,
        ("公开", Publicity.Figures),
        ("只得分", Publicity.ScoreOnly),
        ("只公布得分", Publicity.ScoreOnly),
        ("只汇总", Publicity.SumsOnly)
    );

    public static readonly WordList<IndicatorNature> Natures = new(Vocabulary.Word);
}
