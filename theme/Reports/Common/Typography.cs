using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>
/// Type, colours and sizes of every report（报告样式）, named once. To restyle the reports, change this file and the sheets
/// beside it; to colour figures, <see cref="Palette"/>.
/// </summary>
public static partial class Typography
{
    private const double GbPitch = 28.95;
    private const double CompactPitch = 20;

    /// <summary>Result sheet: A4, one page, narrow margins.</summary>
    public static PageSetup SheetPage { get; } =
        new()
        {
            Top = Units.Mm(15),
            Bottom = Units.Mm(13),
            Inner = Units.Mm(17),
            Outer = Units.Mm(17),
        };

    /// <summary>Brief on one side: the 版心 of GB/T 9704 is 156 mm wide; its height is raised to 34 lines.</summary>
    public static PageSetup BriefPage { get; } =
        new()
        {
            Top = Units.Mm(27),
            Bottom = Units.Mm(27),
            Inner = Units.Mm(28),
            Outer = Units.Mm(26),
            GridPitch = CompactPitch,
        };

    /// <summary>Annual reports: A4, printed on both sides.</summary>
    public static PageSetup ReportPage { get; } =
        new()
        {
            Top = Units.Mm(32),
            Bottom = Units.Mm(27),
            Inner = Units.Mm(28),
            Outer = Units.Mm(24),
            Facing = true,
        };

    /// <summary>Covers: nothing stands outside the type area.</summary>
    public static PageSetup CoverPage { get; } =
        new()
        {
            Top = Units.Mm(52),
            Bottom = Units.Mm(26),
            Inner = Units.Mm(28),
            Outer = Units.Mm(24),
        };

    /// <summary>Width of the type area of annual reports, points.</summary>
    public static double ReportWidth => ReportPage.BodyWidth;

    /// <summary>Sizes of figures in annual reports.</summary>
    public static ChartStyle ReportFigures { get; } = new(8.5, 7.5, 1, 0.4);

    /// <summary>Second line of a brief's title: 楷, of what it speaks.</summary>
    public static ParagraphStyle BriefSubtitle(StyleSheet styles) =>
        styles.Body with
        {
            Role = FontRole.Kai,
            Indent = 0,
            Align = TextAlignment.Centre,
            After = styles.Body.Leading * 0.5,
        };

    /// <summary>Note below a brief's table.</summary>
    public static ParagraphStyle BriefNote { get; } =
        new()
        {
            Role = FontRole.FangSong,
            Size = TypeSize.Five,
            Leading = 16,
            Align = TextAlignment.Left,
        };

    /// <summary>批示.</summary>
    public static ParagraphStyle BriefBox { get; } =
        new()
        {
            Role = FontRole.Hei,
            Size = TypeSize.Five,
            Leading = 16,
            Align = TextAlignment.Left,
        };

    /// <summary>Table of a 回执: all rules, room to write.</summary>
    public static TableLook Slip { get; } =
        new()
        {
            Text = new()
            {
                Role = FontRole.FangSong,
                Size = TypeSize.Four,
                Leading = 21,
                Align = TextAlignment.Left,
            },
            OuterRule = 0,
            RowRule = 0.6,
            ColumnRule = 0.6,
            HairlineInk = new(Rgb.Black, "ink"),
            PaddingX = 6,
            PaddingY = 6,
            Space = 0,
        };

    /// <summary>
    /// Width of the margin inside the type area of the annual report, points: headings, months and captions hang into
    /// it, text of 32 characters a line stands beside it.
    /// </summary>
    public const double BookHang = 96;

    /// <summary>Width of the text beside that margin, points.</summary>
    public static double BookWidth => ReportWidth - BookHang;

    /// <summary>One line below a title of an annual report: 楷.</summary>
    public static ParagraphStyle BookLead { get; } =
        new()
        {
            Role = FontRole.Kai,
            Size = 15,
            Leading = 25,
            Align = TextAlignment.Left,
            Before = 6,
            KeepLines = true,
        };

    /// <summary>Small print of an annual report beside the hanging margin.</summary>
    public static ParagraphStyle BookSmall { get; } =
        new()
        {
            Role = FontRole.Hei,
            Size = 8.5,
            Leading = 14.25,
            Left = BookHang / 8.5,
            Align = TextAlignment.Left,
            Ink = Palette.Second,
        };

    /// <summary>Small line above a title: publisher and kind of document.</summary>
    public static ParagraphStyle Kicker { get; } =
        new()
        {
            Role = FontRole.Hei,
            Size = 9,
            Leading = 14,
            Align = TextAlignment.Left,
            Ink = Palette.Second,
        };

