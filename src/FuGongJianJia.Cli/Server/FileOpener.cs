using System.ComponentModel;
using System.Diagnostics;

namespace FuGongJianJia.Cli.Server;

/// <summary>
/// Opens a file of the project for whoever previews it（打开文件）: at its line in Visual Studio Code where that is installed
/// and the file is text, else in the program that the system has for it.
/// </summary>
internal sealed class FileOpener
{
    private static readonly string[] Texts = [".csv", ".tsv", ".txt", ".yml", ".md"];

    private readonly string _root;

    private FileOpener(string root) => _root = Path.GetFullPath(root);

    /// <summary>An opener for a project; null where there is no desktop to open anything on.</summary>
    public static FileOpener? For(string root) => Browser.HasDesktop ? new(root) : null;

    /// <summary>True when the file is there and below the project.</summary>
    public bool Knows(PreviewProblem problem) => Full(problem) is not null;

    /// <summary>Opens it; false when nothing could.</summary>
    public bool Open(PreviewProblem problem)
    {
        if (Full(problem) is not { } file)
        {
            return false;
        }

        return (
                Texts.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
                && Editor() is { } editor
                && Started(
                    new(
                        editor,
                        [
                            "--goto",
                            FormattableString.Invariant(
                                $"{file}:{Math.Max(1, problem.Line)}:{Math.Max(1, problem.Column)}"
                            ),
                        ]
                    )
                )
            ) || Browser.Open(file);
    }

    private string? Full(PreviewProblem problem)
    {
        var full = Path.GetFullPath(Path.Combine(_root, problem.File));
        return
            problem.File.Length > 0
            && full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && File.Exists(full)
            ? full
            : null;
    }

    private static string? Editor() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "code.cmd" : "code"))
            .FirstOrDefault(File.Exists);

    private static bool Started(ProcessStartInfo start)
    {
        try
        {
            start.CreateNoWindow = true;
            using var started = Process.Start(start);
            return started is not null;
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException)
        {
            return false;
        }
    }
}
