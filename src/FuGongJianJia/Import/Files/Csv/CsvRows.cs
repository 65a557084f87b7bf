using System.Text;
using CsvHelper;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Csv;

/// <summary>Rows of a CSV file, by CsvHelper over UTF-8 bytes; its exceptions end here.</summary>
internal sealed class CsvRows : IRowReader
{
    /// <summary>Largest row; one quote left open would otherwise make the rest of the file one cell.</summary>
    public const int MaximumRow = 2_000_000;

    private readonly CsvReader _reader;
    private readonly SourcePlace _file;
    private readonly DiagnosticBag _bag;
    private string?[] _cells = new string?[32];
    private string?[] _above = new string?[32];

    /// <summary>Opens UTF-8 bytes with the delimiter that <see cref="DelimiterSniffer"/> found.</summary>
    public CsvRows(ReadOnlyMemory<byte> utf8, string delimiter, SourcePlace file, DiagnosticBag bag)
    {
        _file = file;
        _bag = bag;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            IncludeValuesInExceptions = false,
            PoolStrings = true,
            MaxRecordSize = MaximumRow,
            OnMalformedRecord = Malformed,
        };
        if (delimiter.Length == 1 && char.IsAscii(delimiter[0]))
        {
            _reader = CsvReader.Create(utf8, options with { Separator = delimiter[0] });
        }
        else
        {
            _reader = CsvReader.Create(new CsvSeparatorStream(SourceStream.Of(utf8), delimiter), options);
        }
    }

    /// <summary>Opens a text file; null when it cannot be read, which was reported.</summary>
    public static CsvRows? Open(SourceFile file, ImportOptions options, DiagnosticBag bag, Func<string, bool> isColumn)
    {
        if (file.Content.Length > options.MaximumText)
        {
            bag.Add(
                FileCodes.TooLarge,
                new(file.Path),
                $"文件有 {file.Content.Length / 1_000_000} MB，超过 {options.MaximumText / 1_000_000} MB。"
                    + "请确认没有放错文件，确实很大时请拆分。"
            );
            return null;
        }

        if (TextDecoder.ToUtf8(file, options.Encoding, bag) is not { } text)
        {
            return null;
        }

        var delimiter = DelimiterSniffer.Find(text.Span, isColumn);
        if (delimiter != ",")
        {
            bag.Add(FileCodes.Delimiter, new(file.Path), $"分隔符是{DelimiterSniffer.Name(delimiter)}，已按此读取。");
        }

        return new(text, delimiter, new(file.Path), bag);
    }

    public int Line => (int)Math.Min(_reader.LineNumber, int.MaxValue - 1);

    public int Count { get; private set; }

    public bool? CountsFrom1904 => null;

    public bool Read()
    {
        try
        {
            Count = 0;
            if (!_reader.Read())
            {
                return false;
            }

            Count = _reader.FieldCount;
            if (Count > _cells.Length)
            {
                Array.Resize(ref _cells, Count);
                Array.Resize(ref _above, Count);
            }

            (_cells, _above) = (_above, _cells);
            Array.Clear(_cells, 0, Count);

            if (_reader.RawRecord.Length > MaximumRow)
            {
                _bag.Add(
                    FileCodes.TooLarge,
                    _file with
                    {
                        Line = Line,
                    },
                    "这一行超过 2 MB，不像是一行数据。请检查双引号是否成对。"
                );
                return false;
            }

            return true;
        }
        catch (CsvFormatException e)
        {
            _bag.Add(
                FileCodes.BadQuotes,
                _file with
                {
                    Line = (int)Math.Min(e.LineNumber, int.MaxValue - 1),
                },
                "从这里开始的内容超过 2 MB 仍没有结束，多半是英文双引号没有闭合。请检查这一行的双引号。"
            );
            return false;
        }
    }

    // A cell is asked for by the classifier, the privacy gate and the binder; it becomes a string once.
    public string Cell(int index) => index < Count ? _cells[index] ?? Make(index) : "";

    public void Dispose() => _reader.Dispose();

    /// <summary>Most cells of a large export repeat the one above them: a code, a year, a date.</summary>
    private string Make(int index)
    {
        var text =
            _above[index] is { } same && Ascii.Equals(_reader.GetSpan(index), same) ? same : _reader.GetString(index);
        _cells[index] = text;
        return text;
    }

    private void Malformed(CsvMalformedRecord record)
    {
        // A quote inside an unquoted cell (5"管) is ordinary text to a person; the other two lose or move text.
        var message = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote =>
                "这一行的英文双引号没有闭合，后面的内容都被当成了一个单元格。请补上，或删掉多余的双引号。",
            CsvMalformedReason.TextAfterClosingQuote =>
                "右边的英文双引号之后还有文字。单元格里的双引号要写成两个，请改正。",
            _ => null,
        };
        if (message is not null)
        {
            _bag.Add(
                FileCodes.BadQuotes,
                _file with
                {
                    Line = (int)Math.Min(record.LineNumber, int.MaxValue - 1),
                },
                message
            );
        }
    }
}
