using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Theme;

/// <summary>
/// A file of the output that can be made（待生成文件）: the site and the reports are lists of these, and the command makes them,
/// in parallel and in any order. <see cref="Render"/> is pure and safe to call from any thread.
/// </summary>
/// <param name="Path">Below output/, forward slashes, ASCII: site/2024/index.html, internal/2024/briefs/district.pdf.</param>
/// <param name="Kind">For counting and progress.</param>
/// <param name="Render">Gives the bytes, and what could not be set as asked.</param>
public sealed record OutputFile(string Path, OutputKind Kind, Func<Rendered> Render);

/// <summary>A file that was made（成品）.</summary>
/// <param name="Content">Bytes.</param>
/// <param name="Notices">What could not be set as asked (a character without a glyph, something too wide), each at the file's path below output/.</param>
public readonly record struct Rendered(ReadOnlyMemory<byte> Content, ImmutableArray<Diagnostic> Notices)
{
    /// <summary>Bytes with nothing to say about them.</summary>
    public static implicit operator Rendered(byte[] content) => new(content, []);

    /// <summary>Bytes with nothing to say about them.</summary>
    public static implicit operator Rendered(ReadOnlyMemory<byte> content) => new(content, []);
}

/// <summary>Kind of an output file.</summary>
public enum OutputKind
{
    /// <summary>网页.</summary>
    Page,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>开放数据.</summary>
    Data,

    /// <summary>样式、脚本、图标.</summary>
    Asset,
}
