using System.Globalization;
using System.Xml;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// What the cells of a sheet really hold（工作表的实情）. The library gives an empty cell for #DIV/0! and for a formula whose
/// result was never stored, which would both pass for one that was never filled; and it walks to the last row and
/// column that a sheet claims. So the sheet is asked itself, in one pass.
/// </summary>
internal sealed class SheetFacts
{
    /// <summary>Rows that a sheet can have. ECMA-376 part 1, 18.3.1.73.</summary>
    public const int MostRows = 1_048_576;

    private const int MostColumns = 16_384;

    private readonly Dictionary<(int Row, int Column), string> _errors = [];
    private readonly HashSet<(int Row, int Column)> _withoutResult = [];
    private readonly List<(int From, int To)> _hidden = [];
    private readonly Dictionary<(int Row, int Column), string> _shown = [];
    private readonly RunText _run = new();
    private (int Row, int Column) _lastStringAt;

    /// <summary>Nothing is known, as of the old binary format: everything the library gives is read.</summary>
    public static SheetFacts Unknown { get; } = new() { LastRow = int.MaxValue, LastColumn = int.MaxValue };

    /// <summary>Number of the last row that holds something, from 1; 0 for none.</summary>
    public int LastRow { get; private set; }

    /// <summary>Last column that holds something, from 0; -1 for none.</summary>
    public int LastColumn { get; private set; } = -1;

    /// <summary>Cells with a formula.</summary>
    public int Formulas { get; private set; }

    /// <summary>Cells whose formula gave an error or whose result is not there.</summary>
    public int Unread => _errors.Count + _withoutResult.Count;

    /// <summary>
    /// Where the sheet contradicts itself and how（损坏之处）, row and column from 0; null when it is sound. A cell that is
    /// written twice, or out of order, would be read as the one or the other without a word.
    /// </summary>
    public (int Row, int Column, string Why)? Fault { get; private set; }

    /// <summary>Highest number of a shared text that a cell refers to; -1 for none.</summary>
    public int LastString { get; private set; } = -1;

    /// <summary>
    /// Says that there are only so many shared texts: a cell that refers to another would be read as empty.
    /// </summary>
    /// <param name="count">How many there are.</param>
    public void CheckStrings(int count)
    {
        if (LastString >= count)
        {
            Damaged(_lastStringAt.Row, _lastStringAt.Column, "这一格的文字不在文件里");
        }
    }

    /// <summary>Text of the error that a cell shows; empty for none.</summary>
    public string Error(int row, int column) => _errors.Count == 0 ? "" : _errors.GetValueOrDefault((row, column), "");

    /// <summary>
    /// Text of a cell whose form changes its digits, such as a raised mark of a note; null for others.
    /// </summary>
    public string? Shown(int row, int column) => _shown.Count == 0 ? null : _shown.GetValueOrDefault((row, column));

    /// <summary>True for a formula whose result is not in the file.</summary>
    public bool HasNoResult(int row, int column) => _withoutResult.Count > 0 && _withoutResult.Contains((row, column));

    /// <summary>True for a column that the office does not see.</summary>
    public bool IsHidden(int column) => _hidden.Exists(h => column >= h.From && column <= h.To);

    /// <summary>Reads a worksheet part.</summary>
    /// <param name="reader">Its XML.</param>
    /// <param name="strings">The shared texts: how many, and those whose form changes digits, by number.</param>
    public static SheetFacts Read(XmlReader reader, Lazy<(int Count, Dictionary<int, string> Shown)> strings)
    {
        var facts = new SheetFacts();
        var cell = new Cell { Row = -1 };
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                facts.Start(reader, ref cell);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c")
            {
                facts.End(ref cell, strings);
            }
        }

        return facts;
    }

    private void Start(XmlReader reader, ref Cell cell)
    {
        switch (reader.LocalName)
        {
            case "col" when reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") is "0":
                if (
                    int.TryParse(reader.GetAttribute("min"), out var from)
                    && int.TryParse(reader.GetAttribute("max"), out var to)
                )
                {
                    _hidden.Add((from - 1, to - 1));
                }

                break;
            case "row":
                var before = cell.Row;
                var number = reader.GetAttribute("r");
                var isNumbered = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line);
                cell.Row = isNumbered ? line - 1 : cell.Row + 1;
                cell.Column = -1;
                if (number is not null && !(isNumbered && line > 0))
                {
                    Damaged(Math.Max(cell.Row, 0), -1, $"没有{Diagnostic.Quote(number)}这样的一行");
                }
                else if (cell.Row <= before)
                {
                    Damaged(cell.Row, -1, "这一行写了两遍，或者次序乱了");
                }

                break;
            case "c":
                var reference = reader.GetAttribute("r");
                var at = reference is null ? cell.Column + 1 : Column(reference);
                if (at is < 0 or > MostColumns - 1)
                {
                    Damaged(cell.Row, -1, $"没有{Diagnostic.Quote(reference ?? "")}这样的一格");
                }
                else if (at <= cell.Column)
                {
                    Damaged(cell.Row, at, "这一格写了两遍，或者次序乱了");
                }

                cell = new()
                {
                    Row = cell.Row,
                    Column = at >= 0 ? at : cell.Column + 1,
                    Type = reader.GetAttribute("t"),
                };
                break;
            case "f":
                cell.IsFormula = true;
                break;
            case "v" or "t" when !reader.IsEmptyElement && reader.Read() && reader.NodeType != XmlNodeType.EndElement:
                cell.Text = reader.Value;
                _run.Add(reader.Value);
                break;
            default:
                _run.Start(reader);
                break;
        }
    }

    private void End(ref Cell cell, Lazy<(int Count, Dictionary<int, string> Shown)> strings)
    {
        var at = (cell.Row, cell.Column);
        if (_run.End() is { } shown && cell.Type == "inlineStr")
        {
            _shown[at] = shown;
        }

        Formulas += cell.IsFormula ? 1 : 0;
        if (cell.Type == "e")
        {
            _errors[at] = cell.Text ?? "#VALUE!";
        }
        else if (cell.IsFormula && cell.Text is null && cell.Type != "str")
        {
            // A formula that gives an empty text says so by its type.
            _withoutResult.Add(at);
        }
        else if (cell.Text is null)
        {
            return;
        }
        else if (cell.Type is null or "n" && !IsNumber(cell.Text))
        {
            Damaged(cell.Row, cell.Column, $"这一格的数写坏了，写着{Diagnostic.Quote(cell.Text)}");
        }
        else if (cell.Type == "s")
        {
            if (!int.TryParse(cell.Text, out var number) || number < 0)
            {
                Damaged(cell.Row, cell.Column, "这一格的文字不在文件里");
            }
            else
            {
                (LastString, _lastStringAt) = number > LastString ? (number, at) : (LastString, _lastStringAt);
                if (strings.Value.Shown.TryGetValue(number, out var text))
                {
                    _shown[at] = text;
                }
            }
        }

        LastRow = Math.Max(LastRow, cell.Row < int.MaxValue ? cell.Row + 1 : cell.Row);
        LastColumn = Math.Max(LastColumn, cell.Column);
    }

    // A comma is no part of a stored number: the library would drop it, and read 320,5 as 3205.
    private static bool IsNumber(string text) =>
        text.Trim().Length == 0
        || (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
        );

    private void Damaged(int row, int column, string why) => Fault ??= (row, column, why);

    /// <summary>C4 → 2; -1 when there is no reference.</summary>
    private static int Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 100_000)
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }

    private struct Cell
    {
        public int Row;
        public int Column;
        public string? Type;
        public bool IsFormula;
        public string? Text;
    }
}
