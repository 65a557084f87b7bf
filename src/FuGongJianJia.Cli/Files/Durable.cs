using System.Runtime.InteropServices;
using System.Text;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// What must be on the disk before the next step（落盘）: a journal that speaks of files which a power cut has emptied
/// would be worse than none.
/// </summary>
internal static class Durable
{
    // A disk answers many at once in hardly more time than one.
    private const int AtOnce = 16;

    /// <summary>Files and then the folders that name them.</summary>
    public static void Flush(IReadOnlyCollection<string> files, IReadOnlyCollection<string> folders)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        Parallel.ForEach(files, options, FlushFile);
        Parallel.ForEach(folders, options, FlushFolder);
    }

    /// <summary>A file's bytes.</summary>
    public static void FlushFile(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>
    /// A folder's names. Windows keeps them in its own journal; a disk that cannot flush a folder need not.
    /// </summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (folder >= 0)
        {
            _ = Sync(folder);
            _ = Close(folder);
        }
    }

    // The framework opens no folder.
    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int file);
}
