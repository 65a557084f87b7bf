namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Where a takeover puts what is in the way（移开的文件）: a folder of its own in the output folder, outside what is
/// published. Nothing is deleted and nothing overwritten there.
/// </summary>
/// <param name="output">The output folder.</param>
internal sealed class OutputAnnex(string output)
{
    private const string FolderName = "接管前的文件";

    /// <summary>The folder once something is in it; null before.</summary>
    public string? Folder { get; private set; }

    /// <summary>Moves a file or folder of the output there, by the same path below it.</summary>
    public void Take(string path)
    {
        Folder ??= Free();
        var target = Path.Combine(Folder, Path.GetRelativePath(output, path));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (Directory.Exists(path))
        {
            Directory.Move(path, target);
        }
        else
        {
            File.Move(path, target);
        }
    }

    private string Free() =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(n => Path.Combine(output, n == 1 ? FolderName : FormattableString.Invariant($"{FolderName}-{n}")))
            .First(folder => !Path.Exists(folder));
}
