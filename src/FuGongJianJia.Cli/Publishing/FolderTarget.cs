using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>A folder of this machine or a share（文件夹）.</summary>
internal sealed class FolderTarget : IPublishTarget
{
    private readonly string _site;
    private readonly string _versions;

    private FolderTarget(string site, string versions) => (_site, _versions) = (site, versions);

    /// <inheritdoc/>
    public string Title => _site;

    /// <summary>Opens a folder. A share that is not there must not become a folder of this machine.</summary>
    /// <param name="place">Where.</param>
    /// <param name="root">The project.</param>
    /// <param name="output">The output, which is no target.</param>
    /// <exception cref="RemediableException">It cannot be used.</exception>
    public static FolderTarget Open(PublishPlace place, string root, string output)
    {
        var (site, versions) = (Full(place.Site), Full(place.Versions));
        if (
            AreOneInOther(site, versions)
            || ((string[])[output, Full("data"), Full("input")]).Any(own =>
                AreOneInOther(site, own) || AreOneInOther(versions, own)
            )
        )
        {
            throw new RemediableException(
                "“网站”“版本”与 output、data、input 之中，有一处套着另一处",
                $"请在 {PublishPlaces.Path} 里换两个互不相干的文件夹。"
            );
        }

        foreach (var folder in (string[])[site, versions])
        {
            if (!Directory.Exists(folder) && !Directory.Exists(Path.GetDirectoryName(folder)))
            {
                throw new RemediableException(
                    $"“{folder}”和它的上一级文件夹都不在",
                    "请确认共享文件夹已经连上、路径没有写错；第一次发布，先建好上一级文件夹。"
                );
            }
        }

        return new FolderTarget(site, versions);

        string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, path)));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> List(CancellationToken cancellation)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        Add(new DirectoryInfo(_site), PublishKey.Site);
        Add(new DirectoryInfo(_versions), PublishKey.Versions);
        return found;

        void Add(DirectoryInfo folder, string above)
        {
            if (!folder.Exists)
            {
                return;
            }

            foreach (var entry in folder.EnumerateFileSystemInfos().Where(e => e.Name[0] != '.'))
            {
                cancellation.ThrowIfCancellationRequested();
                if (entry is DirectoryInfo { LinkTarget: null } inner)
                {
                    Add(inner, $"{above}{entry.Name}/");
                }
                else
                {
                    found.Add(above + entry.Name, entry is FileInfo { LinkTarget: null } file ? file.Length : -1);
                }
            }
        }
    }

    /// <inheritdoc/>
    public byte[]? Read(string key, long most) => StoredFile.ReadUpTo(FileOf(key), most);

    /// <inheritdoc/>
    public void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(file.File, FileOf(file.Key));
            done();
        }
    }

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation)
    {
        foreach (var (from, to) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(FileOf(from), FileOf(to));
            done();
        }
    }

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation)
    {
        foreach (var key in keys)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = FileOf(key);
            if (Path.Exists(path))
            {
                File.Delete(path);
            }

            var room = RoomOf(key);
            for (
                var above = Path.GetDirectoryName(path)!;
                above.Length > room.Length
                    && Directory.Exists(above)
                    && !Directory.EnumerateFileSystemEntries(above).Any();
                above = Path.GetDirectoryName(above)!
            )
            {
                Directory.Delete(above);
            }

            done();
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }

    private static bool AreOneInOther(string a, string b)
    {
        static string Whole(string path) => path + Path.DirectorySeparatorChar;
        return Whole(a).StartsWith(Whole(b), StringComparison.OrdinalIgnoreCase)
            || Whole(b).StartsWith(Whole(a), StringComparison.OrdinalIgnoreCase);
    }

    // Beside its place under a hidden name, then into it at once.
    private static void Take(string from, string to)
    {
        var folder = Path.GetDirectoryName(to)!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileName(to)}.part");
        File.Copy(from, part, overwrite: true);
        File.Move(part, to, overwrite: true);
    }

    private string FileOf(string key) => Path.Combine(RoomOf(key), PublishKey.Below(key));

    private string RoomOf(string key) => key.StartsWith(PublishKey.Site, StringComparison.Ordinal) ? _site : _versions;
}
