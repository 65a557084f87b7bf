using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>What the sections of a result sheet are made from.</summary>
internal sealed record SheetContext(Edition Edition, PeriodEdition Period, UnionResult Union)
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

    /// <summary>Composes it.</summary>
    public static Document Compose(Edition edition, PeriodEdition period, UnionResult union)
    {
        var context = new SheetContext(edition, period, union);
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
