using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Demo;

/// <summary>
/// A file to be written（演示文件）: made only when asked for, so that 100,000 unions never stand in memory at once.
/// </summary>
/// <param name="Path">Relative to the root, forward slashes: data/2024/指标值.csv.</param>
/// <param name="WriteTo">Writes the whole content to a stream, which stays open. A table without rows writes nothing:
/// it is left out.</param>
public sealed record DemoFile(string Path, Action<Stream> WriteTo)
{
    /// <summary>The same as import receives it.</summary>
    public SourceFile ToSourceFile()
    {
        using var buffer = new MemoryStream();
        WriteTo(buffer);
        return new SourceFile(Path, buffer.ToArray());
    }
}
