using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// 文号 of 表彰 against its dates: one document has one day, and the next of its office and year is not older.
/// </summary>
internal static partial class DocumentRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period) =>
        period
            .Data.Commendations.Select(c => (Row: c, Number: Numbered().Match(c.Document ?? "")))
            .Where(c => c.Number.Success)
            .GroupBy(c => c.Number.Groups["series"].Value, StringComparer.Ordinal)
            .SelectMany(series =>
            {
                var rows = series
                    .Select(c =>
                        (c.Row, Number: int.Parse(c.Number.Groups["number"].Value, CultureInfo.InvariantCulture))
                    )
                    .OrderBy(c => c.Number)
                    .ThenBy(c => c.Row.GrantedOn)
                    .ThenBy(c => c.Row.Code, StringComparer.Ordinal)
                    .ToList();
                return rows.Zip(rows.Skip(1))
                    .Where(pair =>
                        pair.First.Number == pair.Second.Number
                            ? pair.First.Row.GrantedOn != pair.Second.Row.GrantedOn
                            : pair.First.Row.GrantedOn > pair.Second.Row.GrantedOn
                    )
                    .Select(pair => Say(period, pair.Second.Row, pair.First.Row));
            });

    private static Discrepancy Say(PeriodScores period, Commendation here, Commendation there)
    {
        var unit = here.Organisation is { } code ? period.Find(code)?.Organisation : null;
        return new(
            CrossCheckCodes.DocumentDates,
            period.Period,
            unit?.Code ?? "",
            unit?.Name ?? here.Grantor,
            Place(here),
            Place(there)
        );

        DataPlace Place(Commendation row) =>
            new(period.Period, "表彰", row.Code, $"{row.Document}，{Numerals.TableDate(row.GrantedOn)}");
    }

    // 示工发〔2024〕45号: the office and the year, then the number.
    [GeneratedRegex(@"^(?<series>.+?[〔\[（(]\d{4}[〕\]）)])第?(?<number>\d{1,5})号$")]
    private static partial Regex Numbered();
}
