using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>Turns warnings and notes into 数据质量说明: same code, file and text once, with a count.</summary>
internal static class DataNotes
{
    /// <summary>Notes of the tables, by period, file, line and code.</summary>
    public static ImmutableArray<DataNote> From(ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(d => d.Severity != Severity.Error && d.Place.Path.StartsWith("data/", StringComparison.Ordinal))
            .GroupBy(d => (d.Code, d.Place.Path, d.Place.Sheet, d.Message))
            .Select(g => new DataNote(PeriodOf(g.Key.Path), g.Key.Code, Place(g.First().Place), g.Key.Message, g.Count())),
    ];

    private static Period? PeriodOf(string path) => path.Split('/') is [_, var folder, ..] && Period.TryParse(folder, out var period) ? period : null;

    private static string Place(SourcePlace place)
    {
        var name = place.Path[(place.Path.LastIndexOf('/') + 1)..];
        var sheet = place.Sheet is null ? "" : $"［{place.Sheet}］";
        return place.Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{sheet} 第{place.Line}行") : name + sheet;
    }
}
