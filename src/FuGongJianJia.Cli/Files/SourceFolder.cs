using System.Collections.Immutable;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The read stage（读取）: every file below data/ and input/ that import should see, in ordinal order of path.
/// Hidden files and the lock files of office programs are passed over.
/// </summary>
internal static class SourceFolder
{
    private static readonly string[] Top = ["data", "input"];

    /// <summary>Reads the folders of a project.</summary>
    /// <param name="root">The project folder.</param>
    /// <param name="cancellation">Stops between files.</param>
    public static ImmutableArray<SourceFile> Read(string root, CancellationToken cancellation)
    {
        var files = new List<SourceFile>();
        foreach (var folder in Top.Select(t => Path.Combine(root, t)).Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
                if (
                    relative
                        .Split('/')
                        .Any(part => part.StartsWith('.') || part.StartsWith("~$", StringComparison.Ordinal))
                )
                {
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                files.Add(new SourceFile(relative, File.ReadAllBytes(path)));
            }
        }

        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
