using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>致辞: what the year was for, thanks, what is not yet good; people write it, or it does not stand.</summary>
internal static class AddressChapter
{
    public static Chapter? Make(AnnualContext context) =>
        context.WrittenFor(AnnualChapterNames.Address) is { IsEmpty: false } blocks
            ? new(AnnualChapterNames.Address, "", blocks) { Numbered = false }
            : null;
}
