using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Import.Articles;
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
    public static ImmutableArray<DocumentBlock> Of(CaseStory story, PeriodEdition period, ReportOptions options)
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
                new Paragraph(string.Join("　", story.Figures.Select(f => $"{f.Label}{Figure(f)}")))
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
        if (Image(story, options) is { } image)
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

    /// <summary>80余人, 约30.5%, 预计500余人次: approximations and forecasts stay what they are.</summary>
    public static string Figure(CaseFigure figure)
    {
        var whole = figure.Value.All(char.IsAsciiDigit);
        var words = figure.Approximate
            ? whole
                ? $"{figure.Value}余{figure.Unit}"
                : $"约{figure.Value}{figure.Unit}"
            : figure.Value + figure.Unit;
        return figure.Forecast ? "（预计）" + words : words;
    }

    private static ImageBlock? Image(CaseStory story, ReportOptions options)
    {
        if (
            story.Image is not { Consent: true } image
            || !options.Images.TryGetValue(image.Path, out var bytes)
            || ImageSize.Of(bytes.Span) is not { } size
        )
        {
            return null;
        }

        return new ImageBlock([.. bytes.Span], ImageWidth, ImageWidth * size.Height / size.Width, image.Alt);
    }
}
