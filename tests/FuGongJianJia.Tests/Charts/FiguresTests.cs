using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Reports;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Tests.Charts;

public sealed partial class FiguresTests
{
    public static TheoryData<string> Names => [.. Gallery.All(ChartStyle.Paper, 440).Select(g => g.Name)];

    private static Drawing Get(string name, ChartStyle style, double width) =>
        Gallery.All(style, width).Single(g => g.Name == name).Drawing;

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_on_paper_is_at_least_six_points_and_stays_on_the_drawing(string name)
    {
        var drawing = Get(name, ChartStyle.Paper, 440);
        foreach (var text in All<TextMark>(drawing.Marks))
        {
            var wide = LabelWidth.Of(text.Text, text.Size);
            var left = text.Anchor switch
            {
                TextAnchor.Start => text.X,
                TextAnchor.Middle => text.X - (wide / 2),
                _ => text.X - wide,
            };
            // Scale marks and seals may be a little smaller than words, which are 7 pt or more.
            Assert.True(
                text.Size >= (text.Text.Length == 1 || text.Text.All(char.IsAsciiDigit) ? 6 : 7),
                $"{text.Text} {text.Size}"
            );
            Assert.True(
                left >= -0.5 && left + wide <= drawing.Width + 0.5,
                $"{name}: {text.Text} {left:0.0}–{left + wide:0.0} of {drawing.Width}"
            );
            Assert.InRange(text.Y, 0, drawing.Height);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Markup_is_well_formed_without_style_attributes_and_says_its_finding(string name)
    {
        var drawing = Get(name, ChartStyle.Screen, 700);
        var markup = Svg.Render(drawing, "f1");
        var root = XElement.Parse(markup);
        Assert.DoesNotContain("style=", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", markup, StringComparison.Ordinal);
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal(drawing.Description, root.Element(svg + "desc")!.Value);
        Assert.Equal("f1-t f1-d", root.Attribute("aria-labelledby")!.Value);
        var ids = root.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (Match use in Reference().Matches(markup))
        {
            Assert.Contains(use.Groups[1].Value, ids);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Colours_come_from_the_palette_only(string name)
    {
        foreach (Match used in TokenClass().Matches(Svg.Render(Get(name, ChartStyle.Screen, 700), "f1")))
        {
            Assert.Contains(used.Groups[1].Value, Palette.Tokens);
        }
    }

    [Fact]
    public void A_figure_that_is_saved_has_the_inks_of_paper()
    {
        var script = Encoding.UTF8.GetString(SiteAssets.All["figures.js"].Bytes.Span);
        Ink[] inks =
        [
            Palette.Ink,
            Palette.Second,
            Palette.Hairline,
            Palette.Paper,
            Palette.Cinnabar,
            .. Enum.GetValues<IndexKey>().Select(Palette.Of),
        ];
        Assert.Equal(
            Palette.Tokens.Order(StringComparer.Ordinal),
            inks.Select(i => i.Token!).Order(StringComparer.Ordinal)
        );
        Assert.All(
            inks,
            i =>
                Assert.Contains(
                    $"{i.Token}: \"#{i.Color.R:X2}{i.Color.G:X2}{i.Color.B:X2}\"",
                    script,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Descriptions_hold_the_numbers_of_the_edition()
    {
        var union = Sample.Edition().Latest.Unions[3];
        var described = Radar.Of(union, 220, ChartStyle.Paper).Description;
        Assert.All(union.Indexes, i => Assert.Contains(Numerals.Score(i.Value), described, StringComparison.Ordinal));
        Assert.Contains(union.Name, described, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_index_is_hollow_and_dashed_and_closes_no_outline()
    {
        var union = Sample.Edition().Latest.Unions[3];
        var holes = union with { Indexes = union.Indexes.SetItem(1, union.Indexes[1] with { Value = null }) };
        var marks = Radar.Of(holes, 220, ChartStyle.Paper).Marks;
        Assert.Contains(
            marks.OfType<CircleMark>(),
            m => m.Fill?.Ink == Palette.Paper && m.Stroke is { Dash.Length: > 0 }
        );
        Assert.DoesNotContain(marks.OfType<PathMark>(), m => m.Fill?.Opacity < 1);
        Assert.Contains("规范无得分", Radar.Of(holes, 220, ChartStyle.Paper).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_rests_on_too_little_is_dashed_and_hollow()
    {
        var union = Sample.Edition().Latest.Unions[3];
        var outline = Radar
            .Of(union, 220, ChartStyle.Paper, firm: false)
            .Marks.OfType<PathMark>()
            .Where(m => m.Stroke?.Ink == Palette.Cinnabar)
            .ToArray();
        Assert.NotEmpty(outline);
        Assert.All(outline, m => Assert.True(m.Fill is null || m.Fill.Value.Ink == Palette.Paper));
        Assert.Contains(outline, m => m.Fill is null && !m.Stroke!.Value.Dash.IsDefaultOrEmpty);
        Assert.Contains(
            Radar.Of(union, 220, ChartStyle.Paper).Marks.OfType<PathMark>(),
            m => m.Fill?.Ink == Palette.Cinnabar && m.Stroke?.Ink == Palette.Cinnabar
        );
    }

    [Fact]
    public void A_series_break_leaves_a_gap()
    {
        var history = Sample.Edition().Histories[0];
        var points = history.Points.Where(p => p.Period.Kind == PeriodKind.Year).ToArray();
        var whole = TrendLine.Total(history with { Points = [.. points] }, PeriodKind.Year, 400, ChartStyle.Paper);
        var broken = TrendLine.Total(
            history with
            {
                Points = [points[0], points[1] with { BreakBefore = true }],
            },
            PeriodKind.Year,
            400,
            ChartStyle.Paper
        );
        Assert.Equal(1, Lines(whole));
        Assert.Equal(0, Lines(broken));
        Assert.Contains("不可直接比较", broken.Description, StringComparison.Ordinal);

        static int Lines(Drawing drawing) =>
            drawing.Marks.OfType<PathMark>().Count(m => m.Stroke?.Ink == Palette.Cinnabar && m.Fill is null);
    }

    [Theory]
    [InlineData(288)]
    [InlineData(960)]
    public void Dots_of_a_distribution_stand_one_for_each_named_peer_and_none_covers_another(double width)
    {
        var peers = Enumerable
            .Range(0, 58)
            .Select(i => 60m + ((i * 37) % 40))
            .Append(100m)
            .Append(100m)
            .Select((v, n) => new StripPeer($"单位{n}", v, $"u/{n}/"));
        var lane = StripLane.Of("总指数", null, peers, Sample.Edition().Settings);
        var drawing = DistributionStrip.Of("", "本组", [lane], width, ChartStyle.Screen, dots: true);
        var dots = All<CircleMark>(drawing.Marks).ToArray();
        Assert.Equal(60, dots.Length);
        Assert.All(dots, d => Assert.StartsWith("单位", d.Tip, StringComparison.Ordinal));
        Assert.Equal(60, dots.Select(d => d.Href).Distinct(StringComparer.Ordinal).Count());
        foreach (var (a, i) in dots.Select((a, i) => (a, i)))
        {
            Assert.All(
                dots.Skip(i + 1),
                b => Assert.True(Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y))) > a.Radius * 2)
            );
        }
    }

    [Theory]
    [InlineData(288)]
    [InlineData(520)]
    public void A_strip_of_any_crowd_is_a_band_a_median_and_its_ends(double width)
    {
        var peers = Enumerable.Range(0, 2001).Select(i => new StripPeer($"单位{i}", 60m + (i / 50m), $"u/{i}/"));
        var lanes = ImmutableArray.Create(StripLane.Of("总指数", null, peers, Sample.Edition().Settings));
        Assert.Equal((70m, 90m), lanes[0].MiddleHalf);
        var drawing = DistributionStrip.Of(
            "甲",
            "本组",
            [lanes[0] with { Own = 75.5m, Place = "第1226名" }],
            width,
            ChartStyle.Screen,
            dots: true
        );
        var texts = All<TextMark>(drawing.Marks).Select(t => t.Text).ToArray();
        Assert.Contains("60.0", texts);
        Assert.Contains("100.0", texts);
        Assert.Contains("中位80.0", texts);
        Assert.Contains("75.50　第1226名", texts);
        Assert.Contains(All<PathMark>(drawing.Marks), m => m.Tip == "总指数中间一半在70.00～90.00分之间");
        // Own and the two ends, however many there are.
        Assert.Equal(3, All<CircleMark>(drawing.Marks).Count());
        Assert.InRange(Svg.Layouts([drawing], "f").Length, 1, 4_000);
    }

    [Fact]
    public void Layouts_of_a_figure_tell_title_and_finding_once()
    {
        var towns = Sample.Edition().Latest.Towns;
        var lanes = DistributionStrip.Lanes(towns, Sample.Edition().Settings, t => t.Code + "/");
        var markup = Svg.Layouts(
            [
                .. new double[] { 288, 520, 960 }.Select(w =>
                    DistributionStrip.Of("", "8个镇街", lanes, w, ChartStyle.Screen, dots: true)
                ),
            ],
            "f"
        );
        var root = XElement.Parse($"<div>{markup}</div>");
        Assert.Equal(
            ["chart w0", "chart w1", "chart w2"],
            root.Elements("svg").Select(e => e.Attribute("class")!.Value)
        );
        Assert.Single(root.Descendants("desc"));
        Assert.All(root.Elements("svg"), e => Assert.Equal("f-t f-d", e.Attribute("aria-labelledby")!.Value));
        var ids = root.Descendants().Select(e => e.Attribute("id")?.Value).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        // Links of marks take no stop of the Tab key each: the figure has one, and the table has the same links.
        Assert.All(root.Descendants("a"), a => Assert.Equal("-1", a.Attribute("tabindex")!.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Letters_of_a_narrow_figure_are_at_least_twelve_pixels_and_stay_on_it(string name)
    {
        if (
            name
            is "bar-row"
                or "qr"
                or "bars"
                or "numbers"
                or "heat"
                or "ladder"
                or "lost"
                or "trend-indexes"
                or "town-changes"
                or "town-changes-long"
        )
        {
            // Of papers only.
            return;
        }

        var drawing = Get(name, ChartStyle.Screen, 288);
        foreach (var text in All<TextMark>(drawing.Marks))
        {
            var wide = LabelWidth.Of(text.Text, text.Size);
            var left = text.Anchor switch
            {
                TextAnchor.Start => text.X,
                TextAnchor.Middle => text.X - (wide / 2),
                _ => text.X - wide,
            };
            Assert.True(text.Size >= 12 || text.Role == FontRole.Kai, $"{name}: {text.Text} {text.Size}");
            Assert.True(
                left >= -2 && left + wide <= drawing.Width + 2,
                $"{name}: {text.Text} {left:0.0}–{left + wide:0.0} of {drawing.Width}"
            );
        }
    }

    [Theory]
    [InlineData(81.44, 81.45, "81.5")]
    [InlineData(81.44, 81.44, "81.4")]
    [InlineData(89.96, 89.96, "89.96")]
    public void A_median_is_rounded_as_published_and_written_as_sentences_write_it(
        double low,
        double high,
        string expected
    )
    {
        var edition = Sample.Edition();
        var peers = new[] { low, high }.Select(t => edition.Latest.Towns[0] with { Total = (decimal)t }).ToArray();
        var lane = DistributionStrip.Lanes(peers, edition.Settings)[0];
        Assert.Equal(
            decimal.Round(
                ((decimal)low + (decimal)high) / 2m,
                edition.Settings.ScoreDecimals,
                edition.Settings.Rounding
            ),
            lane.Median
        );
        Assert.Equal(expected, Numerals.ScoreInText(lane.Median!.Value));
        Assert.Contains(
            "中位" + expected,
            All<TextMark>(DistributionStrip.Of("", "本组", [lane], 480, ChartStyle.Screen).Marks).Select(t => t.Text)
        );
    }

    [Theory]
    [InlineData(33)]
    [InlineData(41)]
    [InlineData(62)]
    public void A_scale_always_ends_at_a_hundred(int least)
    {
        var strip = DistributionStrip.Of(
            "",
            "本组",
            [new StripLane("总指数", null, [least, 100m], null, null)],
            480,
            ChartStyle.Screen
        );
        Assert.Contains("100", All<TextMark>(strip.Marks).Select(t => t.Text));
        var history = Sample.Edition().Histories[0];
        var points = history.Points.Where(p => p.Period.Kind == PeriodKind.Year).Select(p => p with { Total = least });
        Assert.Contains(
            "100",
            All<TextMark>(
                    TrendLine.Total(history with { Points = [.. points] }, PeriodKind.Year, 400, ChartStyle.Paper).Marks
                )
                .Select(t => t.Text)
        );
    }

    [Fact]
    public void What_has_no_value_stands_named_below_the_scale_of_a_trend()
    {
        var history = Sample.Edition().Histories[0];
        var points = history.Points.Where(p => p.Period.Kind == PeriodKind.Year).ToArray();
        points[^1] = points[^1] with { Indexes = points[^1].Indexes.SetItem(4, null) };
        var texts = All<TextMark>(
                TrendLine.Indexes(history with { Points = [.. points] }, PeriodKind.Year, 400, ChartStyle.Paper).Marks
            )
            .ToArray();
        var row = Assert.Single(texts, t => t.Text == "无得分");
        Assert.Contains(texts, t => t.Text == IndexKey.Harmony.Seal() && Math.Abs(t.Y - row.Y) < ChartStyle.Paper.Text);
        Assert.All(texts.Where(t => t.Text.EndsWith('年')), t => Assert.True(t.Y > row.Y + ChartStyle.Paper.Small));
        Assert.DoesNotContain(
            All<TextMark>(TrendLine.Indexes(history, PeriodKind.Year, 400, ChartStyle.Paper).Marks),
            t => t.Text == "无得分"
        );
    }

    [Fact]
    public void The_waterfall_ends_at_the_total_and_all_that_can_be_earned()
    {
        var union = Sample.Edition().Latest.Unions[5];
        var numbers = All<TextMark>(LostPoints.Of(union, 4, 400, ChartStyle.Paper).Marks).Select(t => t.Text).ToArray();
        var reach = Math.Min(100m, union.Total!.Value + union.Losses.Sum(l => l.Gain ?? 0));
        Assert.Contains(Numerals.Score(union.Total), numbers);
        Assert.Contains(Numerals.Score(reach), numbers);
    }

    [Fact]
    public void Names_cannot_break_out_of_the_markup()
    {
        var union = Sample.Edition().Latest.Unions[0];
        var evil = union with
        {
            Organisation = union.Organisation with { Name = "<script>alert(\"1\")</script>&", ShortName = "'\"><b>" },
        };
        var markup = Svg.Render(HeatChart.Of([evil], 700, ChartStyle.Screen, _ => "a\"b"), "x");
        Assert.DoesNotContain("<script", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markup, StringComparison.Ordinal);
        Assert.NotNull(XElement.Parse(markup));
    }

    [Fact]
    public void A_figure_with_links_is_a_group_so_that_readers_can_reach_them()
    {
        var towns = Sample.Edition().Latest.Towns;
        Assert.Contains(
            "role=\"group\"",
            Svg.Render(HeatChart.Of(towns, 700, ChartStyle.Screen, _ => "a/"), "x"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "role=\"img\"",
            Svg.Render(HeatChart.Of(towns, 700, ChartStyle.Screen), "x"),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<T> All<T>(IEnumerable<Mark> marks)
        where T : Mark =>
        marks.SelectMany(m =>
            m switch
            {
                T found => [found],
                GroupMark g => All<T>(g.Marks),
                _ => Array.Empty<T>(),
            }
        );

    [GeneratedRegex(@"url\(#([^)]+)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b[fs]-([a-z]+)\b(?=[^<]*"")")]
    private static partial Regex TokenClass();
}
