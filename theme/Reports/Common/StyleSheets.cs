using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Whole sheets of styles（样式表）, one for each kind of paper.</summary>
public static partial class Typography
{
    /// <summary>Result sheet.</summary>
    public static StyleSheet Sheet { get; } =
        StyleSheet.Report with
        {
            Body = new()
            {
                Role = FontRole.Song,
                Size = 9,
                Leading = 14,
            },
            Title = new()
            {
                Role = FontRole.Title,
                Size = TypeSize.Two,
                Leading = 27,
                Align = TextAlignment.Left,
                Balanced = false,
            },
            Headings =
            [
                new()
                {
                    Role = FontRole.Hei,
                    Size = 9.5,
                    Leading = 15,
                    KeepWithNext = true,
                    Align = TextAlignment.Left,
                    Before = 4,
                    After = 2,
                },
            ],
            Note = new()
            {
                Role = FontRole.Song,
                Size = 7.5,
                Leading = 11,
            },
            Table = new()
            {
                Text = new()
                {
                    Role = FontRole.Song,
                    Size = 8.5,
                    Leading = 11,
                    Align = TextAlignment.Left,
                },
                Head = new()
                {
                    Role = FontRole.Hei,
                    Size = 8,
                    Leading = 11,
                    Align = TextAlignment.Centre,
                },
                OuterRule = 1,
                HeadRule = 0.5,
                RowRule = 0,
                PaddingX = 2.5,
                PaddingY = 1.9,
                Space = 0,
            },
        };

    /// <summary>Brief in 三号仿宋 on the grid of GB/T 9704.</summary>
    public static StyleSheet Brief { get; } = BriefOf(TypeSize.Three, GbPitch, TypeSize.Two, row: 21);

    /// <summary>Brief on one side: 四号 on a pitch of 20 points.</summary>
    public static StyleSheet BriefCompact { get; } = BriefOf(TypeSize.Four, CompactPitch, TypeSize.SmallTwo, row: 17);

    /// <summary>Letter in 三号仿宋, the pitch of GB/T 9704 a little closer, so that one page holds it.</summary>
    public static StyleSheet Letter { get; } = LetterOf(TypeSize.Three, 28);

    /// <summary>Letter whose text would need a second page: the lines closer.</summary>
    public static StyleSheet LetterTight { get; } = LetterOf(TypeSize.Three, 24);

    /// <summary>Letter one size smaller, taken when 三号 would need a second page.</summary>
    public static StyleSheet LetterSmall { get; } = LetterOf(TypeSize.Four, 22);

