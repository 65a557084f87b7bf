using System.Runtime.InteropServices;

namespace FuGongJianJia.Import.Files;

/// <summary>Bytes of a file as a stream（文件内容的流）.</summary>
internal static class SourceStream
{
    /// <summary>A stream without copying, where the bytes are an array.</summary>
    public static MemoryStream Of(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(content.ToArray(), writable: false);
}
