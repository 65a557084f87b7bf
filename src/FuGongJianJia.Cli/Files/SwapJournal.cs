using System.Text;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The journal of a swap（换入日志）: which files are moved aside and which moved in, so that a swap that did not finish
/// can be undone. A line is "-path" (removed) or "+path" (moved in).
/// </summary>
internal static class SwapJournal
{
    private const string Name = "journal";

    /// <summary>True while a swap has begun and not ended.</summary>
    public static bool IsOpen(string stage) => File.Exists(Path.Combine(stage, Name));

    /// <summary>Begins a swap: written under another name and renamed, so that a journal is whole or absent.</summary>
    public static void Write(string stage, IEnumerable<string> removed, IEnumerable<string> movedIn)
    {
        var journal = Path.Combine(stage, Name);
        File.WriteAllLines(journal + ".part", [.. removed.Select(p => "-" + p), .. movedIn.Select(p => "+" + p)]);
        File.Move(journal + ".part", journal);
    }

    /// <summary>Ends a swap that was done: the stage and what was set aside go.</summary>
    public static void End(string stage)
    {
        File.Delete(Path.Combine(stage, Name));
        Directory.Delete(stage, recursive: true);
    }

    /// <summary>
    /// Undoes a swap that did not finish: what came in goes, what was set aside comes back. Does nothing else than
    /// remove the stage when none had begun.
    /// </summary>
    public static void Undo(string output, string stage)
    {
        if (IsOpen(stage))
        {
            foreach (var line in File.ReadAllLines(Path.Combine(stage, Name), Encoding.UTF8).Reverse())
            {
                var path = line[1..];
                var (aside, current) = (Path.Combine(stage, "old", path), Path.Combine(output, path));

                // A new file that still stands in the stage has not been moved in.
                var cameIn = line[0] == '+' && !File.Exists(Path.Combine(stage, "new", path));
                if (File.Exists(aside))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(current)!);
                    File.Move(aside, current, overwrite: true);
                }
                else if (cameIn)
                {
                    File.Delete(current);
                }
            }

            File.Delete(Path.Combine(stage, Name));
        }

        if (Directory.Exists(stage))
        {
            Directory.Delete(stage, recursive: true);
        }
    }
}
