using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Theme;

/// <summary>
/// A file of the output that can be made（待生成文件）: the site and the reports are lists of these, and the command makes
/// them,
/// in parallel and in any order. <see cref="Begin"/> is pure and safe to call from any thread.
/// </summary>
/// <param name="Path">Below output/, forward slashes, ASCII: site/2024/index.html,
/// internal/2024/briefs/district.pdf.</param>
/// <param name="Kind">For counting and progress.</param>
/// <param name="Begin">Does the cheap part of the work: enough to know whether the rest is needed.</param>
public sealed record OutputFile(string Path, OutputKind Kind, Func<Draft> Begin)
{
    /// <summary>A file that is made in one go.</summary>
    public OutputFile(string path, OutputKind kind, Func<Rendered> render)
        : this(path, kind, () => new Draft(null, render)) { }

    /// <summary>Gives the bytes, and what could not be set as asked.</summary>
    public Rendered Render() => Begin().Finish();
}

/// <summary>A file that is begun（半成品）.</summary>
/// <param name="Key">
/// Stands for everything that the bytes depend on besides program and fonts: equal keys, equal bytes. Null when nothing
/// cheaper than the bytes tells.
/// </param>
/// <param name="Finish">Does the rest of the work.</param>
public readonly record struct Draft(string? Key, Func<Rendered> Finish);

/// <summary>A file that was made（成品）.</summary>
/// <param name="Content">Bytes.</param>
/// <param name="Notices">What could not be set as asked (a character without a glyph, something too wide), each at the
/// file's path below output/.</param>
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

    /// <summary>OFD 版式文件.</summary>
    Ofd,

    /// <summary>Word 文稿.</summary>
    Word,

    /// <summary>工作簿.</summary>
    Workbook,

    /// <summary>开放数据.</summary>
    Data,

    /// <summary>样式、脚本、图标.</summary>
    Asset,
}

/// <summary>What kinds of files have in common（文件类型）.</summary>
public static class OutputKinds
{
    /// <summary>
    /// Whether files of the kind are set in type: without fonts, or where PDFs are not wanted, none is made.
    /// </summary>
    public static bool NeedsFonts(this OutputKind kind) => kind is OutputKind.Pdf or OutputKind.Ofd;
}
