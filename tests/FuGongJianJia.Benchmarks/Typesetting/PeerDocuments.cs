using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Benchmarks.Typesetting;

/// <summary>Sets the content as the other engines' templates do: same paper, margins, sizes, colours.</summary>
internal static class PeerDocuments
{
    private static readonly Ink Red = new(Rgb.FromHex(0xC00000));
    private static readonly Ink Navy = new(Rgb.FromHex(0x1F3A68));
    private static readonly Ink Grey = new(Rgb.FromHex(0xD0D0D0));
    private static readonly Ink Bar = new(Rgb.FromHex(0xB3261E));
    private static readonly Ink Black = new(Rgb.Black);

    internal static Document Brief(PeerBrief brief)
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.Song,
            Size = 10.5,
            Leading = 17,
            Indent = 2,
        };
        var sheet = StyleSheet.Report with
        {
            Body = body,
            Title = new()
            {
                Role = FontRole.Title,
                Size = 22,
                Leading = 30,
                Ink = Red,
                Align = TextAlignment.Centre,
            },
            Table = Look(9, 15),
        };
        var name = body with
        {
            Role = FontRole.Hei,
            Size = 8.5,
            Leading = 12,
            Indent = 0,
            Align = TextAlignment.Centre,
        };
        var value = name with { Role = FontRole.HeiBold, Size = 15, Leading = 19, Ink = Red };
        ImmutableArray<DocumentBlock> figures =
        [
            new Grid([
                .. brief.Figures.Select(f => new GridColumn([
                    new Panel([new Paragraph(f.Value) { Style = value }, new Paragraph(f.Name) { Style = name }])
                    {
                        Background = new Ink(Rgb.FromHex(0xF6EDED)),
                        Padding = 6,
                        Space = 0,
                    },
                ])),
            ])
            {
                Gap = 4,
                Space = 6,
            },
        ];
        return new()
        {
            Info = InfoOf(brief.Title),
            Styles = sheet,
            Sections =
            [
                new DocumentSection
                {
                    Page = new()
                    {
                        Top = 56,
                        Bottom = 48,
                        Inner = 60,
                        Outer = 60,
                    },
                    Numbering = PageNumbering.Hidden,
                    Blocks =
                    [
                        new TitleBlock(brief.Title),
                        new Paragraph(brief.Subtitle)
                        {
                            Style = body with
                            {
                                Role = FontRole.Kai,
                                Size = 12,
                                Leading = 18,
                                Indent = 0,
                                Align = TextAlignment.Centre,
                            },
                        },
                        new HorizontalRule(1.6)
                        {
                            Ink = Red,
                            Before = 2,
                            After = 4,
                        },
                        .. figures,
                        .. brief.Paragraphs.Select(p => (DocumentBlock)p),
                        new Figure(Bars(brief.Chart, 475, 118)),
                        TableOf(brief.Head, brief.Rows),
                    ],
                },
            ],
        };
    }

    internal static Document Report(PeerReport report)
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.Song,
            Size = 12,
            Leading = 23.4,
            Indent = 2,
        };
        var centred = body with { Role = FontRole.Title, Indent = 0, Align = TextAlignment.Centre };
        var sheet = StyleSheet.Report with
        {
            Body = body,
            Headings =
            [
                new()
                {
                    Role = FontRole.HeiBold,
                    Size = 18,
                    Leading = 28,
                    Align = TextAlignment.Centre,
                    After = 6,
                    KeepWithNext = true,
                },
                new()
                {
                    Role = FontRole.Kai,
                    Size = 15,
                    Leading = 24,
                    Before = 12,
                    After = 10,
                    KeepWithNext = true,
                },
            ],
            Table = Look(10, 18),
            Contents =
            [
                body with
                {
                    Role = FontRole.Hei,
                    Leading = 20,
                    Indent = 0,
                    Before = 5,
                    Align = TextAlignment.Left,
                },
                body with
                {
                    Leading = 20,
                    Indent = 0,
                    Left = 1,
                    Align = TextAlignment.Left,
                },
            ],
        };
        var page = new PageSetup
        {
            Top = 104.9,
            Bottom = 99.2,
            Inner = 79.4,
            Outer = 73.7,
        };
        ImmutableArray<DocumentBlock> cover =
        [
            new Spacer(100) { Fixed = true },
            new Paragraph(report.Publisher) { Style = centred with { Size = 22, Leading = 33, Ink = Red } },
            new Spacer(20),
            new TitleBlock(report.Title) { Style = centred with { Size = 30, Leading = 45 } },
            new VerticalSpring(),
            new Paragraph(report.Date) { Style = centred with { Role = FontRole.Kai, Size = 18, Leading = 27 } },
        ];
        return new()
        {
            Info = InfoOf(report.Title),
            Styles = sheet,
            Sections =
            [
                new DocumentSection
                {
                    Page = page,
                    Numbering = PageNumbering.Hidden,
                    Blocks = cover,
                },
                new DocumentSection
                {
                    Page = page,
                    Numbering = PageNumbering.Hidden,
                    Blocks =
                    [
                        new Paragraph("目　录")
                        {
                            Style = centred with { Role = FontRole.Hei, Size = 18, Leading = 28 },
                        },
                        new TableOfContents { Leader = "." },
                    ],
                },
                new DocumentSection
                {
                    Page = page,
                    Numbering = new() { Size = 10.5, Place = PageNumberPlace.Centre },
                    Blocks = [.. report.Chapters.SelectMany((c, i) => Chapter(c.Title, c.Sections, first: i == 0))],
                },
            ],
        };
    }

    private static IEnumerable<DocumentBlock> Chapter(string title, PeerSection[] sections, bool first)
    {
        if (!first)
            yield return new PageBreak();
        yield return new SectionHeading(1, title);
        foreach (var section in sections)
        {
            yield return new SectionHeading(2, section.Title);
            foreach (var paragraph in section.Paragraphs)
                yield return paragraph;
            if (section.Chart is { } chart)
                yield return new Figure(Bars(chart, 442, 182));
            if (section.Rows is { } rows)
                yield return TableOf(section.Head!, rows);
        }
    }

    private static Table TableOf(string[] head, string[][] rows) =>
        Table.Of(
            [
                TableColumn.Share(30),
                TableColumn.Share(15, CellAlignment.Right),
                TableColumn.Share(12, CellAlignment.Right),
                TableColumn.Share(17, CellAlignment.Right),
                TableColumn.Share(14, CellAlignment.Right),
                TableColumn.Share(12, CellAlignment.Centre),
            ],
            head,
            rows
        );

    private static TableLook Look(double size, double height) =>
        new()
        {
            Text = new()
            {
                Role = FontRole.Song,
                Size = size,
                Leading = height,
                Align = TextAlignment.Left,
            },
            Head = new()
            {
                Role = FontRole.Hei,
                Size = size,
                Leading = height,
                Align = TextAlignment.Centre,
            },
            OuterRule = 1.2,
            HeadRule = 1,
            RowRule = 0.4,
            RuleInk = Navy,
            HairlineInk = new(Rgb.FromHex(0xB0B0B0)),
            HeadBackground = new(Rgb.FromHex(0xE8EEF7)),
            PaddingX = 3,
            PaddingY = 0,
        };

    private static Drawing Bars(PeerChart chart, double width, double height)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var (top, left) = (16.0, 30.0);
        var h = height - top - 16;
        var most = chart.Values.Max() * 1.1;
        marks.Add(new TextMark(width / 2, 11, chart.Title, 11, FontRole.Hei, Black, TextAnchor.Middle));
        for (var i = 0; i < 5; i++)
        {
            var y = top + (h * (1 - (i / 4.0)));
            marks.Add(new PathMark(Shapes.Line(left, y, width, y), null, new Stroke(Grey, 0.4)));
            marks.Add(
                new TextMark(
                    left - 4,
                    y + 3,
                    Math.Round(most * i / 4, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture),
                    8,
                    FontRole.Song,
                    Black,
                    TextAnchor.End
                )
            );
        }

        var step = (width - left) / chart.Values.Length;
        for (var i = 0; i < chart.Values.Length; i++)
        {
            var bar = h * chart.Values[i] / most;
            var x = left + (step * i);
            marks.Add(
                new PathMark(Shapes.Rectangle(x + (step * 0.2), top + h - bar, step * 0.6, bar), new Fill(Bar), null)
            );
            marks.Add(
                new TextMark(
                    x + (step / 2),
                    top + h - bar - 3,
                    chart.Values[i].ToString(CultureInfo.InvariantCulture),
                    8,
                    FontRole.Song,
                    Black,
                    TextAnchor.Middle
                )
            );
            marks.Add(
                new TextMark(x + (step / 2), top + h + 13, chart.Labels[i], 8, FontRole.Song, Black, TextAnchor.Middle)
            );
        }

        return new()
        {
            Width = width,
            Height = height,
            Marks = marks.ToImmutable(),
            Title = chart.Title,
            Description = chart.Title,
        };
    }

    private static DocumentInfo InfoOf(string title) =>
        new()
        {
            Title = title,
            Author = "某某区总工会",
            Date = new(2026, 1, 1),
        };
}
