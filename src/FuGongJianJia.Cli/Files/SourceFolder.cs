using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Handouts;

namespace FuGongJianJia.Cli.Files;

/// <summary>What was read（读到的文件）.</summary>
/// <param name="Files">In ordinal order of path.</param>
/// <param name="Diagnostics">What could not be read, sorted; then nothing can be said of the data.</param>
internal sealed record SourceFiles(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// The records of what is final（出版记录）, in ordinal order of path: they say what was published, and are no part of
    /// what it is made from.
    /// </summary>
    public ImmutableArray<SourceFile> Records { get; init; } = [];

    /// <summary>
    /// 分发.csv; null for none. It is for handing out alone: no build is made from it, and it is in no fingerprint.
    /// </summary>
    public SourceFile? Handout { get; init; }
}

/// <summary>
/// The read stage（读取）: every file below data/ and input/ that import should see. Hidden files and the lock files of
/// office programs are passed over; what cannot be read is a diagnostic, and nothing that lies there makes reading wait
/// or fail.
/// </summary>
internal sealed class SourceFolder
{
    // A link to a folder inside a linked folder, and so on: more is a circle in disguise.
    private const int MostLinks = 8;

    private static readonly string[] Top = ["data", "input"];

    /// <summary>Folder of the records of what is final（出版记录）.</summary>
    public const string RecordsFolder = "input/出版/";

    private readonly List<SourceFile> _files = [];
    private readonly DiagnosticBag _bag = new();
    private readonly CancellationToken _cancellation;

    private SourceFolder(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Reads the folders of a project.</summary>
    /// <param name="root">The project folder.</param>
    /// <param name="cancellation">Stops between files.</param>
    public static SourceFiles Read(string root, CancellationToken cancellation)
    {
        var reading = new SourceFolder(cancellation);
        var real = Directory.Exists(root) ? Real(Path.GetFullPath(root)) : root;
        foreach (var name in Top)
        {
            var folder = new DirectoryInfo(Path.Combine(real, name));
            if (folder.Exists || folder.LinkTarget is not null)
            {
                reading.Take(folder, name, [], 0);
            }
            else if (File.Exists(folder.FullName))
            {
                reading._bag.Add(
                    SourceCodes.NotAFolder,
                    new(name),
                    $"应为文件夹，读到的是文件。请把它移走或改名，再建一个名叫 {name} 的文件夹。"
                );
            }
        }

        ImmutableArray<SourceFile> files = [.. reading._files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        reading.CheckCase(files);
        var records = files.ToLookup(f => f.Path.StartsWith(RecordsFolder, StringComparison.Ordinal));
        return new SourceFiles([.. records[false].Where(f => f.Path != HandoutReader.Path)], reading._bag.ToSorted())
        {
            Records = [.. records[true]],
            Handout = records[false].FirstOrDefault(f => f.Path == HandoutReader.Path),
        };
    }

    // The folders above, as they really stand, and how many links led here: a link to a folder that holds one of those
    // has no end.
    private void Take(FileSystemInfo entry, string path, ImmutableList<string> above, int links)
    {
        if (entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal))
        {
            return;
        }

        _cancellation.ThrowIfCancellationRequested();
        if (PortableName.Fault(entry.Name) is { } fault)
        {
            _bag.Add(SourceCodes.Name, new(path), $"名字{fault}。请改一个普通的名字。");
            return;
        }

        try
        {
            if (entry.LinkTarget is null)
            {
                Read(entry, path, above, links);
            }
            else if (Target(entry) is not { Exists: true } target)
            {
                _bag.Add(
                    SourceCodes.DeadLink,
                    new(path),
                    "这是一个链接，但它指向的文件或文件夹不在了。请删掉链接，或把原来的文件放回去。"
                );
            }
            else if (links == MostLinks || above.Exists(folder => Holds(target.FullName, folder)))
            {
                _bag.Add(
                    SourceCodes.LinkLoop,
                    new(path),
                    "这个链接绕回了它自己所在的文件夹，读下去没有尽头。请删掉这个链接。"
                );
            }
            else
            {
                Read(target, path, above, links + 1);
            }
        }
        catch (Exception failure) when (FileTrouble.Is(failure))
        {
            _bag.Add(
                SourceCodes.Unreadable,
                new(path),
                $"读不出来：{FileTrouble.Words(failure)}。请关闭正在使用它的程序，确认您有读取的权限，再运行一次。"
            );
        }
    }

    // What a link leads to, without links on the way; null for a link that leads to itself.
    private static FileSystemInfo? Target(FileSystemInfo link)
    {
        try
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true)!;
            return target is DirectoryInfo ? new DirectoryInfo(Real(target.FullName)) : target;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // A folder's path without links on the way to it.
    private static string Real(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
    }

    private static bool Holds(string folder, string inner) =>
        inner == folder
        || inner.StartsWith(
            // The root ends in a separator as it is.
            Path.EndsInDirectorySeparator(folder)
                ? folder
                : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    private void Read(FileSystemInfo entry, string path, ImmutableList<string> above, int links)
    {
        if (entry is DirectoryInfo folder)
        {
            var here = above.Add(folder.FullName);
            foreach (var inner in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                Take(inner, $"{path}/{inner.Name}", here, links);
            }

            return;
        }

        var length = ((FileInfo)entry).Length;
        if (length > Array.MaxLength)
        {
            _bag.Add(
                FileCodes.TooLarge,
                new(path),
                $"文件有 {length / 1_000_000} MB，大到无法读取。请确认没有放错文件，确实很大时请拆分。"
            );
        }
        else if (length == 0 && !IsRegular(entry.FullName))
        {
            _bag.Add(
                SourceCodes.NotAFile,
                new(path),
                "这不是普通的文件（而是管道、套接字或设备），里面没有数据可读。请把它移走。"
            );
        }
        else
        {
            _files.Add(new SourceFile(path, length == 0 ? default : File.ReadAllBytes(entry.FullName)));
        }
    }

    // Pipes, sockets and devices have no length, and opening a pipe to read waits for a writer, perhaps for ever.
    // Opened both ways it does not wait; a socket cannot be opened at all; and nowhere in a pipe can be sought.
    // An empty file that may not be written to is just empty.
    private static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
            return stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Their pages and images would have one address, and copied to Windows one of the two would be lost.
    private void CheckCase(ImmutableArray<SourceFile> files)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Path, file.Path))
            {
                _bag.Add(
                    SourceCodes.CaseOnly,
                    new(file.Path),
                    $"与“{seen[file.Path]}”只有大小写不同，在 Windows 上是同一个文件，在网站上是同一个地址。请给其中一个改名。"
                );
            }
        }
    }
}
