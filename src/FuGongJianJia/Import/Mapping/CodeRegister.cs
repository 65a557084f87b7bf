using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Csv;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// 编码登记: codes that the program gave to what has none in an office's exports. Only ever added to, so that a code, and
/// with it an address, never changes.
/// </summary>
internal sealed class CodeRegister
{
    /// <summary>Where it stands.</summary>
    public const string Path = "input/编码登记.csv";

    private static readonly string[] Columns = ["类别", "名称", "所属", "编码"];

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(string Kind, string Name), List<Entry>> _byName = [];
    private readonly HashSet<string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>What was added since it was read, in order.</summary>
    public List<string> Added { get; } = [];

    /// <summary>A register with the district's federation alone.</summary>
    public static CodeRegister Of(string name, string code)
    {
        var register = new CodeRegister();
        register.Enter(new(OrganisationSchema.Table.Name, name, "", code));
        return register;
    }

    /// <summary>Reads the register; empty when there is none.</summary>
    public static CodeRegister Read(SourceFile? file, ImportOptions options, DiagnosticBag bag)
    {
        var register = new CodeRegister();
        if (file is null)
        {
            return register;
        }

        if (TextDecoder.ToUtf8(file, options.Encoding, bag) is not { } text)
        {
            return register;
        }

        // A name may hold whatever else parts cells elsewhere.
        using var rows = new CsvRows(text, ",", new(file.Path), bag);
        if (!rows.Read() || !Columns.Select((c, i) => rows.Cell(i).Trim() == c).All(same => same))
        {
            bag.Add(
                MappingCodes.BadRegister,
                new(file.Path, 1),
                $"第一行应当是 {string.Join(',', Columns)}。请从备份恢复这个文件。"
            );
            return register;
        }

        while (rows.Read())
        {
            var cells = Columns.Select((_, i) => CellCleaner.Line(rows.Cell(i)).Trim()).ToArray();
            if (cells.All(c => c.Length == 0))
            {
                continue;
            }

            if (!CodeText.IsSound(cells[3]) || !register._codes.Add(cells[3]))
            {
                bag.Add(
                    MappingCodes.BadRegister,
                    new(file.Path, rows.Line, 4),
                    CodeText.IsSound(cells[3])
                        ? $"编码{Diagnostic.Quote(cells[3])}登记了两次。请只留一行。"
                        : $"编码{Diagnostic.Quote(cells[3])}不能用，只能是英文字母、数字和短横线。"
                );
                continue;
            }

            register.Enter(new(cells[0], cells[1], cells[2], cells[3]));
        }

        return register;
    }

    /// <summary>The code of a thing; a new one, entered, when it has none yet.</summary>
    /// <param name="kind">组织, 活动 …</param>
    /// <param name="prefix">With what a new code begins.</param>
    /// <param name="name">Its name.</param>
    /// <param name="of">What tells two of one name apart: the town, the day.</param>
    /// <param name="isAlone">True when nothing else of the period has the name: one that moved keeps its code.</param>
    /// <param name="isTaken">Codes that stand in the exports.</param>
    public string Code(string kind, string prefix, string name, string of, bool isAlone, Func<string, bool> isTaken)
    {
        var key = OrganisationIndex.NameKey(name);
        if (_byName.TryGetValue((kind, key), out var same))
        {
            var exact = same.Find(e => e.Of == of) ?? (isAlone && same.Count == 1 ? same[0] : null);
            if (exact is not null)
            {
                return exact.Code;
            }
        }

        var number = _last.GetValueOrDefault(prefix);
        string code;
        do
        {
            code = prefix + (++number).ToString(CultureInfo.InvariantCulture).PadLeft(4, '0');
        } while (_codes.Contains(code) || isTaken(code));

        _codes.Add(code);
        Enter(new(kind, name, of, code));
        Added.Add(name);
        return code;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes() =>
        SpreadsheetCsv.ToBytes(Columns, _entries.Select(e => (IEnumerable<object?>)[e.Kind, e.Name, e.Of, e.Code]));

    private void Enter(Entry entry)
    {
        _entries.Add(entry);
        var key = (entry.Kind, OrganisationIndex.NameKey(entry.Name));
        if (!_byName.TryGetValue(key, out var list))
        {
            _byName.Add(key, list = []);
        }

        list.Add(entry);
        var prefix = entry.Code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (int.TryParse(entry.Code.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var number))
        {
            _last[prefix] = Math.Max(_last.GetValueOrDefault(prefix), number);
        }
    }

    private sealed record Entry(string Kind, string Name, string Of, string Code);
}
