using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// Walks over a table（读表）: finds the header, checks that its required columns are there, passes every cell through the
/// privacy gate and gives the data rows one by one. What is not data is counted, entered in the ledger and said once at
/// the end.
/// </summary>
internal sealed class TableScan : IDisposable
{
    private const int MostColumns = 1000;
    private const int MostCharacters = 32_767; // what a spreadsheet cell can hold

    private readonly HeldRows _reader;
    private readonly TableSource _source;
    private readonly DiagnosticBag _bag;
    private readonly RowClassifier _classifier;
    private readonly bool[] _isCode;
    private readonly bool[] _isNumber;
    private readonly PersonalKind?[] _allowed;
    private readonly bool[] _isUnread;
    private readonly SortedDictionary<(int Column, PersonalKind Kind), (int Line, int Count)> _personal = [];
    private readonly string[] _titles;
    private readonly Skipped[] _skipped = new Skipped[5];
    private int _merged;

    private TableScan(
        HeldRows reader,
        TableSource source,
        Header header,
        SourcePlace headerPlace,
        DiagnosticBag bag,
        int year
    )
    {
        HeaderPlace = headerPlace;
        _reader = reader;
        _source = source;
        _bag = bag;
        Header = header;
        Row = new(source.Table, source.Place, bag, header, year);
        _classifier = new(source.Table, header);
        _isCode = new bool[header.Names.Length];
        _isNumber = new bool[header.Names.Length];
        _allowed = new PersonalKind?[header.Names.Length];
        _titles = [.. header.Names.Select(n => n.Trim() is { Length: > 0 } name ? $"“{name}”" : "没有列名的一列")];
        foreach (var column in source.Table.Columns)
        {
            if (header.Map[column.Ordinal] is >= 0 and var at)
            {
                _isCode[at] = column.HoldsCodes;
                _isNumber[at] = column.IsNumber;
                _allowed[at] = column.Kind == CellKind.Mailbox ? PersonalKind.Email : null;
            }
        }

        foreach (var at in header.Extras)
        {
            _isNumber[at] = true;
        }

        _isUnread = new bool[header.Names.Length];
        for (var i = 0; i < _isUnread.Length; i++)
        {
            _isUnread[i] =
                !header.Map.Contains(i) && !header.Extras.Contains(i) && !header.Others.Exists(o => o.Position == i);
        }
    }

    /// <summary>Header.</summary>
    public Header Header { get; }

    /// <summary>The line of the header.</summary>
    public SourcePlace HeaderPlace { get; }

    /// <summary>The row that <see cref="Next"/> stands on.</summary>
    public DataRow Row { get; }

    /// <summary>Its page of the ledger.</summary>
    public LedgerPage Page => _source.Page;

    /// <summary>Data rows so far.</summary>
    public int Rows => _skipped[(int)RowKind.Data].Count;

    /// <summary>Opens a table; null when it cannot be read, which was reported.</summary>
    public static TableScan? Open(TableSource source, int year, DiagnosticBag bag, Func<string, bool>? isExtra = null)
    {
        isExtra ??= static _ => false;
        var reader = source.Open(text => source.Table.Find(text) is not null || isExtra(text));
        if (reader is null)
        {
            return null;
        }

        var held = new List<HeldRow>();
        while (held.Count < HeaderFinder.Depth && reader.Read())
        {
            if (reader.Count > MostColumns)
            {
                bag.Add(
                    FileCodes.TooLarge,
                    source.Place with
                    {
                        Line = reader.Line,
                    },
                    $"这一行有 {reader.Count} 列，超过 {MostColumns} 列。请确认放的是“{source.Table.Name}”表。"
                );
                reader.Dispose();
                return null;
            }

            held.Add(HeldRow.Of(reader));
        }

        if (held.All(r => r.IsBlank))
        {
            bag.Add(
                FileCodes.EmptyFile,
                source.Place,
                $"“{source.Table.Name}”是空的。请重新导出；确实没有数据时把它删掉。"
            );
            reader.Dispose();
            return null;
        }

        var header = HeaderFinder.Find(source.Table, held, isExtra);
        if (header is null)
        {
            HeaderChecks.CheckAbove(held, source, bag);
            var expected = string.Join('、', source.Table.Columns.Where(c => c.IsRequired).Select(c => c.Name));
            bag.Add(
                FileCodes.NoHeader,
                source.Place,
                $"前 {HeaderFinder.Depth} 行里找不到“{source.Table.Name}”的表头。表头应有：{expected}。"
            );
            reader.Dispose();
            return null;
        }

        HeaderChecks.CheckAbove(held.GetRange(0, header.First), source, bag);
        var headerPlace = source.Place with { Line = held[header.First].Line };
        if (!new HeaderChecks(source, header, headerPlace, bag).Check())
        {
            reader.Dispose();
            return null;
        }

        var below = header.First + header.Lines;
        return new(
            new HeldRows(held.GetRange(below, held.Count - below), reader),
            source,
            header,
            headerPlace,
            bag,
            year
        );
    }

