namespace FuGongJianJia.Theme;

/// <summary>
/// A file of the output that can be made（待生成文件）: the site and the reports are lists of these, and the command makes them,
/// in parallel and in any order. <see cref="Render"/> is pure and safe to call from any thread.
/// </summary>
/// <param name="Path">Below output/, forward slashes, ASCII: site/2024/index.html, internal/2024/briefs/district.pdf.</param>
/// <param name="Kind">For counting and progress.</param>
/// <param name="Render">Gives the bytes.</param>
public sealed record OutputFile(string Path, OutputKind Kind, Func<ReadOnlyMemory<byte>> Render);

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