    /// <summary>The finding of a page.</summary>
    public static ParagraphStyle SheetFinding { get; } =
        new()
        {
            Role = FontRole.Kai,
            Size = TypeSize.SmallFour,
            Leading = 18,
            Align = TextAlignment.Left,
            Before = 3,
            After = 7,
        };

    /// <summary>The finding of a chapter.</summary>
    public static ParagraphStyle ChapterFinding { get; } =
        new()
        {
            Role = FontRole.Kai,
            Size = TypeSize.SmallThree,
            Leading = 26,
            Align = TextAlignment.Left,
            Before = 10,
            KeepLines = true,
        };

    /// <summary>The finding of a section.</summary>
    public static ParagraphStyle SectionFinding { get; } =
        new()
        {
            Role = FontRole.Kai,
            Size = TypeSize.SmallFour,
            Leading = 20,
            Align = TextAlignment.Left,
            After = 4,
            KeepWithNext = true,
        };

    /// <summary>Cases and people's words.</summary>
    public static ParagraphStyle Story { get; } =
        new()
        {
            Role = FontRole.Kai,
            Size = TypeSize.SmallFour,
            Leading = 21,
            Indent = 2,
        };

    /// <summary>Title of a case.</summary>
    public static ParagraphStyle StoryTitle { get; } =
        new()
        {
            Role = FontRole.Title,
            Size = TypeSize.Four,
            Leading = 22,
            Align = TextAlignment.Left,
            KeepWithNext = true,
            After = 2,
        };

    /// <summary>Small print: sources, colophon.</summary>
    public static ParagraphStyle Small { get; } =
        new()
        {
            Role = FontRole.Song,
            Size = TypeSize.SmallFive,
            Leading = 14,
            Align = TextAlignment.Left,
            Ink = Palette.Second,
        };

    /// <summary>Smallest print: colophon of a sheet.</summary>
    public static ParagraphStyle Fine { get; } =
        new()
        {
            Role = FontRole.Song,
            Size = 7.5,
            Leading = 11,
            Align = TextAlignment.Left,
            Ink = Palette.Second,
        };

    /// <summary>报头: name of the brief, cinnabar, letter-spaced.</summary>
    public static ParagraphStyle Masthead { get; } =
        new()
        {
            Role = FontRole.Title,
            Size = 40,
            Leading = 50,
            Align = TextAlignment.Centre,
            LetterSpacing = 0.28,
            Ink = Palette.Cinnabar,
        };

    /// <summary>期号.</summary>
    public static ParagraphStyle Issue { get; } =
        new()
        {
            Role = FontRole.FangSong,
            Size = TypeSize.Three,
            Leading = 26,
            Align = TextAlignment.Centre,
        };

    /// <summary>编印单位 and date.</summary>
    public static ParagraphStyle Imprint { get; } =
        new()
        {
            Role = FontRole.FangSong,
            Size = TypeSize.Three,
            Leading = 24,
            Align = TextAlignment.Left,
            Left = 0,
        };

    /// <summary>报、送、发: 四号仿宋, one character in (GB/T 9704-2012 7.4).</summary>
    public static ParagraphStyle Distribution { get; } =
        new()
        {
            Role = FontRole.FangSong,
            Size = TypeSize.Four,
            Leading = 21,
            Left = 1,
            Right = 1,
            Align = TextAlignment.Left,
        };

    /// <summary>Cover: title.</summary>
    public static ParagraphStyle CoverTitle { get; } =
        new()
        {
            Role = FontRole.Title,
            Size = 34,
            Leading = 48,
            Align = TextAlignment.Left,
            Balanced = true,
        };

    /// <summary>Cover: publisher and month.</summary>
    public static ParagraphStyle CoverLine { get; } =
        new()
        {
            Role = FontRole.Song,
            Size = TypeSize.SmallThree,
            Leading = 26,
            Align = TextAlignment.Left,
        };

    /// <summary>Side of the QR code of a sheet, points.</summary>
    public const double SheetCode = 74;

    /// <summary>Thickness of the red rule of a brief, points (GB/T 9704: as wide as the 版心).</summary>
    public const double RedRule = 1.6;

    /// <summary>First and last rule of a 版记: 0.35 mm.</summary>
    public static double ImprintRule { get; } = Units.Mm(0.35);

    /// <summary>Middle rules of a 版记: 0.25 mm.</summary>
    public static double ImprintInnerRule { get; } = Units.Mm(0.25);
}
