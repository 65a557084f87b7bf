using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Text;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// What the last build leaves for the next（上一次生成）: what it was asked and from what, so that the next knows before it
/// begins whether anything changed; what it made; and what it had to say, so that this is said again. It is no part of
/// the output: without it, or with one that cannot be read, the next build does all its work. Its form is lines and not
/// JSON, since reading it is most of what a build does when nothing has changed.
/// </summary>
internal sealed record LastBuild
{
    /// <summary>File name below the output folder; hidden, since it is nobody's but the program's.</summary>
    public const string FileName = ".built";

    private const string Head = "fugong-built 1";
    private const string Tail = "end";
    private const long MostBytes = 1 << 28;

    /// <summary>Fingerprint of everything that the build read and was asked.</summary>
    public required string Question { get; init; }

    /// <summary>SHA-256 of the manifest that it wrote.</summary>
    public required string Digest { get; init; }

    /// <summary>How many files of each kind, in the order of <see cref="OutputKind"/>.</summary>
    public required ImmutableArray<int> Counts { get; init; }

    /// <summary>The files of the manifest.</summary>
    public required ImmutableArray<ManifestEntry> Files { get; init; }

    /// <summary>What it found and did not stop at.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Lines between a first and a last one, which tell that it is whole.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line(Head);
        Line(Question);
        Line(Digest);
        Line(string.Join(' ', Counts.Select(c => c.ToString(CultureInfo.InvariantCulture))));
        foreach (var (code, severity, place, message) in Diagnostics)
        {
            // Shown as it is told: without what would end a line or a field.
            Line(
                string.Join(
                    '\t',
                    new[]
                    {
                        "!",
                        code,
                        severity.ToString(),
                        place.Path,
                        place.Sheet ?? "",
                        place.Line.ToString(CultureInfo.InvariantCulture),
                        place.Column.ToString(CultureInfo.InvariantCulture),
                        message,
                    }.Select(VisibleText.Of)
                )
            );
        }

        foreach (var file in Files)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"=\t{file.Size}\t{file.Sha256}\t{file.Path}"));
        }

        Line(Tail);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// Reads what lies in an output folder; null when there is nothing, or nothing that can be trusted to be whole.
    /// </summary>
    public static LastBuild? Read(string output) =>
        StoredFile.ReadUpTo(Path.Combine(output, FileName), MostBytes) is { } bytes
        && Encoding.UTF8.GetString(bytes).Split('\n')
            is [Head, var question, var digest, var counts, .. var lines, Tail, ""]
            ? Read(question, digest, counts, lines)
            : null;

    /// <summary>Writes it where the manifest stands already; whole or not at all.</summary>
    /// <param name="output">The output folder.</param>
    /// <param name="bytes">Its bytes; null writes nothing.</param>
    public static void Write(string output, byte[]? bytes)
    {
        var path = Path.Combine(output, FileName);
        if (bytes is not null && !StoredFile.Holds(path, bytes))
        {
            File.WriteAllBytes(path + ".part", bytes);
            File.Move(path + ".part", path, overwrite: true);
        }
    }

    private static LastBuild? Read(string question, string digest, string counts, string[] lines)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var count in counts.Split(' '))
        {
            if (!TryCount(count, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        var files = ImmutableArray.CreateBuilder<ManifestEntry>(lines.Length);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var line in lines)
        {
            switch (line.Split('\t'))
            {
                case ["=", var size, var sha256, var path]
                    when long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                        && StoredPath.Fault(path) is null:
                    files.Add(new ManifestEntry(path, length, sha256));
                    break;
                case ["!", var code, var word, var path, var sheet, var at, var column, var message]
                    when SeverityOf(word) is { } severity
                        && Codes.Find(code) is not null
                        && TryCount(at, out var row)
                        && TryCount(column, out var place):
                    var where = new SourcePlace(path, row, place, sheet.Length == 0 ? null : sheet);
                    diagnostics.Add(new Diagnostic(code, severity, where, message));
                    break;
                default:
                    return null;
            }
        }

        return numbers.Count == Enum.GetValues<OutputKind>().Length
            ? new LastBuild
            {
                Question = question,
                Digest = digest,
                Counts = numbers.ToImmutable(),
                Files = files.ToImmutable(),
                Diagnostics = diagnostics.ToImmutable(),
            }
            : null;
    }

    // A build that found an error left nothing behind.
    private static Severity? SeverityOf(string word) =>
        word switch
        {
            nameof(Severity.Warning) => Severity.Warning,
            nameof(Severity.Note) => Severity.Note,
            _ => null,
        };

    private static bool TryCount(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
