using System.Collections.Immutable;
using FuGongJianJia.Archive;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports;

/// <summary>A page in the place of a paper that was published and is no more（失效的文件）.</summary>
public static class DeparturePapers
{
    /// <summary>Lists them; where there are no fonts no PDF of them may be begun.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="departures">Addresses of papers that are no more.</param>
    /// <param name="fonts">Fonts; null where nothing is set.</param>
    public static ImmutableArray<OutputFile> Create(
        PublicEdition edition,
        IEnumerable<Departure> departures,
        FontSet? fonts
    ) =>
        [
            .. departures.Select(d =>
                System.IO.Path.GetExtension(d.Path) switch
                {
                    ".pdf" => Printing.Pdf($"site/{d.Path}", () => Compose(edition, d), fonts!),
                    ".ofd" => Printing.Ofd($"site/{d.Path}", int.MaxValue, () => [Compose(edition, d)], fonts!),
                    _ => Printing.Word($"site/{d.Path}", () => Compose(edition, d)),
                }
            ),
        ];

    private static Document Compose(PublicEdition edition, Departure departure)
    {
        var title = departure.To is null ? "这份文件已撤下" : "这份文件有了新的一份";
        return new Document
        {
            Info = Furniture.Info(edition, title, "说明", edition.Date),
            Styles = Typography.Report,
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.SheetPage,
                    Blocks =
                    [
                        new TitleBlock(title),
                        new Paragraph([departure.Why]),
                        .. departure.To is { } to
                            ? [new Paragraph([$"请看本站的 {to}（{departure.ToTitle}）。"])]
                            : (DocumentBlock[])[],
                    ],
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty),
                },
            ],
        };
    }
}
