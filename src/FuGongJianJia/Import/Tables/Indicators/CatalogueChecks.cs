using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>What a catalogue must be as a whole（指标目录核对）.</summary>
internal static class CatalogueChecks
{
    private const int UsualCount = 23;

    /// <summary>Checks weights, versions, overlaps and the fit of rule, direction and pooling.</summary>
    public static void Check(
        PeriodTables tables,
        List<(Indicator Indicator, SourcePlace Place)> rows,
        bool hasBrokenRows
    )
    {
        var bag = tables.Bag;
        foreach (var (indicator, place) in rows)
        {
            CheckFit(tables, indicator, place);
        }

        foreach (var same in rows.GroupBy(r => r.Indicator.Code, StringComparer.Ordinal))
        {
            CheckSame([.. same], bag);
        }

        CheckCase(rows, bag);
        if (hasBrokenRows)
        {
            // Sums over a table with holes would only repeat what was said of the holes.
            return;
        }

        var file = tables.PlaceOf(IndicatorSchema.Table);
        if (rows.Count == 0)
        {
            bag.Add(CatalogueCodes.NoIndicator, file, "一项指标也没有。请把指标目录填进去，或者删掉这张空表。");
            return;
        }

        var count = rows.Select(r => r.Indicator.Code).Distinct(StringComparer.Ordinal).Count();
        if (count != UsualCount)
        {
            bag.Add(
                CatalogueCodes.IndicatorCount,
                file,
                $"指标有 {count} 项，通行的目录是 {UsualCount} 项。有意增减时可以不理会。"
            );
        }

        foreach (var index in Vocabulary.Indexes)
        {
            CheckWeights(index, [.. rows.Select(r => r.Indicator).Where(i => i.Index == index)], file, bag);
        }
    }

    // Both would be one address: Windows knows no difference of case.
    private static void CheckCase(List<(Indicator Indicator, SourcePlace Place)> rows, DiagnosticBag bag)
    {
        var codes = new Dictionary<string, Indicator>(StringComparer.OrdinalIgnoreCase);
        foreach (var (indicator, place) in rows)
        {
            if (!codes.TryAdd(indicator.Code, indicator) && codes[indicator.Code].Code != indicator.Code)
            {
                bag.Add(
                    TableCodes.DuplicateKey,
                    place,
                    $"指标编码“{indicator.Code}”与“{codes[indicator.Code].Name}”的“{codes[indicator.Code].Code}”"
                        + "只有大小写不同，会成为同一个网址。请改用不同的编码。"
                );
            }
        }
    }

    /// <summary>
    /// A code may weigh differently at each level; wherever it has no row, its row of another level stands in.
    /// </summary>
    private static void CheckWeights(IndexKey index, List<Indicator> rows, SourcePlace file, DiagnosticBag bag)
    {
        if (rows.Count == 0)
        {
            bag.Add(
                CatalogueCodes.EmptyIndex,
                file,
                $"{index.Title()}没有指标，没有得分，总指数只由其余的指数合成。有意如此时可以不理会。"
            );
            return;
        }

        var sums = new SortedDictionary<decimal, List<string>>();
        foreach (var level in Enum.GetValues<Level>())
        {
            var sum = rows.GroupBy(r => r.Code, StringComparer.Ordinal)
                .Sum(g => (g.FirstOrDefault(r => r.Levels.Contains(level)) ?? g.First()).Weight);
            if (sum != 100m)
            {
                sums.TryAdd(sum, []);
                sums[sum].Add(level.Word());
            }
        }

        foreach (var (sum, levels) in sums)
        {
            var who = levels.Count == 3 ? "" : $"（{string.Join('、', levels)}）";
            bag.Add(
                CatalogueCodes.WeightSum,
                file,
                $"{index.Title()}{who}的分值合计是 {ExactNumber.Of(sum)}，应为 100。请核对分值。"
            );
        }
    }

