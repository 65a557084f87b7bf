using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Cli.Files;

/// <summary>What a swap does with a file.</summary>
internal enum SwapKind
{
    /// <summary>A new file where none stood.</summary>
    Add,

    /// <summary>A new file where an old one stands.</summary>
    Replace,

    /// <summary>An old file goes.</summary>
    Remove,
}

/// <summary>A file of a swap.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Path">Below the output folder.</param>
/// <param name="Sha256">Of an added file, so that undoing takes away nothing else; empty otherwise.</param>
internal readonly record struct SwapEntry(SwapKind Kind, string Path, string Sha256 = "");

/// <summary>
/// The journal of a swap（换入日志）: what is to be done, written before any of it is, so that a swap that did not finish can
/// be undone. It says of every file whether one stood there before; so undoing can be cut short and begun again any
/// number of times.
/// </summary>
/// <param name="Entries">In the order of the swap.</param>
internal sealed partial record SwapJournal(ImmutableArray<SwapEntry> Entries)
{
    private const string Head = "fugong-journal 1";
    private const string Tail = "end";

    // The longest path a hundred thousand times.
    private const long MostBytes = 1L << 30;

    /// <summary>File name in the stage.</summary>
    public const string FileName = "journal";

    /// <summary>One line a file between a first and a last line, which tell that it is whole.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', [Head, .. Entries.Select(Line), Tail]) + "\n");

    /// <summary>Reads the journal of a stage.</summary>
    /// <returns>The journal, null when it is not whole or names what no swap would touch.</returns>
    public static SwapJournal? Read(string stage)
    {
        if (
            StoredFile.ReadUpTo(Path.Combine(stage, FileName), MostBytes) is not { } bytes
            || Encoding.UTF8.GetString(bytes).Split('\n') is not [Head, .. var lines, Tail, ""]
        )
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var entries = ImmutableArray.CreateBuilder<SwapEntry>(lines.Length);
        foreach (var line in lines)
        {
            if (Entry(line) is not { } entry || !seen.Add(entry.Path))
            {
                return null;
            }

            entries.Add(entry);
        }

        return new SwapJournal(entries.ToImmutable());
    }

    private static string Line(SwapEntry entry) =>
        entry.Kind switch
        {
            SwapKind.Add => $"+ {entry.Sha256} {entry.Path}",
            SwapKind.Replace => $"= {entry.Path}",
            _ => $"- {entry.Path}",
        };

    private static SwapEntry? Entry(string line)
    {
        var match = Form().Match(line);
        var path = match.Groups["path"].Value;
        if (
            !match.Success
            || (path is not (Manifest.FileName or LastBuild.FileName) && StoredPath.Fault(path) is not null)
        )
        {
            return null;
        }

        return line[0] switch
        {
            '+' => new SwapEntry(SwapKind.Add, path, match.Groups["sha"].Value),
            '=' => new SwapEntry(SwapKind.Replace, path),
            _ => new SwapEntry(SwapKind.Remove, path),
        };
    }

    [GeneratedRegex(@"\A(?:\+ (?<sha>[0-9a-f]{64})|[=-]) (?<path>.+)\z")]
    private static partial Regex Form();
}
