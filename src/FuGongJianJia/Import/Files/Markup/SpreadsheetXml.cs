using System.Globalization;
using System.Text;
using System.Xml;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Markup;

/// <summary>
/// XML Spreadsheet 2003（XML 电子表格）, which old office systems export under the name .xls. Rows and cells may state where
/// they stand; only what is there is held.
/// </summary>
internal static class SpreadsheetXml
{
    private const string Namespace = "urn:schemas-microsoft-com:office:spreadsheet";
    private const int MostColumns = 16_384;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    // The file may say that it is GB2312.
    static SpreadsheetXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The worksheets; none when the file cannot be read, which was reported.</summary>
    public static List<WorkbookSheet> Sheets(SourceFile file, LedgerBook book, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        try
        {
            using var reader = XmlReader.Create(SourceStream.Of(file.Content), Safe);
            var sheets = new List<WorkbookSheet>();
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Worksheet" })
                {
                    sheets.Add(new SheetReader(place, book).Read(reader));
                }
            }

            bag.Add(FileCodes.Misnamed, place, "扩展名是 Excel 工作簿，内容却是“XML 电子表格 2003”，已按内容读取。");
            return sheets;
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            bag.Add(
                FileCodes.BadWorkbook,
                e is XmlException at ? place with { Line = at.LineNumber } : place,
                "这是“XML 电子表格 2003”，内容有损坏，读不下去。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”。"
            );
            return [];
        }
    }

    private sealed class SheetReader(SourcePlace file, LedgerBook book)
    {
        private readonly List<HeldRow> _rows = [];
        private readonly Dictionary<int, (long ToRow, RawCell Cell)> _reaching = [];
        private readonly SortedSet<int> _hidden = [];
        private List<RawCell> _cells = [];
        private int _row;
        private int _column;
        private int _columns;

        public WorkbookSheet Read(XmlReader sheet)
        {
            var name = sheet.GetAttribute("Name", Namespace) ?? "";
            var page = book.Page(file with { Sheet = name });
            var isHidden = false;
            using var reader = sheet.ReadSubtree();
            while (reader.Read())
            {
                switch (reader.NodeType, reader.LocalName)
                {
                    case (XmlNodeType.Element, "Column"):
                        _columns = Math.Max(1, Number(reader, "Index") ?? _columns + 1);
                        if (reader.GetAttribute("Hidden", Namespace) == "1")
                        {
                            _hidden.UnionWith(
                                Enumerable.Range(_columns - 1, Math.Min(Number(reader, "Span") ?? 0, MostColumns) + 1)
                            );
                        }

                        _columns += Number(reader, "Span") ?? 0;
                        break;
                    case (XmlNodeType.Element, "Row"):
                        Row(reader, page);
                        break;
                    case (XmlNodeType.Element, "Visible"):
                        isHidden = reader.ReadElementContentAsString() is "SheetHidden" or "SheetVeryHidden";
                        break;
                }
            }

            var rows = _rows;
            var hidden = _hidden;
            return new(
                name,
                isHidden,
                rows.Exists(r => r.Cells.Any(c => c.IsFilled)),
                page,
                () => new HiddenColumns(rows, hidden)
            );
        }

        private void Row(XmlReader parent, LedgerPage page)
        {
            _row = Number(parent, "Index") ?? _row + 1;
            (_cells, _column) = ([], 0);
            var isHidden = parent.GetAttribute("Hidden", Namespace) == "1";
            if (!parent.IsEmptyElement)
            {
                using var reader = parent.ReadSubtree();
                while (reader.Read())
                {
                    if (reader is { NodeType: XmlNodeType.Element, LocalName: "Cell" })
                    {
                        Cell(reader, page);
                    }
                }
            }

            foreach (var (column, (toRow, cell)) in _reaching)
            {
                if (_row <= toRow && (_cells.Count <= column || !_cells[column].IsFilled))
                {
                    Put(column, cell);
                }
            }

            if (_cells.Count > 0)
            {
                _rows.Add(new(_row, [.. _cells]));
                if (isHidden)
                {
                    page.Add(LedgerItem.HiddenRows, "照样读取", _row);
                }
            }
        }

        private void Cell(XmlReader parent, LedgerPage page)
        {
            _column = Math.Max(1, Number(parent, "Index") ?? _column + 1);
            var (across, down) = (Number(parent, "MergeAcross") ?? 0, Number(parent, "MergeDown") ?? 0);
            var isFormula = parent.GetAttribute("Formula", Namespace) is not null;
            string? text = null;
            if (!parent.IsEmptyElement)
            {
                using var reader = parent.ReadSubtree();
                while (reader.Read())
                {
                    // A comment holds data of its own.
                    if (reader is { NodeType: XmlNodeType.Element, LocalName: "Data", Depth: 1 })
                    {
                        text = Data(reader);
                    }
                }
            }

            var state =
                isFormula && text is null ? RawState.NoResult
                : down > 0 ? RawState.Merged
                : RawState.Sound;
            if (isFormula)
            {
                page.Add(
                    text is null ? LedgerItem.UnreadFormulas : LedgerItem.Formulas,
                    text is null ? "没有结果或结果是错误值" : "取文件里存的结果"
                );
            }

            var cell = new RawCell(text ?? "", state);
            if (cell.IsFilled && _column <= MostColumns)
            {
                Put(_column - 1, cell);
                if (down > 0)
                {
                    _reaching[_column - 1] = ((long)_row + down, cell);
                }
            }

            _column += Math.Min(across, MostColumns);
        }

        private static string Data(XmlReader parent)
        {
            var type = parent.GetAttribute("Type", Namespace);
            var text = new StringBuilder();
            var forms = new Stack<DigitForm>([DigitForm.Plain]);
            using var reader = parent.ReadSubtree();
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when !reader.IsEmptyElement:
                        forms.Push(
                            reader.LocalName switch
                            {
                                "Sup" => DigitForm.Raised,
                                "Sub" => DigitForm.Lowered,
                                "S" => DigitForm.Struck,
                                _ => forms.Peek(),
                            }
                        );
                        break;
                    case XmlNodeType.EndElement:
                        forms.Pop();
                        break;
                    case XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace:
                        text.Append(ShownDigits.Of(reader.Value, forms.Peek()));
                        break;
                }
            }

            var value = text.ToString();
            return type switch
            {
                "Boolean" => value is "1" or "true" ? "是" : "否",
                "DateTime" when value.EndsWith("T00:00:00.000", StringComparison.Ordinal) => value[..^13],
                "Number"
                    when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        && Math.Abs(number) < 1e15m => number.ToString(
                    "0.###############",
                    CultureInfo.InvariantCulture
                ),
                _ => value,
            };
        }

        private void Put(int index, RawCell cell)
        {
            while (_cells.Count <= index)
            {
                _cells.Add(RawCell.Blank);
            }

            _cells[index] = cell;
        }

        private static int? Number(XmlReader reader, string attribute) =>
            reader.GetAttribute(attribute, Namespace) is { } text
                ? Math.Min(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), 10_000_000)
                : null;
    }

    private sealed class HiddenColumns(List<HeldRow> rows, SortedSet<int> hidden) : IRowReader
    {
        private readonly HeldRows _rows = new(rows, null);

        public int Line => _rows.Line;

        public int Count => _rows.Count;

        public bool? CountsFrom1904 => null;

        public bool Read() => _rows.Read();

        public string Cell(int index) => _rows.Cell(index);

        public RawState State(int index) => _rows.State(index);

        public bool IsHidden(int index) => hidden.Contains(index);

        public void Dispose() => _rows.Dispose();
    }
}
