using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>A face that a library knows by its names（字体条目）; it is opened when wanted.</summary>
/// <param name="File">File.</param>
/// <param name="Index">Face in a collection, from 0.</param>
/// <param name="Families">Family names in every language.</param>
/// <param name="FaceNames">Full and PostScript names.</param>
/// <param name="Weight">100–900.</param>
/// <param name="Italic">Whether it slants.</param>
/// <param name="Embedding">What the maker permits.</param>
/// <param name="IsChinese">Whether it declares GB2312 characters (OS/2 code page bit 18).</param>
public sealed record FaceEntry(
    FontFile File,
    int Index,
    ImmutableArray<string> Families,
    ImmutableArray<string> FaceNames,
    int Weight,
    bool Italic,
    EmbeddingPermission Embedding,
    bool IsChinese
);
