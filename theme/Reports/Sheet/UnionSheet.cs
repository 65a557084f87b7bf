using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>Union result sheet（工会成绩单）: one page of A4, public, for every union and period.</summary>
internal static class UnionSheet
{
    /// <summary>From the fullest version to the shortest: the first that fits on one page is printed.</summary>
    public static ImmutableArray<Document> Versions(
        PublicEdition edition,
        PublicPeriod period,
        UnionResult union,
        ImmutableArray<SheetSection> sections
    )
    {
        var address = Furniture.Address(edition, $"{period.Period}/unions/{union.Code}/index.html");
        var context = new SheetContext(edition, period, union, 5)
        {
            Address = address,
            Code = address.Length == 0 ? null : QrCode.Of(address, Typography.SheetCode),
        };
        ImmutableArray<ImmutableArray<DocumentBlock>> parts = [.. sections.Select(s => s.Blocks(context))];
        ImmutableArray<ImmutableArray<DocumentBlock>> Shorter(int losses) =>
            [.. sections.Select((s, i) => s.Shortens ? s.Blocks(context with { Losses = losses }) : parts[i])];
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
