using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Letters;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>
/// 附函: what goes to whom, in which form, and how it may be used; a letter as all others of the office.
/// </summary>
internal static class CoveringLetter
{
    /// <summary>The versions, the roomiest first.</summary>
    public static ImmutableArray<Document> Versions(OfficeEdition edition, OfficePeriod period, Bundle bundle) =>
        LetterForm.Versions(look => Compose(edition, period, bundle, look));

    private static Document Compose(OfficeEdition edition, OfficePeriod period, Bundle bundle, LetterLook look)
    {
        var recipient = bundle.Recipient;
        var body = ImmutableArray.CreateBuilder<DocumentBlock>();
        body.Add(new Paragraph(HandoutWords.OpeningOf(period, bundle)));
        if (!bundle.Papers.IsEmpty)
        {
            body.Add(
                Table.Of(
                    [
                        TableColumn.Fixed(34, CellAlignment.Centre),
                        TableColumn.Share(1.5),
                        TableColumn.Share(3),
                        TableColumn.Share(1.75),
                    ],
                    ["序号", "材料", "名称", "形式"],
                    HandoutWords
                        .Rows(bundle)
                        .Select(
                            (r, i) => (IEnumerable<string>)[Numerals.Count(i + 1), r.MaterialText, r.Name, r.FormsText]
                        )
                )
            );
        }

        var number = 0;
        foreach (var part in Parts(edition, bundle))
        {
            body.Add(LetterForm.Part(++number, part));
        }

        return LetterForm.Compose(
            edition,
            new(
                LetterWords.IssuerOf(edition),
                HandoutWords.NumberOf(recipient),
                HandoutWords.TitleOf(period),
                "附函",
                recipient.Address,
                Furniture.DateOf(edition, period),
                ""
            ),
            body.ToImmutable(),
            [],
            look
        );
    }

    private static IEnumerable<LetterPart> Parts(OfficeEdition edition, Bundle bundle)
    {
        var recipient = bundle.Recipient;
        if (bundle.IsInternal)
        {
            yield return new("使用", [new(HandoutWords.InternalText)]);
        }

        if (recipient.Deliveries.Any(d => d != Delivery.Print))
        {
            yield return new("核对", [new("电子文件的SHA-256校验值在“校验值.txt”里，可以逐个核对。")]);
        }

        if (recipient.Wants(Delivery.Print))
        {
            yield return new(
                "签收",
                [
                    new(
                        $"纸质材料每件{Numerals.Count(recipient.Copies)}份，"
                            + $"请在签收单第{Numerals.Count(recipient.Number)}号签名。"
                    ),
                ]
            );
        }

        var phone = edition.Settings.OfficePhone;
        yield return new(
            "联系",
            [
                new(
                    $"有缺漏或看不清的，请告诉{LetterWords.DepartmentOf(edition)}"
                        + $"{(phone.Length > 0 ? $"（{phone}）" : "")}。"
                ),
            ]
        );
    }
}
