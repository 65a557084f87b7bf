using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Csv;
using FuGongJianJia.Import.Files.Markup;
using FuGongJianJia.Import.Files.Xlsx;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Mapping;

/// <summary>A sheet or a text file as it stands（原样的格子）, before anybody knows what it is.</summary>
/// <param name="Place">File, and sheet where there is one.</param>
/// <param name="Rows">Its rows; where lines are left out, so are their numbers.</param>
/// <param name="Spans">Merged cells, by number of the line from 0.</param>
/// <param name="CountsFrom1904">From when serial numbers of dates count.</param>
/// <param name="Page">Its page of the ledger.</param>
internal sealed record OfficeGrid(
    SourcePlace Place,
    ImmutableArray<HeldRow> Rows,
    IReadOnlyList<CellSpan> Spans,
    bool? CountsFrom1904,
    LedgerPage Page
)
{
    private const int MostRows = 200_000;

    /// <summary>
    /// Lines of the sheet that the columns of this grid were, for a sheet that was turned so that each unit has a row;
    /// empty for all others. The number of a row is then that of its column on the sheet.
    /// </summary>
    public ImmutableArray<int> Turned { get; init; } = [];

    /// <summary>True for a sheet that was turned.</summary>
    public bool IsTurned => !Turned.IsEmpty;

    /// <summary>Where a row, or a cell of it, stands on the sheet itself.</summary>
    /// <param name="line">Number of the row.</param>
    /// <param name="position">Position of the cell, from 0; null for the row.</param>
    public SourcePlace At(int line, int? position = null) =>
        IsTurned
            ? Place with
            {
                Line = position is { } at && at < Turned.Length ? Turned[at] : Turned[0],
                Column = line,
            }
            : Place with
            {
                Line = line,
                Column = position + 1 ?? 0,
            };

    /// <summary>Name of the file without folder and extension.</summary>
    public string Stem
    {
        get
        {
            var name = Place.Path[(Place.Path.LastIndexOf('/') + 1)..];
            return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
        }
    }

    /// <summary>Every filled sheet of a file; none when it cannot be read, which was reported.</summary>
    public static List<OfficeGrid> Of(SourceFile file, ImportOptions options, LedgerBook book, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var kind = FileKind.Of(file.Content);
        switch (kind.Form)
        {
            case FileForm.Other:
                bag.Add(FileCodes.WrongForm, place, kind.Problem);
                return [];
            case FileForm.Text:
                return
                    Read(
                        place,
                        book.Page(place),
                        () => CsvRows.Open(file, options, bag, head => OfficeWords.Meaning(head) is not null),
                        bag
                    )
                        is { } text
                    ? [text]
                    : [];
        }

        var sheets = kind.Form switch
        {
            FileForm.Html => HtmlTables.Sheets(file, options, book, bag),
            FileForm.SpreadsheetXml => SpreadsheetXml.Sheets(file, book, bag),
            _ => WorkbookReader.Sheets(file, options, book, bag),
        };
        return
        [
            .. sheets
                .Where(s => s.IsFilled)
                .Select(s => Read(s.Name.Length == 0 ? place : place with { Sheet = s.Name }, s.Page, s.Open, bag))
                .OfType<OfficeGrid>(),
        ];
    }

    private static OfficeGrid? Read(SourcePlace place, LedgerPage page, Func<IRowReader?> open, DiagnosticBag bag)
    {
        using var reader = open();
        if (reader is null)
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<HeldRow>();
        while (reader.Read())
        {
            if (rows.Count == MostRows)
            {
                bag.Add(
                    FileCodes.TooLarge,
                    place with
                    {
                        Line = reader.Line,
                    },
                    $"这张表超过 {MostRows} 行，不能按 对应.yml 读。请拆成几个文件。"
                );
                return null;
            }

            rows.Add(HeldRow.Of(reader));
        }

        return rows.All(r => r.IsBlank)
            ? null
            : new(place, rows.ToImmutable(), reader.Spans, reader.CountsFrom1904, page);
    }
}
