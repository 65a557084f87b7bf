using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Pictures;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>
/// A case as reading matter（案例排版）: 楷 under a thin cinnabar rule, kind, date and source under the title, its figures in
/// a line.
/// </summary>
internal static class CaseBlocks
{
    private const double ImageWidth = 220;

    /// <summary>One case.</summary>
    /// <param name="story">The case.</param>
    /// <param name="period">Names of its organisations.</param>
    /// <param name="images">案例图片, by path below input/.</param>
    public static ImmutableArray<DocumentBlock> Of(
        CaseView story,
        PublicPeriod period,
        ImmutableSortedDictionary<string, Picture> images
    )
    {
        var organisation = period.Find(story.Organisation)?.Name ?? story.Organisation;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(new Paragraph(story.Title) { Style = Typography.StoryTitle });
        blocks.Add(
            new Paragraph(
                $"{(story.Elsewhere ? "外地案例　" : "")}{story.Kind}　{organisation}　{story.DateText}　来源：{story.Source}"
            )
            {
                Style = Typography.Small with { KeepWithNext = true },
            }
        );
        if (story.Figures.Length > 0)
        {
            blocks.Add(
                new Paragraph(Figures(story))
                {
                    Style = Typography.Small with
                    {
                        Role = Typesetting.Drawing.FontRole.Hei,
                        Ink = Palette.Ink,
                        After = 3,
                    },
                }
            );
        }

        blocks.Add(new Paragraph(story.Summary) { Style = Typography.Story });
        var opening = blocks.Count;
        blocks.AddRange(MarkdownBlocks.Read(story.Body, Typography.Story));
        blocks.AddRange(
            Image(
                story,
                images,
                ImageWidth,
                TextAlignment.Centre,
                Typography.Small with
                {
                    Align = TextAlignment.Centre,
                }
            )
        );

        return
        [
            new KeepTogether([
                new HorizontalRule(0.6)
                {
                    Ink = Palette.Cinnabar,
                    Before = 16,
                    After = 5,
                },
                .. blocks.Take(opening),
            ]),
            .. blocks.Skip(opening),
        ];
    }

    /// <summary>
    /// One case of a book（案例入书）: its title, its text with the picture, and where it is from; what text and title say is
    /// not said again.
    /// </summary>
    public static ImmutableArray<DocumentBlock> OfBook(
        CaseView story,
        PublicPeriod period,
        ImmutableSortedDictionary<string, Picture> images
    )
    {
        var organisation = period.Find(story.Organisation)?.Name ?? story.Organisation;
        var body = MarkdownBlocks.Read(story.Body, Typography.BookStory);
        var left = Typography.BookHang / Typography.StoryTitle.Size;
        return
        [
            new KeepTogether([
                new Paragraph(story.Title)
                {
                    Style = Typography.StoryTitle with
                    {
                        Role = Typesetting.Drawing.FontRole.Kai,
                        Ink = Palette.Cinnabar,
                        Left = left,
                        Before = 14,
                    },
                },
                .. body.Take(1),
            ]),
            .. Image(story, images, Typography.BookWidth, TextAlignment.Right, Typography.BookSmall),
            .. body.Skip(1).SkipLast(1),
            // Where it is from never stands alone on the next page.
            new KeepTogether([
                .. body.Skip(1).TakeLast(1),
                new Paragraph(
                    $"{organisation}　{story.DateText}" + (story.Figures.Length > 0 ? "　" + Figures(story) : "")
                )
                {
                    Style = Typography.BookSmall,
                },
            ]),
        ];
    }

    private static string Figures(CaseView story) =>
        string.Join("　", story.Figures.Select(f => $"{f.Label}{(f.Forecast ? "（预计）" : "")}{f.Amount}"));

    // The picture with what it shows below, or nothing.
    private static ImmutableArray<DocumentBlock> Image(
        CaseView story,
        ImmutableSortedDictionary<string, Picture> images,
        double wide,
        TextAlignment align,
        ParagraphStyle caption
    )
    {
        if (
            story.Image is not { } image
            || !images.TryGetValue(image.Path, out var picture)
            || picture.Paper is not { } paper
        )
        {
            return [];
        }

        // An upright picture is as high as another is wide, not higher than its page.
        var width = wide * Math.Min(1, (double)paper.Width / paper.Height);
        var block = new ImageBlock([.. paper.Content.Span], width, width * paper.Height / paper.Width, image.Alt)
        {
            Align = align,
        };
        return image.Caption.Length == 0
            ? [block]
            : [new KeepTogether([block, new Paragraph(image.Caption) { Style = caption with { After = 6 } }])];
    }
}
