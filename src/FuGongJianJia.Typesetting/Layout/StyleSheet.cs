using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Styles of a document（样式表）, each named once. Change one with <c>with</c>.</summary>
public sealed record StyleSheet
{
    /// <summary>Body（正文）.</summary>
    public required ParagraphStyle Body { get; init; }

    /// <summary>Title of the document（文题）.</summary>
    public required ParagraphStyle Title { get; init; }

    /// <summary>Headings by level; the last serves all deeper ones.</summary>
    public required ImmutableArray<ParagraphStyle> Headings { get; init; }

    /// <summary>List items.</summary>
    public required ParagraphStyle List { get; init; }

    /// <summary>Titles of tables and figures（表题、图题）.</summary>
    public required ParagraphStyle Caption { get; init; }

    /// <summary>Notes under tables and figures, and units above tables.</summary>
    public required ParagraphStyle Note { get; init; }

    /// <summary>Footnotes.</summary>
    public required ParagraphStyle Footnote { get; init; }

    /// <summary>Entries of contents by level; the last serves all deeper ones.</summary>
    public required ImmutableArray<ParagraphStyle> Contents { get; init; }

    /// <summary>Entries of an index.</summary>
    public required ParagraphStyle Index { get; init; }

    /// <summary>Tables.</summary>
    public TableLook Table { get; init; } = new();

    /// <summary>Line breaking and spacing rules.</summary>
    public LineRules Lines { get; init; } = LineRules.Default;

    /// <summary>
    /// GB/T 9704-2012: 三号仿宋 on the grid of 22 lines of 28 characters; 二号小标宋 title; 一、黑 （一）楷 1. and （1）仿宋, indented two
    /// characters.
    /// </summary>
    public static StyleSheet Official { get; } = CreateOfficial();

    /// <summary>Annual reports（年报）: 小四 宋 at 20.5 pt, chapters in 小标宋 centred, sections in 黑 and 楷.</summary>
    public static StyleSheet Report { get; } = CreateReport();

    /// <summary>Style of a heading level, 1–6.</summary>
    public ParagraphStyle HeadingAt(int level) => Headings[Math.Clamp(level, 1, Headings.Length) - 1];

    /// <summary>Style of a contents level.</summary>
    public ParagraphStyle ContentsAt(int level) => Contents[Math.Clamp(level, 1, Contents.Length) - 1];

    private static StyleSheet CreateOfficial()
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.FangSong,
            Size = TypeSize.Three,
            Leading = 28.95,
            Indent = 2,
            OnGrid = true,
            WholeEms = true,
        };
        var heading = body with { KeepWithNext = true };
        return Small(body) with
        {
            Title = new()
            {
                Role = FontRole.Title,
                Size = TypeSize.Two,
                Leading = 2 * 28.95 * 0.6,
                Align = TextAlignment.Centre,
                Balanced = true,
                KeepWithNext = true,
                KeepLines = true,
                After = 28.95,
            },
            Headings = [heading with { Role = FontRole.Hei }, heading with { Role = FontRole.Kai }, heading, heading],
            Contents =
            [
                body with
                {
                    Indent = 0,
                    Align = TextAlignment.Left,
                },
                body with
                {
                    Indent = 0,
                    Left = 1,
                    Align = TextAlignment.Left,
                },
                body with
                {
                    Indent = 0,
                    Left = 2,
                    Align = TextAlignment.Left,
                },
            ],
        };
    }

    private static StyleSheet CreateReport()
    {
        var body = new ParagraphStyle
        {
            Role = FontRole.Song,
            Size = TypeSize.SmallFour,
            Leading = 20.5,
            Indent = 2,
        };
        var heading = new ParagraphStyle
        {
            KeepWithNext = true,
            KeepLines = true,
            Align = TextAlignment.Left,
        };
        return Small(body) with
        {
            Title = heading with
            {
                Role = FontRole.Title,
                Size = 30,
                Leading = 42,
                Align = TextAlignment.Centre,
                Balanced = true,
            },
            Headings =
            [
                heading with
                {
                    Role = FontRole.Title,
                    Size = TypeSize.SmallTwo,
                    Leading = 28,
                    Align = TextAlignment.Centre,
                    Balanced = true,
                    Before = 18,
                    After = 14,
                },
                heading with
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.SmallThree,
                    Leading = 22,
                    Before = 14,
                    After = 6,
                },
                heading with
                {
                    Role = FontRole.Kai,
                    Size = TypeSize.Four,
                    Leading = 21,
                    Before = 8,
                    After = 4,
                },
                heading with
                {
                    Role = FontRole.Hei,
                    Size = TypeSize.SmallFour,
                    Leading = 20.5,
                    Before = 4,
                },
            ],
        };
    }

    // What small type is the same in both sheets: captions, notes, contents, index.
    private static StyleSheet Small(ParagraphStyle body)
    {
        var list = body with { Indent = 0 };
        var contents = new ParagraphStyle
        {
            Role = FontRole.Song,
            Size = TypeSize.SmallFour,
            Leading = 21,
            Align = TextAlignment.Left,
        };
        return new()
        {
            Body = body,
            Title = body,
            Headings = [body],
            List = list,
            Caption = new()
            {
                Role = FontRole.Hei,
                Size = TypeSize.Five,
                Leading = 16,
                Align = TextAlignment.Centre,
                Balanced = true,
                Before = 2,
                After = 3,
                KeepLines = true,
            },
            Note = new()
            {
                Role = FontRole.Song,
                Size = TypeSize.SmallFive,
                Leading = 13.5,
                Before = 2,
            },
            Footnote = new()
            {
                Role = FontRole.Song,
                Size = TypeSize.SmallFive,
                Leading = 13.5,
            },
            Contents =
            [
                contents with
                {
                    Role = FontRole.Hei,
                    Before = 6,
                },
                contents with
                {
                    Left = 1,
                },
                contents with
                {
                    Left = 2,
                    Size = TypeSize.Five,
                    Leading = 18,
                },
            ],
            Index = new()
            {
                Role = FontRole.Song,
                Size = TypeSize.SmallFive,
                Leading = 14,
                Align = TextAlignment.Left,
            },
        };
    }
}