    private static void CheckFit(PeriodTables tables, Indicator indicator, SourcePlace place)
    {
        var bag = tables.Bag;
        if (indicator.HigherIsBetter == (indicator.Rule.Kind == RuleKind.Deduction))
        {
            bag.Add(
                CatalogueCodes.DirectionRule,
                place,
                $"指标 {indicator.Code} 的规则是“{indicator.Rule.Kind.Word()}”，"
                    + $"方向却是“{(indicator.HigherIsBetter ? "↑" : "↓")}”。请核对方向。"
            );
        }

        var fits = indicator.Aggregation switch
        {
            Aggregation.PooledRatio or Aggregation.ByWorkers or Aggregation.ByMembers => indicator.IsRatio(),
            Aggregation.Sum => indicator.Rule.Kind is RuleKind.Count or RuleKind.Deduction,
            Aggregation.HighestTier => indicator.Rule.Kind == RuleKind.Tiers,
            _ => true,
        };
        if (!fits)
        {
            bag.Add(
                CatalogueCodes.AggregationRule,
                place,
                $"指标 {indicator.Code} 的规则是“{indicator.Rule.Kind.Word()}”，"
                    + $"汇总方式“{indicator.Aggregation.Word()}”用不上。请核对汇总方式。"
            );
        }

        if (indicator.Publicity == Publicity.ScoreOnly && !indicator.ScoreHidesValue())
        {
            bag.Add(
                CatalogueCodes.ScoreTellsValue,
                place,
                $"指标 {indicator.Code} 的公开方式是“得分”，规则却是“{indicator.Rule.Kind.Word()}”，由得分就能算出数值。"
                    + "请把公开方式改为 汇总 或 不公开；只有按百分数分档的指标可以写 得分。"
            );
        }

        if (indicator.EffectiveYear > tables.Period.Year)
        {
            bag.Add(
                CatalogueCodes.NotYetEffective,
                place,
                $"指标 {indicator.Code} 从 {indicator.EffectiveYear} 年起生效，晚于本期。请核对生效年度。"
            );
        }
    }

    private static void CheckSame(List<(Indicator Indicator, SourcePlace Place)> rows, DiagnosticBag bag)
    {
        var (first, _) = rows[0];
        for (var i = 1; i < rows.Count; i++)
        {
            var (row, place) = rows[i];
            if (row.Version != first.Version)
            {
                bag.Add(
                    CatalogueCodes.TwoVersions,
                    place,
                    $"指标 {row.Code} 在同一期有版本“{first.Version}”和“{row.Version}”。一期之内只能有一个版本，请只留本期生效的。"
                );
                return;
            }

            if (row.Timing != first.Timing || row.Nature != first.Nature)
            {
                bag.Add(
                    CatalogueCodes.IndicatorDiffers,
                    place,
                    $"指标 {row.Code} 的期别或性质与另一行（{first.Timing.Word()}、{first.Nature.Word()}）不同。"
                        + "同一编码、同一版本应当相同。"
                );
            }

            if (row.Name != first.Name || row.Index != first.Index)
            {
                bag.Add(
                    CatalogueCodes.IndicatorDiffers,
                    place,
                    $"指标 {row.Code} 的名称或指数与另一行“{first.Name}”（{first.Index.Title()}）不同。同一编码、同一版本应当相同。"
                );
            }

            for (var j = 0; j < i; j++)
            {
                if (Overlap(rows[j].Indicator, row))
                {
                    bag.Add(
                        CatalogueCodes.Overlap,
                        place,
                        $"指标 {row.Code} 的这一行与第 {rows[j].Place.Line} 行适用于同样的单位，不知道按哪一行计分。请核对适用层级和适用类别。"
                    );
                    break;
                }
            }
        }
    }

    private static bool Overlap(Indicator a, Indicator b) =>
        (
            from level in Enum.GetValues<Level>()
            from category in Enum.GetValues<UnitCategory>()
            from kind in Enum.GetValues<OrganisationKind>()
            where a.Covers(level, category, kind) && b.Covers(level, category, kind)
            select level
        ).Any();
}
