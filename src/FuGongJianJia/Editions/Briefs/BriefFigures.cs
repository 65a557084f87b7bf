using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>The only table of a brief（表1）.</summary>
/// <param name="Title">表题 with its unit.</param>
/// <param name="Head">Heads.</param>
/// <param name="IsNumber">Which columns are figures.</param>
/// <param name="Rows">Rows.</param>
public sealed record BriefSheet(
    string Title,
    ImmutableArray<string> Head,
    ImmutableArray<bool> IsNumber,
    ImmutableArray<ImmutableArray<string>> Rows
);

/// <summary>
/// Which table a brief has: of the district the five indexes, of a part of the year what is behind, of a town what
/// there is most to win.
/// </summary>
public static class BriefFigures
{
    private const int MostRows = 5;

    /// <summary>The table; null when it would have no row.</summary>
    public static BriefSheet? Of(Edition edition, PeriodEdition period, UnionResult subject)
    {
        var s = new BriefSubject(edition, period, subject);
        var sheet =
            s.TellsProgress ? Behind(s)
            : s.IsDistrict ? Indexes(s)
            : Losses(s);
        return sheet.Rows.IsEmpty ? null : sheet;
    }

    private static BriefSheet Indexes(BriefSubject s) =>
        new(
            "全区五大指数（单位：分）",
            ["指数", "全区", "同口径变化", "最高镇街", "最低镇街"],
            [false, true, true, false, false],
            [
                .. s.Self.Indexes.Select(i =>
                {
                    var towns = s
                        .Towns.Where(t => t.Indexes[(int)i.Key].Compared is not null)
                        .OrderByDescending(t => t.Indexes[(int)i.Key].Value)
                        .ThenBy(t => t.Code, StringComparer.Ordinal)
                        .ToList();
                    return ImmutableArray.Create(
                        i.Key.Word(),
                        Numerals.Score(i.Value),
                        Numerals.Signed(i.Change),
                        Town(towns.FirstOrDefault(), i.Key),
                        Town(towns.LastOrDefault(), i.Key)
                    );
                }),
            ]
        );

    private static string Town(UnionResult? town, IndexKey key) =>
        town is null ? Numerals.None : $"{town.Organisation.ShortName}{Numerals.Score(town.Indexes[(int)key].Value)}";

    private static BriefSheet Behind(BriefSubject s) =>
        new(
            $"{s.Period.Period.Title}没有跟上的指标",
            ["指标", "完成", "序时或计划", "还差"],
            [false, true, true, true],
            [
                .. QuarterRules
                    .Of(s, Timing.Cumulative)
                    .Concat(QuarterRules.Of(s, Timing.WithinPeriod))
                    .Where(i => i.Score < 100m && i.Reported is Reported.Ratio or Reported.Number)
                    .OrderBy(i => i.Score)
                    .ThenBy(i => i.Code, StringComparer.Ordinal)
                    .Take(MostRows)
                    .Select(i =>
                    {
                        var (done, due) = i.Reported is Reported.Ratio ratio
                            ? (ratio.Numerator, Math.Ceiling(ratio.Denominator * i.Target!.Value / 100m))
                            : (i.Value!.Value, i.Target!.Value);
                        var unit = i.Reported is Reported.Number ? i.Indicator.Unit : "";
                        return ImmutableArray.Create(
                            BriefSubject.Matter(i.Indicator),
                            Numerals.Amount(done) + unit,
                            Numerals.Amount(due) + unit,
                            Numerals.Amount(Math.Ceiling(due - done)) + unit
                        );
                    }),
            ]
        );

    private static BriefSheet Losses(BriefSubject s)
    {
        var before = s.Base?.Period.Title;
        var rows = Standings
            .TopLosses(s.Self, MostRows)
            .Select(i =>
                ImmutableArray.CreateRange<string>([
                    BriefSubject.Matter(i.Indicator),
                    i.ValueWithUnit,
                    .. before is null
                        ? []
                        : new[]
                        {
                            s.Before?.IndicatorOf(i.Code) is { Reported: not null } then
                                ? then.ValueWithUnit
                                : Numerals.None,
                        },
                    Median(s, i),
                    Numerals.Score(i.Gain) + "分",
                ])
            )
            .ToImmutableArray();
        return new(
            $"可提高最多的{Numerals.Han(rows.Length)}项",
            ["指标", s.Period.Period.Title, .. before is null ? [] : new[] { before }, "镇街中位数", "补齐可得"],
            [false, true, .. before is null ? [] : new[] { true }, true, true],
            rows
        );
    }

    // Of the towns that have a value; a word has no middle.
    private static string Median(BriefSubject s, IndicatorResult i)
    {
        var values = Standings.OfTowns(s, i.Code).Select(t => t.Value).OfType<decimal>().Order().ToList();
        return values.Count == 0
            ? Numerals.None
            : new Reported.Number(
                decimal.Round(Quantiles.Of(values, 0.5m), 2, MidpointRounding.AwayFromZero),
                Approximate: false
            ).TextFor(i.Indicator);
    }
}
