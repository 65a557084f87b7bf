using System.IO.Compression;
using System.Text;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Archives（压缩包） whose bytes depend on nothing but what they hold: the edition's date, the order given and fixed
/// permissions.
/// </summary>
internal static class Packing
{
    /// <summary>Writes an archive.</summary>
    /// <param name="into">Where to; left open.</param>
    /// <param name="date">The date that every file bears.</param>
    /// <param name="files">Names inside the archive, with what opens each.</param>
    /// <param name="cancellation">Stops between files.</param>
    public static void Write(
        Stream into,
        DateOnly date,
        IEnumerable<(string Name, Func<Stream> Open)> files,
        CancellationToken cancellation
    )
    {
        using var archive = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (name, open) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var packed = archive.CreateEntry(name, CompressionLevel.Optimal);
            packed.LastWriteTime = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
            packed.ExternalAttributes = Convert.ToInt32("100644", 8) << 16;
            using var target = packed.Open();
            using var source = open();
            source.CopyTo(target);
        }
    }
}
