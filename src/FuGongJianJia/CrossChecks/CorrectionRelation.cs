using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// 更正 against what it corrects: 原值 is a figure that the unit reported or that was published then, or the 新值 of an
/// earlier correction. Where the folder of that period was corrected too, 新值 is the figure there; that 原值 is what was
/// published, its record tells. A correction of something else (no indicator) is not looked at.
/// </summary>
internal static class CorrectionRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period, Scores scores) =>
        from correction in period.Data.Corrections
        let code = correction.Indicator ?? ""
        let then = scores.Find(correction.Period)
        where then is not null
        let unit = then.Find(correction.Organisation)
        let indicator = then.Codes.IndexOf(code)
        where unit is not null && indicator >= 0
        let cell = unit.Cells[indicator]
        where
            !Forms(cell).Contains(Plain(correction.Before))
            && !Forms(cell).Contains(Plain(correction.After))
            && !IsCorrectedBefore(correction, scores)
        select new Discrepancy(
            CrossCheckCodes.CorrectedValue,
            period.Period,
            correction.Organisation,
            unit.Organisation.Name,
            new DataPlace(period.Period, "更正", code, $"原值写的是{Diagnostic.Quote(correction.Before)}"),
            new DataPlace(then.Period, "指标值", code, $"当期是{Words.Of(cell, cell.Measure)}")
        );

    // What a clerk may copy from that period's export, page or sheet.
    private static IEnumerable<string> Forms(Cell cell)
    {
        var measure = cell.Measure;
        decimal?[] numbers =
        [
            measure.Numerator,
            measure.Denominator,
            measure.Value,
            measure.Number is { } number ? decimal.Round(number, 2, MidpointRounding.AwayFromZero) : null,
            measure.Number is { } percent ? decimal.Round(percent, 1, MidpointRounding.AwayFromZero) : null,
            cell.Score?.Round(2, MidpointRounding.AwayFromZero),
        ];
        return numbers
            .OfType<decimal>()
            .Select(ExactNumber.Of)
            .Append(Words.Of(cell, measure))
            .Append(measure.Word ?? "")
            .Append(
                measure.Value switch
                {
                    1m => "是",
                    0m => "否",
                    _ => "",
                }
            );
    }

    private static bool IsCorrectedBefore(Correction correction, Scores scores) =>
        scores
            .Periods.SelectMany(p => p.Data.Corrections)
            .Any(c =>
                c.Period == correction.Period
                && c.Organisation == correction.Organisation
                && c.Indicator == correction.Indicator
                && c.On < correction.On
                && Plain(c.After) == Plain(correction.Before)
            );

    // 88.00分, 58.97%, 1,200 and 约23 / 39 as the figure they say.
    private static string Plain(string text)
    {
        var bare = text.Replace("约", "", StringComparison.Ordinal)
            .Replace(",", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .TrimEnd('%', '分', '个', '场', '起', '人', '元', '户', '件');
        return decimal.TryParse(bare, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? ExactNumber.Of(number)
            : bare;
    }
}
