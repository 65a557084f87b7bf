using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Letters;

/// <summary>
/// The form of a letter（信函格式, GB/T 9704-2012 10.1）: name of the office 30 mm below the page's edge, red double rules
/// 170 mm wide, 发文字号 at the right under the first, no page number on the first page, 版记 with 抄送 alone; the 回执 on a page
/// of its own. No seal is drawn, but there is a place for an electronic one; where the office writes something in, the
/// place stays open.
/// </summary>
internal static class LetterForm
{
    private const double Mark = 40;
    private const double MarkSpacing = 0.18;
    private const double ThickRule = 3;
    private const double ThinRule = 0.9;
    private const double RuleGap = 1.3;
    private const double LabelWidth = 137;

    private static readonly double MarkTop = Units.Mm(30);
    private static readonly double RuleTop = MarkTop + Mark + Units.Mm(4);
    private static readonly double RuleHeight = ThickRule + RuleGap + ThinRule;

    /// <summary>
    /// Paper: the 版心 of GB/T 9704 is 156 mm wide; below stands the second red rule, 20 mm above the edge.
    /// </summary>
    private static readonly PageSetup Page = new() { Bottom = Units.Mm(27) };

    private static readonly Stroke Frame = new(new Ink(Rgb.Black, "ink"), 1.1);

    /// <summary>The versions of a letter on paper, the roomiest first.</summary>
    public static ImmutableArray<Document> Versions(Func<LetterLook, Document> compose) =>
        [
            .. ((StyleSheet[])[Typography.Letter, Typography.LetterTight, Typography.LetterSmall]).Select(s =>
                compose(new(s, true))
            ),
        ];

    /// <summary>The letter for Word, where an editor goes on with it.</summary>
    public static Document ForWord(Func<LetterLook, Document> compose) => compose(new(Typography.Letter, false));

    /// <summary>A document: the letter, then its 回执 where it asks for one.</summary>
    public static Document Compose(
        Edition edition,
        LetterHead head,
        ImmutableArray<DocumentBlock> body,
        ImmutableArray<DocumentBlock> slip,
        LetterLook look
    ) =>
        new()
        {
            Info = Furniture.Info(edition, head.Title, head.Kind, head.Date),
            Styles = look.Styles,
            Sections =
            [
                Section(
                    edition,
                    [
                        .. Opening(head, look),
                        .. body[..^1],
                        // Office and date never stand on a page of their own.
                        new KeepTogether([body[^1], .. Closing(head, look.Styles)]),
                        .. head.CopyTo.Length > 0
                            ?
                            [
                                new BottomBlock([
                                    new Paragraph($"抄送：{head.CopyTo}。") { Style = Typography.Distribution },
                                ]),
                            ]
                            : (ImmutableArray<DocumentBlock>)[],
                    ],
                    PageNumbering.Official with
                    {
                        PlainFirstPage = true,
                    }
                ),
                .. slip.IsEmpty
                    ? (ImmutableArray<DocumentSection>)[]
                    : [Section(edition, slip, PageNumbering.Official)],
            ],
        };

    /// <summary>
    /// 一、事由。…: a head in 黑, of several sentences each numbered in 楷; what is left open in a lighter ink.
    /// </summary>
    /// <param name="number">Number of the part.</param>
    /// <param name="part">The part.</param>
    /// <param name="styles">Styles; the paragraph stays with a table that follows.</param>
    public static Paragraph Part(int number, LetterPart part, StyleSheet? styles = null)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        inlines.Add(Inline.Hei($"{Numerals.Han(number)}、{part.Head}。"));
        for (var i = 0; i < part.Sentences.Length; i++)
        {
            if (part.Sentences.Length > 1)
            {
                inlines.Add(Inline.Kai($"（{Numerals.Han(i + 1)}）"));
            }

            var sentence = part.Sentences[i];
            inlines.Add(sentence.IsByHand ? Inline.Text(sentence.Text, ink: Palette.Second) : sentence.Text);
        }

