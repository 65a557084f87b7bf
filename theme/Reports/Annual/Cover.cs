using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 封面: the office's picture, else the pattern of the year's results; the year, the title; publisher and month beside
/// the emblem.
/// </summary>
internal static class Cover
{
    private const double PictureHeight = 400;
    private const double EmblemSide = 54;
    private const double EmblemGap = 18;

    public static ImmutableArray<DocumentBlock> Blocks(AnnualContext context, string title)
    {
        var (edition, period) = (context.Edition, context.Period);
        var date = Furniture.DateOf(edition, period);
        var (publisher, emblem, line) = (Furniture.Publisher(edition), Emblem(context), Typography.CoverLine);
        var plain = title.Replace("工会五大指数", "\u200B工会五大指数\u200B", StringComparison.Ordinal);
        ImmutableArray<DocumentBlock> published =
        [
            new Paragraph(publisher) { Style = line },
            new Paragraph(date.ToString("yyyy'年'M'月'", CultureInfo.InvariantCulture)) { Style = line },
        ];
        return
        [
            Picture(context) is { } picture
                ? picture
                : new Figure(
                    YearWeave.Of(
                        period.PopulationOf(Level.Town).Members,
                        Typography.ReportWidth,
                        PictureHeight,
                        Typography.ReportFigures
                    )
                )
                {
                    Align = TextAlignment.Left,
                    Decorative = true,
                    Space = 0,
                },
            new Spacer(30) { Fixed = true },
            new TitleBlock(plain) { Style = Typography.CoverTitle with { Size = 30, Leading = 42 } },
            new VerticalSpring(),
            emblem is null
                ? new KeepTogether(published)
                : new Grid([
                    new GridColumn(ColumnWidth.Fixed(EmblemSide), [emblem]),
                    new GridColumn(ColumnWidth.Fraction(1), published),
                ])
                {
                    Gap = EmblemGap,
                    Align = VerticalAlignment.Middle,
                },
            // Nothing is printed: an electronic seal finds its place over publisher and month.
            new SealBlock("印章")
            {
                Right =
                    Typography.ReportWidth
                    - (emblem is null ? 0 : EmblemSide + EmblemGap)
                    - (publisher.Length * line.Size / 2),
                Rise = line.Leading,
            },
        ];
    }

    private static ImageBlock? Picture(AnnualContext context) =>
        Printed(context, context.Edition.Settings.Annual.Cover, Typography.ReportWidth, PictureHeight);

    private static ImageBlock? Emblem(AnnualContext context) =>
        Printed(context, context.Edition.Settings.Annual.Emblem, EmblemSide, EmblemSide);

    private static ImageBlock? Printed(AnnualContext context, AnnualPicture? picture, double width, double height)
    {
        if (picture is null || !context.Images.TryGetValue(picture.Path, out var read) || read.Paper is not { } paper)
        {
            return null;
        }

        var scale = Math.Min(width / paper.Width, height / paper.Height);
        return new ImageBlock([.. paper.Content.Span], paper.Width * scale, paper.Height * scale, picture.Alt)
        {
            Align = TextAlignment.Left,
            Space = 0,
        };
    }
}
