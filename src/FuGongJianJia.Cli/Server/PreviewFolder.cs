using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Cli.Server;

/// <summary>
/// Where a preview is made（预览文件夹）: among what the system keeps for this user, one for each project, and never where
/// the output of the project stands. It is kept, so that the next preview of the project begins with the last and makes
/// only what has changed; those that nobody has used for long, or whose project is gone, are removed.
/// </summary>
internal sealed class PreviewFolder : IDisposable
{
    private const string OwnerFile = "project.txt";
    private const long MostBytes = 1 << 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly IDisposable _held;

    private PreviewFolder(string path, IDisposable held) => (Path, _held) = (path, held);

    /// <summary>Output folder of the preview.</summary>
    public string Path { get; }

    private static string Home
    {
        get
        {
            var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return System.IO.Path.Combine(local.Length > 0 ? local : System.IO.Path.GetTempPath(), "fugong", "preview");
        }
    }

    /// <summary>
    /// Takes the folder of a project; a second preview of it at the same time gets one of its own. Old ones go.
    /// </summary>
    /// <param name="root">The project folder.</param>
    /// <param name="home">Where the folders lie; null for the usual place.</param>
    public static PreviewFolder Take(string root, string? home = null)
    {
        home ??= Home;
        var full = System.IO.Path.GetFullPath(root);
        var name = Manifest.Hash(Encoding.UTF8.GetBytes(full))[..16];
        for (var number = 1; ; number++)
        {
            var folder = System.IO.Path.Combine(
                home,
                number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}")
            );
            Directory.CreateDirectory(folder);
            if (Hold(folder) is { } held)
            {
                // Its time tells when it was last used.
                File.WriteAllText(System.IO.Path.Combine(folder, OwnerFile), full);
                Clean(home, folder);
                return new PreviewFolder(System.IO.Path.Combine(folder, "output"), held);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    // Only what has the mark of a preview, and is not in use.
    private static void Clean(string home, string mine)
    {
        foreach (var folder in Directory.GetDirectories(home).Where(f => f != mine))
        {
            var owner = new FileInfo(System.IO.Path.Combine(folder, OwnerFile));
            if (
                StoredFile.ReadUpTo(owner.FullName, MostBytes) is { } project
                && (
                    DateTime.UtcNow - owner.LastWriteTimeUtc > Kept
                    || !Directory.Exists(Encoding.UTF8.GetString(project))
                )
            )
            {
                try
                {
                    using (var held = Hold(folder))
                    {
                        if (held is null)
                        {
                            continue;
                        }
                    }

                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception failure) when (FileTrouble.Is(failure))
                {
                    // Somebody looks at it: the next preview tries again.
                }
            }
        }
    }

    private static IDisposable? Hold(string folder)
    {
        try
        {
            return OutputLock.Take(folder);
        }
        catch (OutputException)
        {
            return null;
        }
    }
}