        return new Paragraph(new Phrase(inlines.ToImmutable()))
        {
            Style = styles is null ? null : styles.Body with { KeepWithNext = true },
        };
    }

    /// <summary>回执: its title, its table and where it goes.</summary>
    /// <param name="rows">Rows: the label and the kind of place beside it.</param>
    /// <param name="returned">Where it goes and by when.</param>
    public static ImmutableArray<DocumentBlock> Slip(IEnumerable<SlipRow> rows, string returned) =>
        [
            new TitleBlock("回　执") { Style = Typography.Letter.Title with { Before = 0 } },
            new Panel([
                new Table
                {
                    Columns = [TableColumn.Fixed(LabelWidth), TableColumn.Share(1)],
                    Rows =
                    [
                        .. rows.Select(r => new TableRow([
                            new TableCell { Content = r.Label, Role = FontRole.Hei },
                            r.Place(),
                        ])),
                    ],
                    Look = Typography.Slip,
                },
            ])
            {
                Border = Frame,
                Padding = 0,
                Space = 0,
            },
            new Paragraph(returned) { Style = Typography.Distribution with { Left = 0, Right = 0, Before = 12 } },
        ];

    private static DocumentSection Section(
        Edition edition,
        ImmutableArray<DocumentBlock> blocks,
        PageNumbering numbering
    ) =>
        new()
        {
            Page = Page,
            Blocks = blocks,
            Numbering = numbering,
            Header = Furniture.Head(edition, Phrase.Empty, Phrase.Empty, Units.Mm(18)),
        };

    private static ImmutableArray<DocumentBlock> Opening(LetterHead head, LetterLook look)
    {
        var styles = look.Styles;
        // A long name is set smaller, so that it stays on one line of the type area.
        var size = Math.Min(Mark, Page.BodyWidth / (head.Issuer.Length * (1 + MarkSpacing)));
        var mark = Typography.Masthead with { Size = size, Leading = Mark, LetterSpacing = MarkSpacing };
        return
        [
            new Positioned(
                new Rectangle(Page.Inner, MarkTop, Page.BodyWidth, 0),
                [new Paragraph(head.Issuer) { Style = mark }]
            ),
            Rules(RuleTop, ThickRule, ThinRule),
            .. look.IsPaper
                ? [Rules(Page.Height - Units.Mm(20) - RuleHeight, ThinRule, ThickRule)]
                : (ImmutableArray<DocumentBlock>)[],
            new Spacer(RuleTop + RuleHeight + 10 - Page.Top) { Fixed = true },
            new Paragraph(head.Number)
            {
                Style = styles.Body with { Indent = 0, Leading = 20, Align = TextAlignment.Right },
            },
            new TitleBlock(head.Title),
            new Paragraph($"{head.To}：") { Style = styles.Body with { Indent = 0, Align = TextAlignment.Left } },
        ];
    }

    // Office and date above each other, the date four characters from the right, room for the seal.
    private static ImmutableArray<DocumentBlock> Closing(LetterHead head, StyleSheet styles)
    {
        var date = Numerals.Date(head.Date);
        var (office, day) = (Ems(head.Issuer), Ems(date));
        var right = styles.Body with { Indent = 0, Align = TextAlignment.Right };
        return
        [
            new Paragraph(head.Issuer)
            {
                Style = right with { Right = Math.Max(0, 4 + ((day - office) / 2)), Before = styles.Body.Pitch },
            },
            new Paragraph(date) { Style = right with { Right = 4 } },
            // The seal stands over office and date, its middle between the two (GB/T 9704-2012, 7.3.5.1).
            new SealBlock("印章") { Right = (4 + (day / 2)) * styles.Body.Size, Rise = styles.Body.Pitch },
        ];
    }

    private static Positioned Rules(double top, double first, double second) =>
        new(
            new Rectangle(Units.Mm(20), top, Units.Mm(170), 0),
            [
                new HorizontalRule(first) { Ink = Palette.Cinnabar },
                new HorizontalRule(second) { Ink = Palette.Cinnabar, Before = RuleGap },
            ]
        );

    private static double Ems(string text) => text.Sum(c => char.IsAscii(c) ? 0.5 : 1);
}

/// <summary>How a letter is set（函的版式）.</summary>
/// <param name="Styles">Styles.</param>
/// <param name="IsPaper">
/// True for paper, false for Word, whose page foot takes no block at a place of its own: the second red rule is left
/// out.
/// </param>
internal sealed record LetterLook(StyleSheet Styles, bool IsPaper);

/// <summary>What stands round the text of a letter（函的眉首与版记）.</summary>
/// <param name="Issuer">发文机关.</param>
/// <param name="Number">发文字号.</param>
/// <param name="Title">标题.</param>
/// <param name="Kind">Kind of document, for its properties.</param>
/// <param name="To">主送机关.</param>
/// <param name="Date">成文日期.</param>
/// <param name="CopyTo">抄送; empty when nobody gets a copy.</param>
internal sealed record LetterHead(
    string Issuer,
    string Number,
    string Title,
    string Kind,
    string To,
    DateOnly Date,
    string CopyTo
);

/// <summary>A row of a 回执（回执的一行）.</summary>
/// <param name="Label">Its label.</param>
internal sealed record SlipRow(Phrase Label)
{
    /// <summary>What is printed beside it; empty for a place to write in.</summary>
    public string Text { get; init; } = "";

    /// <summary>Height of the place, points; 0 for one line.</summary>
    public double Height { get; init; }

    /// <summary>True for a place with a signature or seal and a date, at its foot.</summary>
    public bool IsSigned { get; init; }

    /// <summary>A place to write some lines in.</summary>
    public static SlipRow Open(Phrase label) => new(label) { Height = 66 };

    /// <summary>A place for a signature or seal with its date.</summary>
    public static SlipRow Signed(Phrase label, string text = "") =>
        new(label)
        {
            Text = text,
            Height = 40,
            IsSigned = true,
        };

    /// <summary>The cell beside the label.</summary>
    public TableCell Place()
    {
        const string Day = "　　　年　　月　　日";
        var style = Typography.Slip.Text;
        return IsSigned
                ? TableCell.Of(
                    new Spacer(Height - style.Pitch) { Fixed = true },
                    new Paragraph(Text + Day) { Style = style with { Align = TextAlignment.Right } }
                )
            : Height > 0 ? TableCell.Of(new Spacer(Height) { Fixed = true })
            : Text;
    }
}
