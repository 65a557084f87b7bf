using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Pictures;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;

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
                new Paragraph(
                    string.Join("　", story.Figures.Select(f => $"{f.Label}{(f.Forecast ? "（预计）" : "")}{f.Amount}"))
                )
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
        if (Image(story, images) is { } image)
        {
            blocks.Add(image);
        }

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

    private static ImageBlock? Image(CaseView story, ImmutableSortedDictionary<string, Picture> images)
    {
        if (
            story.Image is not { } image
            || !images.TryGetValue(image.Path, out var picture)
            || picture.Paper is not { } paper
        )
        {
            return null;
        }

        // An upright picture is as high as another is wide, not higher than its page.
        var width = ImageWidth * Math.Min(1, (double)paper.Width / paper.Height);
        return new ImageBlock([.. paper.Content.Span], width, width * paper.Height / paper.Width, image.Alt);
    }
}
