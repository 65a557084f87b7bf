using System.Globalization;
using DocumentFormat.OpenXml;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// Styles of a Word document（样式）: those of the style sheet under Word's own names, and one for every other style that
/// a block asks for, so that an editor changes a kind of paragraph at one place.
/// </summary>
internal sealed class WordStyles
{
    internal const string Body = "BodyTextFirstIndent";
    internal const string TitleId = "Title";
    internal const string List = "ListParagraph";
    internal const string Caption = "Caption";
    internal const string Note = "TableNote";
    internal const string Footnote = "FootnoteText";
    internal const string Index = "Index1";
    private const string Normal = "Normal";

    private readonly Dictionary<ParagraphStyle, string> _ids = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<W.Style> _styles = [];

    internal WordStyles(StyleSheet sheet)
    {
        Sheet = sheet;
        // Every style is based on it: what hangs into a margin is told by those that do.
        var plain = sheet.Body with
        {
            Indent = 0,
            Left = 0,
            Right = 0,
            OnGrid = false,
        };
        _styles.Add(Make(Normal, "Normal", plain, null));
        _styles[0].Default = true;
        if (sheet.Lines.HanLatinGap == 0)
        {
            // Word would put white between 汉字 and figures.
            var paragraphs = _styles[0].StyleParagraphProperties!;
            paragraphs.AutoSpaceDE = new W.AutoSpaceDE { Val = false };
            paragraphs.AutoSpaceDN = new W.AutoSpaceDN { Val = false };
        }

        Named(Body, "Body Text First Indent", sheet.Body);
        Named(TitleId, "Title", sheet.Title);
        for (var level = 1; level <= sheet.Headings.Length; level++)
        {
            Named(Heading(level), Invariant($"heading {level}"), sheet.HeadingAt(level), level);
        }

        Named(List, "List Paragraph", sheet.List);
        Named(Caption, "caption", sheet.Caption);
        Named(Note, "表注图注", sheet.Note);
        Named(Footnote, "footnote text", sheet.Footnote);
        for (var level = 1; level <= sheet.Contents.Length; level++)
        {
            Named(Contents(level), Invariant($"toc {level}"), sheet.ContentsAt(level));
        }

        Named(Index, "index 1", sheet.Index);
        Named("TableText", "表格文字", sheet.Table.Text);
        Named("TableHead", "表头", sheet.Table.Head);
    }

    /// <summary>The style sheet.</summary>
    internal StyleSheet Sheet { get; }

    /// <summary>Id of a level's heading; deeper levels than the sheet has share the last.</summary>
    internal string Heading(int level) => Invariant($"Heading{Math.Clamp(level, 1, Sheet.Headings.Length)}");

    /// <summary>Id of a level's entry of the contents.</summary>
    internal string Contents(int level) => Invariant($"TOC{Math.Clamp(level, 1, Sheet.Contents.Length)}");

    /// <summary>Id of a style; one that has no name yet gets its face and size for one.</summary>
    internal string Of(ParagraphStyle style)
    {
        if (!_ids.TryGetValue(style, out var id))
        {
            id = Invariant($"Office{_styles.Count}");
            var name = Invariant($"{Fonts.FontPreferences.NameOf(style.Role)} {style.Size}磅{WordOf(style.Align)}");
            Named(id, name, style);
        }

        return id;
    }

