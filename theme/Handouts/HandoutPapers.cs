using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>The papers that go with what is handed out（分发用纸）: covering letter, separator, sign-off sheet.</summary>
public static class HandoutPapers
{
    private const int LetterPages = 2;

    /// <summary>附函, one for each recipient.</summary>
    public static OutputFile Letter(OfficeEdition edition, OfficePeriod period, Bundle bundle, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return Printing.Pdf(
            $"附函_{Numerals(bundle.Recipient)}.pdf",
            LetterPages,
            () => CoveringLetter.Versions(edition, period, bundle),
            fonts
        );
    }

    /// <summary>分隔页, before what is printed for a recipient.</summary>
    /// <param name="edition">Edition.</param>
    /// <param name="period">Period.</param>
    /// <param name="bundle">What follows.</param>
    /// <param name="pages">How many pages each of its PDFs has, by path.</param>
    /// <param name="fonts">Fonts.</param>
    public static OutputFile Separator(
        OfficeEdition edition,
        OfficePeriod period,
        Bundle bundle,
        IReadOnlyDictionary<string, int> pages,
        FontSet fonts
    )
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return Printing.Pdf(
            $"分隔页_{Numerals(bundle.Recipient)}.pdf",
            () => SeparatorSheet.Compose(edition, period, bundle, pages),
            fonts
        );
    }

    /// <summary>签收单, of all recipients.</summary>
    public static OutputFile SignOff(
        OfficeEdition edition,
        OfficePeriod period,
        ImmutableArray<Bundle> bundles,
        FontSet fonts
    ) => Printing.Pdf("签收单.pdf", () => SignOffSheet.Compose(edition, period, bundles), fonts);

    private static string Numerals(Recipient recipient) => Text.Numerals.Count(recipient.Number);
}
