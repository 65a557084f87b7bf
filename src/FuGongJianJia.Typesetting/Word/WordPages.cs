using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>Paper, running heads and page numbers of sections（页面设置）.</summary>
internal sealed class WordPages(MainDocumentPart part, WordStyles styles, WordText text)
{
    private int _lines;

    /// <summary>Properties of a section.</summary>
    internal W.SectionProperties Of(DocumentSection section, bool isFirst)
    {
        var (page, numbering) = (section.Page, section.Numbering);
        var made = new W.SectionProperties();
        var isFirstPlain = section.PlainFirstPage || numbering.PlainFirstPage;
        Head(made, section, W.HeaderFooterValues.Default, isEven: false);
        Head(made, section, W.HeaderFooterValues.Even, isEven: true);
        if (isFirstPlain)
        {
            Head(
                made,
                section.PlainFirstPage ? section with { Header = null } : section,
                W.HeaderFooterValues.First,
                isEven: false
            );
        }

        Foot(made, section, W.HeaderFooterValues.Default, isEven: false);
        Foot(made, section, W.HeaderFooterValues.Even, isEven: true);
        if (isFirstPlain)
        {
            Foot(
                made,
                numbering.PlainFirstPage ? section with { Numbering = PageNumbering.Hidden } : section,
                W.HeaderFooterValues.First,
                isEven: false
            );
        }

        if (!isFirst)
        {
            made.Append(
                new W.SectionType
                {
                    Val = section.OnOddPage ? W.SectionMarkValues.OddPage : W.SectionMarkValues.NextPage,
                }
            );
        }

        made.Append(
            new W.PageSize
            {
                Width = (uint)WordUnits.Twips(page.Width),
                Height = (uint)WordUnits.Twips(page.Height),
                Orient = page.Width > page.Height ? W.PageOrientationValues.Landscape : null,
            },
            new W.PageMargin
            {
                Top = WordUnits.Twips(page.Top),
                Bottom = WordUnits.Twips(page.Bottom),
                Left = (uint)WordUnits.Twips(page.Inner),
                Right = (uint)WordUnits.Twips(page.Outer),
                Header = (uint)
                    WordUnits.Twips(
                        section.Header is { } head
                            ? Math.Max(0, page.Top - head.Distance - (head.Size * 1.4))
                            : page.Top / 2
                    ),
                Footer = (uint)WordUnits.Twips(Math.Max(0, page.Bottom - numbering.Distance - (numbering.Size * 1.2))),
                Gutter = 0,
            }
        );
        if (numbering.Start is not null || numbering.Style == NumberStyle.Roman)
        {
            made.Append(
                new W.PageNumberType
                {
                    Format = numbering.Style == NumberStyle.Roman ? W.NumberFormatValues.LowerRoman : null,
                    Start = numbering.Start,
                }
            );
        }

        if (isFirstPlain)
        {
            made.Append(new W.TitlePage());
        }

        if (page.GridPitch > 0)
        {
            made.Append(new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = WordUnits.Twips(page.GridPitch) });
        }

        return made;
    }

    private void Head(W.SectionProperties to, DocumentSection section, W.HeaderFooterValues kind, bool isEven)
    {
        var id = $"head{WordUnits.Text(++_lines)}";
        var made = part.AddNewPart<HeaderPart>(id);
        made.Header = new W.Header(Line(section.Header, section.Page, isEven));
        to.Append(new W.HeaderReference { Type = kind, Id = id });
    }

    private void Foot(W.SectionProperties to, DocumentSection section, W.HeaderFooterValues kind, bool isEven)
    {
        var id = $"foot{WordUnits.Text(++_lines)}";
        var made = part.AddNewPart<FooterPart>(id);
        made.Footer = new W.Footer();
        if (section.Numbering.Place != PageNumberPlace.None)
        {
            made.Footer.Append(Number(section.Numbering, isEven));
        }

        if (section.Footer is not null || section.Numbering.Place == PageNumberPlace.None)
        {
            made.Footer.Append(Line(section.Footer, section.Page, isEven));
        }

        to.Append(new W.FooterReference { Type = kind, Id = id });
    }

    // GB/T 9704-2012 7.5: digits between 一字线, odd pages one character in from the right, even pages from the left.
    private W.Paragraph Number(PageNumbering numbering, bool isEven)
    {
        var style = new ParagraphStyle
        {
            Role = numbering.Role,
            Size = numbering.Size,
            Left = isEven ? 1 : 0,
            Right = isEven ? 0 : 1,
            Align =
                numbering.Place == PageNumberPlace.Centre ? TextAlignment.Centre
                : isEven ? TextAlignment.Left
                : TextAlignment.Right,
        };
        return new W.Paragraph(
            new W.ParagraphProperties { ParagraphStyleId = new() { Val = styles.Of(style) } },
            WordText.RunOf(numbering.Prefix),
            WordText.FieldOf("PAGE", "1"),
            WordText.RunOf(numbering.Suffix)
        );
    }

    private W.Paragraph Line(RunningLine? line, PageSetup page, bool isEven)
    {
        if (line is null)
        {
            return new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new() { Val = WordStyles.Note } });
        }

        var style = new ParagraphStyle
        {
            Role = line.Role,
            Size = line.Size,
            Ink = line.Ink,
            Align = TextAlignment.Left,
        };
        var (left, right) = isEven && line.Mirrored ? (line.Outside, line.Inside) : (line.Inside, line.Outside);
        var properties = new W.ParagraphProperties
        {
            ParagraphStyleId = new() { Val = styles.Of(style) },
            Tabs = new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Center, Position = WordUnits.Twips(page.BodyWidth / 2) },
                new W.TabStop { Val = W.TabStopValues.Right, Position = WordUnits.Twips(page.BodyWidth) }
            ),
        };
        if (line.RuleThickness > 0)
        {
            properties.ParagraphBorders = new W.ParagraphBorders
            {
                BottomBorder = new()
                {
                    Val = W.BorderValues.Single,
                    Size = WordUnits.Eighths(line.RuleThickness),
                    Space = 1,
                    Color = WordUnits.Hex(line.Ink.Color),
                },
            };
        }

        return new W.Paragraph([
            properties,
            .. text.Runs(left, style),
            new W.Run(new W.TabChar()),
            .. text.Runs(line.Centre, style),
            new W.Run(new W.TabChar()),
            .. text.Runs(right, style),
        ]);
    }
}