    /// <summary>The part of the document that holds them.</summary>
    internal W.Styles Part() =>
        new([
            new W.DocDefaults(
                new W.RunPropertiesDefault(
                    new W.RunPropertiesBaseStyle(
                        FontsOf(Sheet.Body.Role),
                        new W.Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new W.ParagraphPropertiesDefault()
            ),
            .. _styles,
            new W.Style(new W.StyleName { Val = "Default Paragraph Font" }, new W.UIPriority { Val = 1 })
            {
                Type = W.StyleValues.Character,
                StyleId = "DefaultParagraphFont",
                Default = true,
            },
            TableDefault(),
        ]);

    /// <summary>
    /// Face, size, colour and spacing of a paragraph style, as run properties in the order of the schema.
    /// </summary>
    internal static IEnumerable<OpenXmlElement> RunOf(ParagraphStyle style)
    {
        yield return FontsOf(style.Role);
        if (WordFace.Of(style.Role).IsBold)
        {
            yield return new W.Bold();
        }

        yield return new W.Color { Val = WordUnits.Hex(style.Ink.Color) };
        var spacing = (style.LetterSpacing * style.Size) + WordUnits.Correction(style.Size);
        if (WordUnits.Twips(spacing) != 0)
        {
            yield return new W.Spacing { Val = WordUnits.Twips(spacing) };
        }

        yield return new W.FontSize { Val = WordUnits.HalfPoints(style.Size) };
        yield return new W.FontSizeComplexScript { Val = WordUnits.HalfPoints(style.Size) };
    }

    /// <summary>Faces of a role.</summary>
    internal static W.RunFonts FontsOf(FontRole role)
    {
        var face = WordFace.Of(role);
        return new()
        {
            Ascii = face.Latin,
            HighAnsi = face.Latin,
            EastAsia = face.Asian,
            ComplexScript = face.Latin,
        };
    }

    /// <summary>Alignment.</summary>
    internal static W.JustificationValues AlignmentOf(TextAlignment align) =>
        align switch
        {
            TextAlignment.Left => W.JustificationValues.Left,
            TextAlignment.Centre => W.JustificationValues.Center,
            TextAlignment.Right => W.JustificationValues.Right,
            TextAlignment.Distribute => W.JustificationValues.Distribute,
            _ => W.JustificationValues.Both,
        };

    /// <summary>Indents of a style; characters lead where Word knows them, twips elsewhere.</summary>
    internal static W.Indentation IndentOf(ParagraphStyle style)
    {
        var indent = new W.Indentation();
        if (style.Left != 0)
        {
            indent.Left = WordUnits.TwipsText(style.Left * style.Size);
        }

        if (style.Right != 0)
        {
            indent.Right = WordUnits.TwipsText(style.Right * style.Size);
        }

        if (style.Indent > 0)
        {
            indent.FirstLineChars = (int)Math.Round(style.Indent * 100, MidpointRounding.AwayFromZero);
            indent.FirstLine = WordUnits.TwipsText(style.Indent * style.Size);
        }
        else if (style.Indent < 0)
        {
            indent.Hanging = WordUnits.TwipsText(-style.Indent * style.Size);
        }

        return indent;
    }

    private void Named(string id, string name, ParagraphStyle style, int outline = 0)
    {
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
        {
            unique = Invariant($"{name} {n}");
        }

        // Where two names mean one style, the first is the one that paragraphs get.
        _ids.TryAdd(style, id);
        var made = Make(id, unique, style, Normal);
        if (outline > 0)
        {
            made.StyleParagraphProperties!.OutlineLevel = new W.OutlineLevel { Val = outline - 1 };
            made.InsertAfter(new W.NextParagraphStyle { Val = Body }, made.GetFirstChild<W.BasedOn>());
        }

        _styles.Add(made);
    }

    private static W.Style Make(string id, string name, ParagraphStyle style, string? parent)
    {
        var made = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id };
        made.Append(new W.StyleName { Val = name });
        if (parent is not null)
        {
            made.Append(new W.BasedOn { Val = parent });
        }

        made.Append(new W.PrimaryStyle());
        made.Append(
            new W.StyleParagraphProperties
            {
                KeepNext = style.KeepWithNext ? new W.KeepNext() : null,
                KeepLines = style.KeepLines ? new W.KeepLines() : null,
                WidowControl = new W.WidowControl { Val = !style.OnGrid },
                SnapToGrid = new W.SnapToGrid { Val = style.OnGrid },
                SpacingBetweenLines = new()
                {
                    Before = WordUnits.TwipsText(style.Before),
                    After = WordUnits.TwipsText(style.After),
                    Line = WordUnits.TwipsText(style.Pitch),
                    LineRule = W.LineSpacingRuleValues.Exact,
                },
                Indentation = IndentOf(style),
                Justification = new W.Justification { Val = AlignmentOf(style.Align) },
            }
        );
        made.Append(new W.StyleRunProperties(RunOf(style)));
        return made;
    }

    private static W.Style TableDefault() =>
        new(
            new W.StyleName { Val = "Normal Table" },
            new W.UIPriority { Val = 99 },
            new W.StyleTableProperties(
                new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellMarginDefault(
                    new W.TopMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                    new W.BottomMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                    new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa }
                )
            )
        )
        {
            Type = W.StyleValues.Table,
            StyleId = "TableNormal",
            Default = true,
        };

    private static string WordOf(TextAlignment align) =>
        align switch
        {
            TextAlignment.Left => "左齐",
            TextAlignment.Centre => "居中",
            TextAlignment.Right => "右齐",
            TextAlignment.Distribute => "分散",
            _ => "",
        };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
