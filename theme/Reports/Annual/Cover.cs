using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>封面: the year very large in outline, the title, publisher and month.</summary>
internal static class Cover
{
    public static ImmutableArray<DocumentBlock> Blocks(AnnualContext context, string title)
    {
        var date = Furniture.DateOf(context.Edition, context.Period);
        var plain = title.Replace("工会五大指数", "\u200B工会五大指数\u200B", StringComparison.Ordinal);
        return
        [
            new Figure(OutlineYear.Of(context.Period.Period.Year, 150))
            {
                Align = TextAlignment.Left,
                Decorative = true,
                Space = 0,
            },
            new Spacer(40) { Fixed = true },
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                After = 16,
            },
            new TitleBlock(plain) { Style = Typography.CoverTitle },
            new Paragraph("红色　规范　活力　温暖　和谐")
            {
                Style = Typography.CoverLine with { Before = 10, LetterSpacing = 0.1, Ink = Palette.Second },
            },
            new VerticalSpring(),
            new Paragraph(Furniture.Publisher(context.Edition)) { Style = Typography.CoverLine },
            new Paragraph(date.ToString("yyyy'年'M'月'", CultureInfo.InvariantCulture))
            {
                Style = Typography.CoverLine,
            },
        ];
    }
}