    /// <summary>Goes on to the next data row.</summary>
    public bool Next(CancellationToken cancellation)
    {
        while (_reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = _reader.Current;
            var kind = _classifier.Kind(row);
            if (kind == RowKind.Blank)
            {
                continue;
            }

            Row.Move(row);
            Count(ref _skipped[(int)kind], row, kind);
            var readable = CheckCells(row, kind == RowKind.Data);
            if (kind == RowKind.Data && readable)
            {
                CheckOthers(row);
                return true;
            }
        }

        return false;
    }

    /// <summary>Says what was skipped, and enters the table in the ledger.</summary>
    public void Finish()
    {
        Page.Table = _source.Table.Name;
        Page.Rows += Rows;
        Note(RowKind.Total, FileCodes.TotalRows, "合计、小计", "由程序自己计算。");
        Note(RowKind.Footer, FileCodes.FooterRows, "表尾说明", "");
        Note(RowKind.Header, FileCodes.RepeatedHeader, "重复的表头", "");
        if (_merged > 0)
        {
            Page.Add(LedgerItem.MergedCells, "几行合用一格的，每行都当作有", 0, _merged);
        }

        if (Rows == 0)
        {
            _bag.Add(FileCodes.NoRows, _source.Place, $"“{_source.Table.Name}”只有表头，没有数据。");
        }

        CheckHidden();
        NotePersonal();
    }

    public void Dispose() => _reader.Dispose();

    private static void Count(ref Skipped skipped, IRowReader row, RowKind kind)
    {
        skipped.First = skipped.Count++ == 0 ? row.Line : skipped.First;
        if (kind is not (RowKind.Data or RowKind.Header) && !skipped.HoldsValues)
        {
            skipped.HoldsValues = HeaderChecks.Valued(Enumerable.Range(0, row.Count).Select(row.Cell)) > 0;
        }
    }

    private void Note(RowKind kind, DiagnosticCode code, string what, string why)
    {
        if (_skipped[(int)kind] is not { Count: > 0 } of)
        {
            return;
        }

        Page.Add(LedgerItem.SkippedRows, what, of.First, of.Count, of.HoldsValues);
        var place = _source.Place with { Line = of.First };
        _bag.Add(code, place, $"有 {of.Count} 行{what}没有读取{(why.Length > 0 ? "，" + why : "。")}");
        if (of.HoldsValues && code.Severity == Severity.Note)
        {
            _bag.Add(
                FileCodes.SkippedValues,
                place,
                $"没有读取的{what}里有数。是数据的，请把这一行的编码或名称写规范。"
            );
        }
    }

