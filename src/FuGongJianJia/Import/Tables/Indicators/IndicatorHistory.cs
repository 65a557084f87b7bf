using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>What must hold of indicators between periods（指标的变更）: who changes one gives it another version.</summary>
internal static class IndicatorHistory
{
    /// <summary>Compares a catalogue with the one before it.</summary>
    public static void Check(
        (Period Period, ImmutableArray<Indicator> Catalogue) before,
        ImmutableArray<Indicator> now,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        foreach (var indicator in now)
        {
            var old = before.Catalogue.FirstOrDefault(i =>
                i.Code == indicator.Code
                && i.Version == indicator.Version
                && i.Levels.SequenceEqual(indicator.Levels)
                && i.Categories.SequenceEqual(indicator.Categories)
            );
            if (old is not null && IsOther(old, indicator))
            {
                bag.Add(
                    CatalogueCodes.ChangedSilently,
                    place,
                    $"指标 {indicator.Code} 的规则、口径、单位或期别与 {before.Period} 不同，版本却都是“{indicator.Version}”。"
                        + "请换版本并写变更说明。"
                );
            }
        }
    }

    private static bool IsOther(Indicator old, Indicator now) =>
        old.Rule.Kind != now.Rule.Kind
        || old.Definition != now.Definition
        || old.Unit != now.Unit
        || old.Timing != now.Timing
        || old.Index != now.Index;
}
