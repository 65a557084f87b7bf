using FuGongJianJia.Editions;
using FuGongJianJia.Import.Articles;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Finds what people wrote for a report（手写文稿）: input/pages/&lt;name&gt;.md.</summary>
internal static class WrittenText
{
    /// <summary>
    /// The page of that name, in whichever folder of input/pages it stands; null when nobody wrote one.
    /// </summary>
    public static WrittenPage? Find(Edition edition, string name) =>
        edition.Pages.FirstOrDefault(p =>
            string.Equals(p.Slug, name, StringComparison.Ordinal)
            || p.Slug.EndsWith("/" + name, StringComparison.Ordinal)
        );
}
