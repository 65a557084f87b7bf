using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FuGongJianJia.Archive;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Tabular;
using FuGongJianJia.Theme.Reports.Common;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>
/// A file in the place of open data that were published and are no more（失效的数据）: of the same form, with one cell that
/// says why. Whoever opens it reads it; a program misses its columns and stops, instead of taking old figures for new.
/// </summary>
public static class DepartureData
{
    private const string Column = "说明";

    /// <summary>True for an address of a table, and not of a page or paper.</summary>
    public static bool IsOf(Departure departure)
    {
        ArgumentNullException.ThrowIfNull(departure);
        return departure.Path.StartsWith("data/", StringComparison.Ordinal)
            && !departure.Path.EndsWith(".html", StringComparison.Ordinal);
    }

    /// <summary>Lists them.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="departures">Addresses of open data that are no more.</param>
    public static ImmutableArray<OutputFile> Create(PublicEdition edition, IEnumerable<Departure> departures) =>
        [
            .. departures.Select(d =>
                d.Path.EndsWith(".xlsx", StringComparison.Ordinal)
                    ? new OutputFile(
                        $"site/{d.Path}",
                        OutputKind.Workbook,
                        () =>
                            WorkbookWriter.Write(
                                Furniture.Info(edition, "这份数据已撤下", Column, edition.Date),
                                [Sheet(d)]
                            )
                    )
                    : new OutputFile($"site/{d.Path}", OutputKind.Data, () => Content(d))
            ),
        ];

    private static byte[] Content(Departure departure) =>
        Path.GetExtension(departure.Path) switch
        {
            ".csv" => Sheet(departure).Csv(),
            ".json" =>
            [
                .. JsonSerializer.SerializeToUtf8Bytes(
                    new Dictionary<string, string>(StringComparer.Ordinal) { [Column] = departure.Why },
                    Json
                ),
                (byte)'\n',
            ],
            _ => Encoding.UTF8.GetBytes($"# {departure.Why}\n"),
        };

    private static DataSheet Sheet(Departure departure) =>
        new(
            Column,
            [Column],
            [
                [departure.Why],
            ]
        );

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };
}