    /// <summary>Annual reports.</summary>
    public static StyleSheet Report { get; } =
        StyleSheet.Report with
        {
            Body = new()
            {
                Role = FontRole.FangSong,
                Size = TypeSize.SmallFour,
                Leading = 21,
                Indent = 2,
            },
            Headings =
            [
                new()
                {
                    Role = FontRole.Title,
                    Size = TypeSize.SmallOne,
                    Leading = 34,
                    Align = TextAlignment.Left,
                    KeepWithNext = true,
                    KeepLines = true,
                    Balanced = true,
                },
                new()
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.Four,
                    Leading = 22,
                    Align = TextAlignment.Left,
                    KeepWithNext = true,
                    KeepLines = true,
                    Before = 14,
                    After = 5,
                },
                new()
                {
                    Role = FontRole.Kai,
                    Size = TypeSize.SmallFour,
                    Leading = 21,
                    Align = TextAlignment.Left,
                    KeepWithNext = true,
                    KeepLines = true,
                    Before = 8,
                    After = 3,
                },
            ],
            Contents =
            [
                new()
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.SmallFour,
                    Leading = 19,
                    Align = TextAlignment.Left,
                    Before = 4,
                },
                new()
                {
                    Role = FontRole.Song,
                    Size = TypeSize.Five,
                    Leading = 17,
                    Align = TextAlignment.Left,
                    Left = 2,
                },
            ],
            Table = new()
            {
                PaddingX = 3.5,
                PaddingY = 2.2,
                OuterRule = 1.1,
                HeadRule = 0.55,
                Space = 7,
            },
        };

    /// <summary>Annual report: 宋 11 on 19 points.</summary>
    public static StyleSheet Book { get; } = BookOf();

    /// <summary>Text of an annual report in a cell, without the hanging margin.</summary>
    public static ParagraphStyle BookCell { get; } = Book.Body with { Left = 0, Indent = 0 };

    /// <summary>People's own words in an annual report: 楷.</summary>
    public static ParagraphStyle BookStory { get; } = Book.Body with { Role = FontRole.Kai };

    private static StyleSheet BookOf()
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.Song,
            Size = 11,
            Leading = 19,
            Indent = 2,
            Left = BookHang / 11,
        };
        return Report with
        {
            Body = body,
            List = body with { Indent = 0 },
            Headings =
            [
                Report.Headings[0] with
                {
                    Size = 24,
                },
                new()
                {
                    Role = FontRole.Title,
                    Size = 14,
                    Leading = 19,
                    Align = TextAlignment.Left,
                    KeepWithNext = true,
                    KeepLines = true,
                    Before = 19,
                    After = 7,
                },
                body with
                {
                    Role = FontRole.Hei,
                    Indent = 0,
                    Align = TextAlignment.Left,
                    KeepWithNext = true,
                    KeepLines = true,
                    Before = 9.5,
                },
            ],
            Caption = Report.Caption with { Size = 9.5, Leading = 14.25, Align = TextAlignment.Left, Balanced = false },
            Contents =
            [
                Report.Contents[0] with
                {
                    Size = TypeSize.Five,
                    Leading = 16,
                    Before = 5,
                },
                Report.Contents[1] with
                {
                    Size = TypeSize.SmallFive,
                    Leading = 14,
                    Left = 1.5,
                },
            ],
            Index = Report.Index with { Size = 8.5, Leading = 12.7 },
        };
    }

    private static StyleSheet LetterOf(double size, double leading)
    {
        var sheet = PaperOf(size, leading);
        return sheet with
        {
            Title = sheet.Title with { Before = leading * 0.9, After = leading * 0.5 },
            // Official papers set figures among 汉字 without white.
            Lines = sheet.Lines with
            {
                HanLatinGap = 0,
                HanLatinGapMin = 0,
            },
        };
    }

    private static StyleSheet PaperOf(double size, double leading)
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.FangSong,
            Size = size,
            Leading = leading,
            Indent = 2,
        };
        return StyleSheet.Official with
        {
            Body = body,
            Title = new()
            {
                Role = FontRole.Title,
                Size = TypeSize.Two,
                Leading = 33,
                Align = TextAlignment.Centre,
                Balanced = true,
                KeepWithNext = true,
                KeepLines = true,
                Before = GbPitch * 0.7,
                After = GbPitch * 0.4,
            },
            Headings =
            [
                body with
                {
                    Role = FontRole.Hei,
                    KeepWithNext = true,
                    KeepLines = true,
                },
                body with
                {
                    Role = FontRole.Kai,
                    KeepWithNext = true,
                },
            ],
            Table = new()
            {
                Text = new()
                {
                    Role = FontRole.FangSong,
                    Size = TypeSize.SmallFour,
                    Leading = 17,
                    Align = TextAlignment.Left,
                },
                Head = new()
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.SmallFour,
                    Leading = 17,
                    Align = TextAlignment.Centre,
                },
                OuterRule = 1.1,
                HeadRule = 0.55,
                PaddingX = 4,
                PaddingY = 1.6,
                Space = 6,
            },
        };
    }

    private static StyleSheet BriefOf(double size, double leading, double title, double row)
    {
        var body = StyleSheet.Official.Body with { Size = size, Leading = leading };
        return StyleSheet.Official with
        {
            Body = body,
            Title = new()
            {
                Role = FontRole.Title,
                Size = title,
                Leading = leading,
                Align = TextAlignment.Centre,
                Balanced = true,
                KeepWithNext = true,
                KeepLines = true,
                Before = leading * 0.9,
            },
            Headings = [body with { Role = FontRole.Hei, KeepWithNext = true }],
            // GB/T 9704 counts characters: no white between 汉字 and figures.
            Lines = LineRules.Default with
            {
                HanLatinGap = 0,
                HanLatinGapMin = 0,
                HanLatinGapMax = 0.125,
            },
            Caption = StyleSheet.Official.Caption with { Align = TextAlignment.Left },
            Table = new()
            {
                Text = new()
                {
                    Role = FontRole.FangSong,
                    Size = TypeSize.Five,
                    Leading = 15,
                    Align = TextAlignment.Left,
                },
                Head = new()
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.Five,
                    Leading = 15,
                    Align = TextAlignment.Centre,
                },
                OuterRule = 1.1,
                HeadRule = 0.55,
                PaddingX = 3,
                PaddingY = 1,
                MinRowHeight = row,
                Space = 6,
            },
        };
    }
}
