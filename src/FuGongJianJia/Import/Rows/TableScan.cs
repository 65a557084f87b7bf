using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// Walks over a table（读表）: finds the header, checks that its required columns are there, passes every cell through the
/// privacy gate and gives the data rows one by one. What is not data is counted and said once at the end.
/// </summary>
internal sealed class TableScan : IDisposable
{
    private const int MostColumns = 1000;
    private const int MostCharacters = 32_767; // what a spreadsheet cell can hold

    private readonly HeldRows _reader;
    private readonly TableSource _source;
    private readonly DiagnosticBag _bag;
    private readonly bool[] _isCode;
    private readonly string[] _titles;
    private readonly int[] _counts = new int[5];
    private readonly int[] _firstLines = new int[5];

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
        Row = new(source.Table, source.Place, bag, header.Map, year);
        _isCode = new bool[header.Names.Length];
        _titles = [.. header.Names.Select(n => n.Trim() is { Length: > 0 } name ? $"“{name}”" : "没有列名的一列")];
        foreach (var column in source.Table.Columns)
        {
            if (header.Map[column.Ordinal] is >= 0 and var at)
            {
                _isCode[at] = column.HoldsCodes;
            }
        }
    }

    /// <summary>Header.</summary>
    public Header Header { get; }

    /// <summary>The line of the header.</summary>
    public SourcePlace HeaderPlace { get; }

    /// <summary>The row that <see cref="Next"/> stands on.</summary>
    public DataRow Row { get; }

    /// <summary>Data rows so far.</summary>
    public int Rows => _counts[(int)RowKind.Data];

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

            held.Add(new(reader.Line, [.. Enumerable.Range(0, reader.Count).Select(reader.Cell)]));
        }

        if (held.All(r => r.Cells.All(string.IsNullOrWhiteSpace)))
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
            CheckHeld(held, source.Place, bag);
            var expected = string.Join('、', source.Table.Columns.Where(c => c.IsRequired).Select(c => c.Name));
            bag.Add(
                FileCodes.NoHeader,
                source.Place,
                $"前 {HeaderFinder.Depth} 行里找不到“{source.Table.Name}”的表头。表头应有：{expected}。"
            );
            reader.Dispose();
            return null;
        }

        CheckHeld(held.GetRange(0, header.First), source.Place, bag);
        var headerPlace = source.Place with { Line = held[header.First].Line };
        if (!CheckColumns(source, header, headerPlace, bag))
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
            var kind = RowClassifier.Kind(row, Header);
            if (kind == RowKind.Blank)
            {
                continue;
            }

            if (_counts[(int)kind]++ == 0)
            {
                _firstLines[(int)kind] = row.Line;
            }

            Row.Move(row);
            var readable = CheckCells(row, kind == RowKind.Data);
            if (kind == RowKind.Data && readable)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says what was skipped.</summary>
    public void Finish()
    {
        Note(RowKind.Total, FileCodes.TotalRows, "行合计、小计没有读取，由程序自己计算。");
        Note(RowKind.Footer, FileCodes.FooterRows, "行表尾说明没有读取。");
        Note(RowKind.Header, FileCodes.RepeatedHeader, "行重复的表头没有读取。");
        if (Rows == 0)
        {
            _bag.Add(FileCodes.NoRows, _source.Place, $"“{_source.Table.Name}”只有表头，没有数据。");
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Note(RowKind kind, DiagnosticCode code, string text)
    {
        if (_counts[(int)kind] is > 0 and var count)
        {
            _bag.Add(code, _source.Place with { Line = _firstLines[(int)kind] }, $"有 {count} {text}");
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
            if (i < _isCode.Length && cell.Length <= MostCharacters && !PersonalData.MayHold(cell))
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
            else if (i < _isCode.Length)
            {
                PrivacyGate.Check(cell, Row.At(i), _titles[i], _bag, isData && _isCode[i]);
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

    private static void CheckHeld(List<HeldRow> rows, SourcePlace place, DiagnosticBag bag)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Cells.Length; i++)
            {
                PrivacyGate.Check(row.Cells[i], place with { Line = row.Line, Column = i + 1 }, "表头上方", bag);
            }
        }

        if (rows.Find(r => !r.Cells.All(string.IsNullOrWhiteSpace)) is { } first)
        {
            bag.Add(
                FileCodes.TitleRows,
                place with
                {
                    Line = first.Line,
                },
                $"表头上方有 {rows.Count(r => !r.Cells.All(string.IsNullOrWhiteSpace))} 行标题，没有读取。"
            );
        }
    }

    private static bool CheckColumns(TableSource source, Header header, SourcePlace place, DiagnosticBag bag)
    {
        if (header.Lines == 2)
        {
            bag.Add(FileCodes.TwoRowHeader, place, "表头有两行，已把上下两行合起来当作列名。");
        }

        var sound = true;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Names.Length; i++)
        {
            var name = CellCleaner.Clean(header.Names[i], out _);
            if (name.Length == 0)
            {
                continue;
            }

            var at = place with { Column = i + 1 };
            PrivacyGate.Check(name, at, "表头", bag);
            if (!seen.TryAdd(HeaderText.Key(name), i))
            {
                bag.Add(
                    FileCodes.ColumnTwice,
                    at,
                    $"列{Diagnostic.Quote(name)}出现了两次，无法判断以哪一列为准。请只留一列。"
                );
                sound = false;
            }
            else if (source.Table.Find(name) is null && !header.Extras.Contains(i))
            {
                UnknownColumn(source.Table, name, at, bag);
            }
        }

        foreach (var column in source.Table.Columns.Where(c => c.IsRequired && header.Map[c.Ordinal] < 0))
        {
            if (column.MaySpread && header.Extras.Count > 0)
            {
                continue;
            }

            bag.Add(
                FileCodes.MissingColumn,
                place,
                $"“{source.Table.Name}”缺少“{column.Name}”一列。"
                    + Suggest.Phrase(column.Name, header.Names.Where(n => source.Table.Find(n) is null))
            );
            sound = false;
        }

        return sound;
    }

    private static void UnknownColumn(TableSpec table, string name, SourcePlace at, DiagnosticBag bag)
    {
        if (PersonalHeaders.IsPersonal(name))
        {
            bag.Add(PrivacyCodes.PersonalColumn, at, $"列{Diagnostic.Quote(name)}是个人信息。请把整列删掉再导出。");
        }
        else if (PersonalHeaders.IsName(name))
        {
            bag.Add(
                PrivacyCodes.NameColumn,
                at,
                $"列{Diagnostic.Quote(name)}是人的姓名，“{table.Name}”不收。请按单位汇总，或把整列删掉再导出。"
            );
        }
        else
        {
            bag.Add(
                FileCodes.UnknownColumn,
                at,
                $"“{table.Name}”没有列{Diagnostic.Quote(name)}，这一列没有读取。"
                    + Suggest.Phrase(name, table.Columns.Select(c => c.Name))
            );
        }
    }
}
