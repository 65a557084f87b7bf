using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site.Components;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Pages;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Site.Sharing;

/// <summary>
/// The picture that stands beside a shared link（分享图）: title, finding and figure of the page in the middle, which is
/// all that a square shows; the publication's name on a spine to the left, the total or the part of the site to the
/// right. Set by the same engine as the papers, and drawn from the page's own figures.
/// </summary>
internal static class SharePicture
{
    private const double Width = SharedPicture.FullWidth;
    private const double Height = SharedPicture.FullHeight;

    // WeChat cuts a square out of the middle; a little white stays round the words.
    private const double Measure = SharedPicture.FullHeight - 60;
    private const double Left = (Width - Measure) / 2;
    private const double Top = 36;
    private const double Foot = 76;
    private const double Spine = 150;
    private const double Aside = 1050;
    private const string Break = "\u200B";
    private const int LongText = 90;
    private const int LongClause = 40;

    private static ChartStyle Numbers => new(17, 15, 2, 1);

    /// <summary>The file; it is not begun without faces.</summary>
    public static OutputFile Of(SitePage page, FontSet? faces) =>
        new("site/" + Paths.Picture(page.Path), OutputKind.Asset, () => Begin(page, faces!));

    private static Draft Begin(SitePage page, FontSet faces)
    {
        var colours = page.Site.Settings.Look.Light;
        var versions = Versions(page, colours);
        var frame = Frame(page);
        var key = DocumentKey.Of([.. versions, Sheet(page, colours, [new Figure(frame)])]);
        return new Draft(key, () => Paint(versions, frame, colours, faces));
    }

    // The first that stands on one page; the last has the title alone.
    private static byte[] Paint(ImmutableArray<Document> versions, Drawing frame, LookColours colours, FontSet faces)
    {
        var items = versions
            .Select(v => Typesetter.Compose(v, faces).Document.Pages)
            .Where((pages, n) => pages.Length == 1 || n == versions.Length - 1)
            .First()[0]
            .Items;
        var painter = new CardPainter(
            new Dictionary<string, int>
            {
                ["paper"] = Hex(colours.Paper),
                ["ink"] = Hex(colours.Ink),
                ["second"] = Hex(colours.Second),
                ["hairline"] = Hex(colours.Line),
                ["cinnabar"] = Hex(colours.Accent),
            }
        );
        // What is left of the height stands above and below.
        var down = (Height - Foot - items.Max(Bottom)) / 2;
        return painter.Paint(
            (int)Width,
            (int)Height,
            [new DrawingItem(frame, 0, 0, 1, faces), .. items.Select(i => Moved(i, down))]
        );
    }

    // From the whole finding with the figure down to the title alone. What leaves room for a figure is set smaller.
    private static ImmutableArray<Document> Versions(SitePage page, LookColours colours)
    {
        var texts = Shortened(Finding(page));
        var (layouts, caption) = FigureOf(page);
        (Drawing Drawing, double Width)[] figures =
        [
            .. layouts.Take(1).SelectMany(d => new[] { (d, Measure), (d, Measure * 0.75) }),
            .. layouts.Skip(1).Take(1).Select(d => (d, Measure)),
        ];
        return
        [
            .. texts.SelectMany(text => figures.Select(f => Version([.. Words(text, 25), .. Drawn(f)], 0.84))),
            .. texts.Select(text => Version(Words(text, 28), 1)),
            Version([], 1),
        ];

        Document Version(ImmutableArray<DocumentBlock> blocks, double scale) =>
            Sheet(page, colours, [Heading(Title(page), colours, scale), .. blocks]);

        ImmutableArray<DocumentBlock> Words(string text, double size) =>
            text.Length == 0
                ? []
                : [new Paragraph(text) { Style = Plain(size, colours.Ink) with { Balanced = true, After = 16 } }];

        ImmutableArray<DocumentBlock> Drawn((Drawing Drawing, double Width) figure) =>
            [
                .. caption.Length > 0
                    ? (DocumentBlock[])[new Paragraph(caption) { Style = Plain(19, colours.Second) }]
                    : [],
                new Figure(figure.Drawing) { Width = figure.Width, Floats = false },
            ];
    }

    private static TitleBlock Heading(string title, LookColours colours, double scale)
    {
        var size =
            scale
            * (
                title.Length <= 14 ? 58
                : title.Length <= 22 ? 50
                : 42
            );
        return new TitleBlock(title)
        {
            Style = new ParagraphStyle
            {
                Role = FontRole.Title,
                Size = size,
                Leading = size * 1.28,
                Align = TextAlignment.Centre,
                Balanced = true,
                Ink = Ink(colours.Ink),
                After = 14,
            },
        };
    }

    // Whole, its first sentence, the first clauses of that: each says what is true without the rest.
    private static string[] Shortened(string finding)
    {
        var sentence = finding[..(finding.IndexOfAny(['；', '。']) is > 0 and var end ? end : finding.Length)];
        var clause =
            sentence.Length > LongClause && sentence.LastIndexOf('，', LongClause) is > 0 and var comma
                ? sentence[..comma]
                : sentence;
        return
        [
            .. new[] { finding, sentence, clause }.Where(t => t.Length <= LongText).Distinct(StringComparer.Ordinal),
        ];
    }

    private static Document Sheet(SitePage page, LookColours colours, ImmutableArray<DocumentBlock> blocks) =>
        new()
        {
            Info = new DocumentInfo
            {
                Title = page.Title,
                // The look is a part of what is drawn.
                Subject = colours.ToString(),
                Date = page.Current.DataDate,
            },
            Sections =
            [
                new DocumentSection
                {
                    Page = new PageSetup
                    {
                        Width = Width,
                        Height = Height,
                        Top = Top,
                        Bottom = Foot,
                        Inner = Left,
                        Outer = Left,
                    },
                    Numbering = PageNumbering.Hidden,
                    Blocks = blocks,
                },
            ],
        };

