using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>What the sections of a result sheet are made from.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">Period.</param>
/// <param name="Union">Whose sheet.</param>
/// <param name="Losses">How many losses are named; the rest is one step.</param>
internal sealed record SheetContext(Edition Edition, PeriodEdition Period, UnionResult Union, int Losses)
{
    /// <summary>Width of the type area, points.</summary>
    public static double Width => Typography.SheetPage.BodyWidth;
}

/// <summary>A section of the sheet; empty when it has nothing to say.</summary>
internal delegate ImmutableArray<Block> SheetSection(SheetContext context);

/// <summary>Union result sheet（工会成绩单）: one page of A4, public, for every union and period.</summary>
internal static class UnionSheet
{
    private static readonly ImmutableArray<SheetSection> Sections =
    [
        SheetHead.Blocks,
        SheetIndicators.Blocks,
        SheetLosses.Blocks,
        SheetColophon.Blocks,
    ];

    /// <summary>From the fullest version to the shortest: the first that fits on one page is printed.</summary>
    public static ImmutableArray<Document> Versions(Edition edition, PeriodEdition period, UnionResult union) =>
        [Compose(edition, period, union, 5), Compose(edition, period, union, 3), Compose(edition, period, union, 1)];

    private static Document Compose(Edition edition, PeriodEdition period, UnionResult union, int losses)
    {
        var context = new SheetContext(edition, period, union, losses);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var section in Sections)
        {
            blocks.AddRange(section(context));
        }

        var title = $"{union.Name}{period.Period.Title}五大指数成绩单";
        return new Document
        {
            Info = Furniture.Info(edition, title, "工会成绩单", Furniture.DateOf(edition, period)),
            Styles = Typography.Sheet,
            Sections =
            [
                new Section
                {
                    Page = Typography.SheetPage, Blocks = blocks.ToImmutable(), Numbering = PageNumbering.Hidden,
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, 9),
                },
            ],
        };
    }
}
