using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
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

    /// <summary>
    /// Full address of the union's page on the site; empty where it is not known: a part of it leads nowhere from
    /// paper.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>QR code of that address, made once for all versions of the sheet; null without one.</summary>
    public required Drawing? Code { get; init; }
}

/// <summary>A section of the sheet: its blocks, none when it has nothing to say.</summary>
/// <param name="Blocks">Makes the blocks.</param>
/// <param name="Shortens">True when it may say less (<see cref="SheetContext.Losses"/>) so that the sheet fits; the
/// others are the same in every version.</param>
internal sealed record SheetSection(Func<SheetContext, ImmutableArray<DocumentBlock>> Blocks, bool Shortens = false);

/// <summary>Union result sheet（工会成绩单）: one page of A4, public, for every union and period.</summary>
internal static class UnionSheet
{
    /// <summary>From the fullest version to the shortest: the first that fits on one page is printed.</summary>
    public static ImmutableArray<Document> Versions(
        Edition edition,
        PeriodEdition period,
        UnionResult union,
        ReportOptions options
    )
    {
        var address = Furniture.Address(edition, $"{period.Period}/unions/{union.Code}/index.html");
        var context = new SheetContext(edition, period, union, 5)
        {
            Address = address,
            Code = address.Length == 0 ? null : QrCode.Of(address, Typography.SheetCode),
        };
        ImmutableArray<ImmutableArray<DocumentBlock>> parts =
        [
            .. options.Sections.Sheet.Select(s => s.Blocks(context)),
        ];
        ImmutableArray<ImmutableArray<DocumentBlock>> Shorter(int losses) =>
            [
                .. options.Sections.Sheet.Select(
                    (s, i) => s.Shortens ? s.Blocks(context with { Losses = losses }) : parts[i]
                ),
            ];
        return [Compose(context, parts), Compose(context, Shorter(3)), Compose(context, Shorter(1))];
    }

    private static Document Compose(SheetContext context, ImmutableArray<ImmutableArray<DocumentBlock>> parts)
    {
        var (edition, period, union) = (context.Edition, context.Period, context.Union);
        var title = $"{union.Name}{period.Period.Title}五大指数成绩单";
        return new Document
        {
            Info = Furniture.Info(edition, title, "工会成绩单", Furniture.DateOf(edition, period)),
            Styles = Typography.Sheet,
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.SheetPage,
                    Blocks = [.. parts.SelectMany(p => p)],
                    Numbering = PageNumbering.Hidden,
                    Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, 9),
                },
            ],
        };
    }
}