    // Lines end behind a period and before what stands in brackets, where they have to end.
    private static string Title(SitePage page) =>
        page.Section == SiteSection.Home
            ? page.Site.Settings.Title
            : page
                .Title.Replace(page.Current.Period.Title, page.Current.Period.Title + Break, StringComparison.Ordinal)
                .Replace(Break + "）", "）", StringComparison.Ordinal)
                .Replace("（", Break + "（", StringComparison.Ordinal);

    private static string Finding(SitePage page) =>
        page.Subject is UnionResult { StandText.Length: > 0 } unit ? unit.StandText
        // What only repeats the title says nothing.
        : page.Description == page.Title ? ""
        : page.Description;

    // The page's own figure, as a phone has it, then as half a page has it.
    private static (ImmutableArray<Drawing> Layouts, string Caption) FigureOf(SitePage page)
    {
        var p = page.Current;
        if (Unit(page) is { IsOnlyStatus: false } unit)
        {
            return ([FiveNumberChart.Of(unit, Measure, Numbers)], "");
        }

        var charts = page.Subject switch
        {
            IndexSubject index => SiteDrawings.IndexStrips(page, p, index.Key),
            IndicatorView indicator => SiteDrawings.IndicatorStrips(page, p, indicator),
            TaskSummary tasks => SiteDrawings.Steps(tasks),
            NeedSummary needs => SiteDrawings.Needs(needs.Categories),
            Programme programme => SiteDrawings.Months(programme),
            _ when page.Path == Paths.Commendations => SiteDrawings.Honours(page, page.Site.Edition.Commendations),
            _ when page.Path == Paths.Programmes => SiteDrawings.Programmes(page),
            _ => [],
        };
        return charts is [var chart, ..] ? (chart.Layouts, chart.Caption) : ([], "");
    }

    // Whose total the page tells: of home and of a period's own page the district's.
    private static UnionResult? Unit(SitePage page) =>
        page.Subject as UnionResult
        ?? (page.Path == Paths.Home || page.Path == Paths.Of(page.Current.Period) ? page.Current.District : null);

    private static Drawing Frame(SitePage page)
    {
        var s = page.Site.Settings;
        var sketch = new Sketch(Numbers);
        sketch.Rect(0, 0, Spine, Height, new Fill(Palette.Cinnabar));
        Down(s.Title, Spine / 2, 62, Palette.Paper);
        if (Unit(page) is { Total: { } total })
        {
            sketch.Text(Aside, 270, "总指数", Palette.Second, TextAnchor.Middle, 30);
            sketch.Text(Aside, 356, Numerals.Score(total), Palette.Cinnabar, TextAnchor.Middle, 72, FontRole.HeiBold);
        }
        else if (page.Site.Menu.FirstOrDefault(m => m.Section == page.Section) is { } part)
        {
            Down(part.Text, Aside, 84, Palette.Hairline);
        }

        var name = string.Join(" · ", new[] { s.Publisher, s.Title }.Where(t => t.Length > 0));
        var room = Measure - (s.Demo ? 160 : 40);
        var size = Math.Min(24, room / LabelWidth.Of(name, 1));
        var wide = LabelWidth.Of(name, size) + (s.Demo ? 126 : 0);
        var left = (Width - wide) / 2;
        sketch.Line(Left, Height - Foot, Left + Measure, Height - Foot, Palette.Hairline, 1);
        sketch.Text(left, Height - 30, name, Palette.Second, size: size);
        if (s.Demo)
        {
            sketch.Text(left + wide, Height - 30, "演示数据", Palette.Cinnabar, TextAnchor.End, 24);
        }

        return sketch.ToDrawing(Width, Height, name, name);

        // One below the other, as on the back of a book.
        void Down(string text, double x, double most, Ink ink)
        {
            var letters = StringInfo.GetTextElementEnumerator(text);
            var all = new List<string>();
            while (letters.MoveNext())
            {
                all.Add(letters.GetTextElement());
            }

            var pitch = Math.Min(most * 1.2, (Height - 80) / Math.Max(1, all.Count));
            var y = (Height / 2) - (pitch * all.Count / 2);
            for (var i = 0; i < all.Count; i++)
            {
                sketch.Text(x, y + (pitch * (i + 0.82)), all[i], ink, TextAnchor.Middle, pitch / 1.2, FontRole.Title);
            }
        }
    }

    private static ParagraphStyle Plain(double size, string colour) =>
        new()
        {
            Role = FontRole.Hei,
            Size = size,
            Leading = size * 1.48,
            Align = TextAlignment.Centre,
            Ink = Ink(colour),
        };

    private static double Bottom(PageItem item) =>
        item switch
        {
            GlyphRun run => run.Y + (run.Size * 0.2),
            DrawingItem drawing => drawing.Y + (drawing.Drawing.Height * drawing.Scale),
            _ => 0,
        };

    private static PageItem Moved(PageItem item, double down) =>
        item switch
        {
            GlyphRun run => run with { Y = run.Y + down },
            DrawingItem drawing => drawing with { Y = drawing.Y + down },
            _ => throw new ArgumentException($"A card is not made of {item.GetType().Name}.", nameof(item)),
        };

    private static Ink Ink(string colour) => new(Rgb.FromHex(Hex(colour)));

    private static int Hex(string colour) =>
        int.Parse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