    /// <summary>Two columns that claim to hold the same must, row by row.</summary>
    private void CheckOthers(IRowReader row)
    {
        foreach (var other in Header.Others)
        {
            if (!other.MustAgree)
            {
                continue;
            }

            var main = Header.Map[other.Column.Ordinal];
            var (one, two) = (CellCleaner.Line(row.Cell(main)), CellCleaner.Line(row.Cell(other.Position)));
            if (one != two && !(CellCleaner.IsBlank(one) && CellCleaner.IsBlank(two)))
            {
                Row.Report(
                    FileCodes.ColumnsDisagree,
                    Row.At(other.Position),
                    $"列{Diagnostic.Quote(Header.Names[main])}和{Diagnostic.Quote(Header.Names[other.Position])}"
                        + $"都是“{other.Column.Name}”，"
                        + $"这一行却不一样：{Diagnostic.Quote(one)}和{Diagnostic.Quote(two)}。请核对后只留一列。"
                );
            }
        }
    }

    private void CheckHidden()
    {
        for (var i = 0; i < Header.Names.Length; i++)
        {
            if (_reader.IsHidden(i) && Header.Names[i].Trim().Length > 0)
            {
                Page.Add(LedgerItem.HiddenColumn, _titles[i], HeaderPlace.Line);
                _bag.Add(
                    FileCodes.Hidden,
                    HeaderPlace with
                    {
                        Column = i + 1,
                    },
                    $"{_titles[i]}一列是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。"
                );
            }
        }
    }

    /// <summary>The gate for every cell of the row; false when the row cannot be used.</summary>
    private bool CheckCells(IRowReader row, bool isData)
    {
        var readable = true;
        var count = row.Count;
        for (var i = 0; i < count; i++)
        {
            var cell = row.Cell(i);
            _merged += row.State(i) == RawState.Merged ? 1 : 0;
            if (i < _isCode.Length && cell.Length <= MostCharacters && !QuickLook.MayHold(cell))
            {
                continue;
            }

            if (cell.Length > MostCharacters)
            {
                _bag.Add(
                    FileCodes.TooLarge,
                    Row.At(i),
                    $"这个单元格有 {cell.Length} 个字，超过 {MostCharacters} 个字。请检查英文双引号是否成对。"
                );
                readable = false;
            }
            else if (i < _isCode.Length && _isUnread[i])
            {
                Unwanted(i, cell, row.Line);
            }
            else if (i < _isCode.Length)
            {
                // A sum of money in a column of sums is no telephone, however many digits it has.
                var isKnown = isData && (_isCode[i] || (_isNumber[i] && NumberCell.TryParse(cell, out _)));
                PrivacyGate.Check(cell, Row.At(i), _titles[i], _bag, isKnown, _allowed[i]);
            }
            else if (!string.IsNullOrWhiteSpace(cell))
            {
                PrivacyGate.Check(cell, Row.At(i), "表头之外的单元格", _bag);
                _bag.Add(
                    FileCodes.ExtraCells,
                    Row.At(i),
                    $"这一行比表头多出内容{Diagnostic.Quote(cell)}。单元格里有逗号时，要给整个单元格加上英文双引号。"
                );
                readable = false;
                break;
            }
        }

        return readable;
    }

    /// <summary>A cell that is not read goes nowhere; what should not be passed on is said once.</summary>
    private void Unwanted(int column, string cell, int line)
    {
        foreach (var kind in PersonalData.Find(cell).Select(f => f.Kind).Distinct())
        {
            var sofar = _personal.GetValueOrDefault((column, kind), (line, 0));
            _personal[(column, kind)] = (sofar.Item1, sofar.Item2 + 1);
        }
    }

    private void NotePersonal()
    {
        foreach (var ((column, kind), (line, count)) in _personal)
        {
            if (PersonalHeaders.IsPersonal(Header.Names[column]))
            {
                continue;
            }

            _bag.Add(
                PrivacyCodes.BesideCells,
                _source.Place with
                {
                    Line = line,
                    Column = column + 1,
                },
                $"{_titles[column]}没有读取，里面有 {count} 格是{kind.Word()}（内容不显示）。不会输出，但会随文件传出去，请在原表里删掉这一列。"
            );
        }
    }

    /// <summary>How many rows of a kind, where the first stands, and whether any holds a number.</summary>
    private struct Skipped
    {
        public int Count;
        public int First;
        public bool HoldsValues;
    }
}
