using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Corrections;

/// <summary>Reads 更正.</summary>
internal static class CorrectionBinder
{
    /// <summary>Corrections by period, organisation and indicator.</summary>
    /// <param name="tables">Tables of the period.</param>
    /// <param name="organisations">Organisations of the period.</param>
    /// <param name="indicators">Indicators of the period.</param>
    /// <param name="earlier">Organisations of the periods before: one that has gone since may still be
    /// corrected.</param>
    public static ImmutableArray<Correction> Read(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators,
        IEnumerable<Organisation> earlier
    ) =>
        [
            .. tables
                .Records(
                    CorrectionSchema.Table,
                    CorrectionSchema.Indicator,
                    c => $"{c.Period}\u001F{c.Organisation}\u001F{c.Indicator}\u001F{c.On}\u001F{c.Before}",
                    row => Bind(row, tables.Period, organisations, indicators, earlier)
                )
                .OrderBy(c => c.Period)
                .ThenBy(c => c.Organisation, StringComparer.Ordinal)
                .ThenBy(c => c.Indicator, StringComparer.Ordinal)
                .ThenBy(c => c.On),
        ];

    private static Correction? Bind(
        DataRow row,
        Period current,
        OrganisationIndex organisations,
        IndicatorIndex indicators,
        IEnumerable<Organisation> earlier
    )
    {
        var text = row.Text(CorrectionSchema.Period);
        var sound = PeriodText.TryParse(text, out var period) && period < current;
        if (!sound && !row.Failed)
        {
            row.Report(
                ProcessCodes.CorrectionPeriod,
                CorrectionSchema.Period,
                $"“期间”应为早于 {current} 的一期，读到{Diagnostic.Quote(text)}。"
            );
        }

        var named = row.Cleaned(CorrectionSchema.Organisation);
        var organisation =
            earlier.FirstOrDefault(o => o.Code == named || o.Name == named)
            ?? row.Organisation(CorrectionSchema.Organisation, organisations);
        var indicator = indicators.Read(row, CorrectionSchema.Indicator);
        var before = row.Text(CorrectionSchema.Before);
        var after = row.Text(CorrectionSchema.After);
        var on = row.Date(CorrectionSchema.On);
        var reason = row.Text(CorrectionSchema.Reason);
        if (before.Length > 0 && before == after)
        {
            row.Report(
                ProcessCodes.CorrectionPeriod,
                CorrectionSchema.After,
                $"原值和新值都是{Diagnostic.Quote(after)}，没有更正什么。请核对，或删掉这一行。"
            );
        }

        return row.Failed || organisation is null
            ? null
            : new(period, organisation.Code, indicator, before, after, on!.Value, reason);
    }
}
