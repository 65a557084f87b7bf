using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>Turns warnings and notes into 数据质量说明: same code, file and text once, with a count.</summary>
internal static class DataNotes
{
    /// <summary>
    /// Notes of the tables, by file, code and text. They are published, so the place is a table, never a line: the same
    /// rows in another order must give the same pages.
    /// </summary>
    public static ImmutableArray<DataNote> From(ImmutableArray<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Where(d => d.Severity != Severity.Error && IsOfTable(d.Place.Path))
                .GroupBy(d => (d.Place.Path, d.Place.Sheet, d.Code, d.Message))
                .OrderBy(g => g.Key.Path, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Sheet, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Code, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Message, StringComparer.Ordinal)
                .Select(g => new DataNote(
                    PeriodOf(g.Key.Path),
                    g.Key.Code,
                    Place(g.First().Place),
                    g.Key.Message,
                    g.Count()
                )),
        ];

    // What is said of a whole folder, such as which tables are not there, is for the office.
    private static bool IsOfTable(string path) =>
        path.StartsWith("data/", StringComparison.Ordinal) && path.Split('/').Length > 2;

    private static Period? PeriodOf(string path) =>
        path.Split('/') is [_, var folder, ..] && Period.TryParse(folder, out var period) ? period : null;

    private static string Place(SourcePlace place)
    {
        var name = place.Path[(place.Path.LastIndexOf('/') + 1)..];
        return place.Sheet is null ? name : $"{name}［{place.Sheet}］";
    }
}
