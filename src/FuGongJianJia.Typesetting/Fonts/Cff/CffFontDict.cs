using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>A Font DICT with its Private DICT and local subroutines（CFF 子字体）.</summary>
/// <param name="Dict">Font DICT.</param>
/// <param name="Private">Private DICT: hints and default widths.</param>
/// <param name="Subrs">Local subroutines.</param>
internal sealed record CffFontDict(CffDict Dict, CffDict Private, CffIndex Subrs)
{
    public static CffFontDict Read(FontSource source, long start, CffDict dict)
    {
        if (dict[CffDict.Private] is not [var size, var offset])
            return new CffFontDict(dict, CffDict.Parse(default), CffIndex.Empty);
        var place = start + (long)offset;
        var hints = CffDict.Parse(source.Slice(place, (int)size));
        var subrs = hints.Integer(CffDict.Subrs, 0) is > 0 and var at
            ? CffIndex.Read(source, place + at)
            : CffIndex.Empty;
        return new CffFontDict(dict, hints, subrs);
    }
}
