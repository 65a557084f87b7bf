using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Typesetting.Layout;

public sealed class TableTests
{
    [Fact]
    public void Tables_of_any_size_and_spans_paginate_and_keep_every_cell_once()
    {
        var size =
            from rows in Gen.Choose(0, 120)
            from columns in Gen.Choose(1, 12)
            from words in Gen.Choose(1, 30)
            from span in Gen.Choose(1, 4)
            select (rows, columns, words, span);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(
                size.ToArbitrary(),
                s =>
                {
                    var (rows, columns, words, span) = s;
                    var table = new Table
                    {
                        Columns =
                        [
                            .. Enumerable
                                .Range(0, columns)
                                .Select(c =>
                                    c % 3 == 0 ? TableColumn.Content() : TableColumn.Share(c + 1, CellAlignment.Decimal)
                                ),
                        ],
                        Head =
                        [
                            new TableRow(
                                Enumerable.Range(0, columns).Select(c => (TableCell)$"列{c}").ToImmutableArray()
                            ),
                        ],
                        Rows = [.. Enumerable.Range(0, rows).Select(r => new TableRow(Cells(r, columns, words, span)))],
                        Title = "任意大小的表",
                    };
                    var result = Proof.Compose(table);
                    var cells = result.Elements("TD").Concat(result.Elements("TH")).Count();
                    Assert.Equal(
                        columns + Enumerable.Range(0, rows).Sum(r => Cells(r, columns, words, span).Length),
                        cells
                    );
                    Assert.All(result.Glyphs(), g => Assert.InRange(g.Baseline, Units.Mm(37), Units.Mm(262) + 0.01));
                    if (rows > 60)
                        Assert.Contains("续表1", result.PageText(1), StringComparison.Ordinal);
                }
            )
        );
    }

    [Fact]
    public void The_head_is_repeated_under_its_title_as_an_artifact()
    {
        var result = Proof.Compose(
            Table.Of(
                [TableColumn.Share(1), TableColumn.Share(1)],
                ["单位", "得分"],
                Enumerable.Range(0, 100).Select(i => new[] { $"第{i}单位", "90.5" })
            ) with
            {
                Title = "得分",
                Unit = "单位：分",
            }
        );
        Assert.True(result.Document.Pages.Length >= 3);
        for (var p = 1; p < result.Document.Pages.Length; p++)
            Assert.StartsWith("续表1\u3000得分单位：分单位得分", result.PageText(p), StringComparison.Ordinal);
        Assert.Equal(1, result.Text().Split("单位得分").Length - 1);
        Assert.Equal(2, result.Elements("TH").Count(n => n.Scope == "Column"));
        Assert.Equal(100, result.Elements("TH").Count(n => n.Scope == "Row"));
    }

    [Fact]
    public void A_table_parts_with_three_rows_at_least_on_either_side()
    {
        for (var rows = 40; rows < 90; rows++)
        {
            var result = Proof.Compose(
                Table.Of(
                    [TableColumn.Share(1), TableColumn.Share(1)],
                    ["单位", "得分"],
                    Enumerable.Range(0, rows).Select(i => new[] { $"第{i}单位", "90.5" })
                ) with
                {
                    Title = "得分",
                }
            );
            Assert.True(result.Document.Pages.Length > 1);
            for (var p = 0; p < result.Document.Pages.Length; p++)
            {
                var parts = result.PageText(p).Split("90.5").Length - 1;
                Assert.True(parts >= 3, $"{rows} rows: {parts} on page {p + 1}");
            }
        }
    }

    [Fact]
    public void Decimal_points_stand_in_one_vertical()
    {
        string[] values = ["0.25", "12.5%", "100", "1,234.5", "—", "-3.75"];
        var result = Proof.Compose(
            Table.Of(
                [TableColumn.Share(1), TableColumn.Share(1, CellAlignment.Decimal)],
                ["名", "值"],
                values.Select(v => new[] { "甲", v })
            )
        );
        var points = result.Glyphs().Where(g => g.Text == ".").Select(g => g.X).ToArray();
        Assert.Equal(4, points.Length);
        Assert.All(points, x => Assert.Equal(points[0], x, 3));
        var cell = result.Elements("TD").Single(n => result.TextOf(n) == "100");
        var last = result.Glyphs().Last(g => ReferenceEquals(g.Structure, cell));
        Assert.Equal(points[0], last.X + last.Advance, 1);
    }

    [Fact]
    public void Spans_are_told_to_readers_and_rows_under_them_stay_on_one_page()
    {
        var rows = Enumerable
            .Range(0, 40)
            .SelectMany(i =>
                new TableRow[] { [new TableCell { Content = $"组{i}", RowSpan = 3 }, "一"], ["二"], ["三"] }
            );
        var result = Proof.Compose(
            new Table
            {
                Columns = [TableColumn.Content(), TableColumn.Share(1)],
                Head =
                [
                    [new TableCell { Content = "表头", ColumnSpan = 2 }],
                ],
                Rows = [.. rows],
            }
        );
        Assert.Equal(40, result.Elements("TH").Count(n => n.RowSpan == 3));
        Assert.Single(result.Elements("TH"), n => n.ColumnSpan == 2);
        var trs = result.Elements("TR").Skip(1).Chunk(3);
        Assert.All(
            trs,
            group =>
                Assert.Single(
                    group
                        .SelectMany(tr => tr.Children)
                        .Select(c => result.Glyphs().First(g => ReferenceEquals(g.Structure, c)).Page)
                        .Distinct()
                )
        );
    }

    [Fact]
    public void Cells_beyond_the_columns_are_set_in_the_last_one_and_told()
    {
        var result = Proof.Compose(
            new Table
            {
                Columns = [TableColumn.Share(1), TableColumn.Share(1)],
                Rows =
                [
                    ["甲", "乙", "丙", "丁"],
                ],
            }
        );
        Assert.Equal("甲乙丙丁", result.Text());
        Assert.Contains(result.Notices, n => n.Kind == NoticeKind.ExtraCells);
    }

    [Fact]
    public void Columns_share_the_measure_as_asked()
    {
        var table = new Table
        {
            Columns = [TableColumn.Fixed(80), TableColumn.Share(1), TableColumn.Share(3)],
            Rows =
            [
                ["甲", "乙", "丙"],
            ],
        };
        var result = Proof.Compose(table);
        var x = result.Glyphs().Select(g => g.X).ToArray();
        var rest = PageSetup.OfficialDocument.BodyWidth - 80;
        Assert.Equal(80, x[1] - x[0], 3);
        Assert.Equal(rest / 4, x[2] - x[1], 3);
    }

    [Fact]
    public void The_three_line_style_has_three_lines()
    {
        var result = Proof.Compose(
            Table.Of(
                [TableColumn.Share(1)],
                ["名"],
                [
                    ["甲"],
                    ["乙"],
                    ["丙"],
                ]
            )
        );
        var rules = result
            .Document.Pages[0]
            .Items.OfType<PathItem>()
            .Select(r => Math.Round(r.Segments.Average(s => s.Y), 1, MidpointRounding.AwayFromZero))
            .Distinct();
        Assert.Equal(3, rules.Count());
    }

    private static ImmutableArray<TableCell> Cells(int row, int columns, int words, int span)
    {
        var spanning = span > 1 && columns > 1 && row % 5 == 0;
        return
        [
            .. Enumerable
                .Range(0, spanning ? Math.Max(1, columns - span + 1) : columns)
                .Select(c => new TableCell
                {
                    Content = c % 2 == 0 ? Proof.Hanzi(((row + c) % words) + 1) : $"{row}.{c}",
                    ColumnSpan = spanning && c == 0 ? Math.Min(span, columns) : 1,
                }),
        ];
    }
}
