using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>三、分镇街、分基层结果: heat table, the towns' places, the rank groups, who moved most.</summary>
internal static class TownsChapter
{
    // A figure taller than this does not fit under a chapter's opening; the table beside it says the same.
    private const int MostInFigure = 36;
    private const int MostMovers = 5;

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        if (period.Towns.IsEmpty && period.Unions.IsEmpty)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var ranked = period
            .PopulationOf(Level.Town)
            .Members.OrderBy(t => t.Ranking.Place ?? int.MaxValue)
            .ThenBy(t => t.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        var standing = context.Edition.Settings.PublicStanding.Word() is { Length: > 0 } word ? word + "与" : "";
        if (ranked.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "分镇街结果") { Number = "（一）" });
            blocks.Add(
                new Paragraph(
                    ranked.Length <= MostInFigure
                        ?
                        [
                            "各镇街五大指数见",
                            Inline.Number("f-heat"),
                            $"，{standing}变化见",
                            Inline.Number("t-towns"),
                            "。",
                        ]
                        : [$"各镇街五大指数、{standing}变化见", Inline.Number("t-towns"), "。"]
                )
            );
            if (ranked.Length <= MostInFigure)
            {
                blocks.Add(
                    new Figure(HeatChart.Of(ranked, Typography.ReportWidth, Typography.ReportFigures))
                    {
                        Id = "f-heat",
                        Title =
                            $"各镇街五大指数（{(ranked.Any(t => t.Ranking.Place is not null) ? "按总指数名次排列，" : "")}色深表示得分高）",
                    }
                );
            }

            blocks.Add(Towns(ranked, context.Edition.Settings.PublicStanding.Word()));
        }

        if (period.PopulationOf(Level.Grassroots).Count > 0)
        {
            blocks.Add(new SectionHeading(2, "分基层结果") { Number = ranked.Length > 0 ? "（二）" : "（一）" });
            blocks.Add(
                new Paragraph([
                    "基层工会按单位类别和职工数分组排名，各组情况见",
                    Inline.Number("t-groups"),
                    "；每家工会的结果见附录一。",
                ])
            );
            blocks.Add(Groups(period, context.Edition.Settings));
            Movers(period, blocks);
        }

        return new Chapter("分镇街、分基层结果", Finding(period), blocks.ToImmutable());
    }

    private static string Finding(PublicPeriod period)
    {
        var d = period.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Town);
        return d is null || d.Count == 0
            ? ""
            : $"{d.Count}个镇街总指数在{Numerals.Score(d.Minimum)}～{Numerals.Score(d.Maximum)}分之间，"
                + $"中位数{Numerals.Score(d.Median)}分"
                + (d.Grades is [var excellent, var good, ..] ? $"，优秀{excellent}个、良好{good}个。" : "。");
    }

    private static Table Towns(ImmutableArray<UnionResult> towns, string standing) =>
        new()
        {
            Id = "t-towns",
            Title = standing.Length > 0 ? $"各镇街五大指数、{standing}与变化" : "各镇街五大指数与变化",
            Unit = "单位：分",
            Columns =
            [
                .. standing.Length > 0 ? [TableColumn.Content(CellAlignment.Centre)] : Array.Empty<TableColumn>(),
                TableColumn.Share(1),
                .. Enumerable.Repeat(TableColumn.Content(CellAlignment.Decimal), 8),
            ],
            Head =
            [
                Tables.Head([
                    .. standing.Length > 0 ? [standing] : Array.Empty<string>(),
                    "镇街",
                    "红色",
                    "规范",
                    "活力",
                    "温暖",
                    "和谐",
                    "总指数",
                    "可比变化",
                    "覆盖率",
                ]),
            ],
            Rows =
            [
                .. towns.Select(t => new TableRow([
                    .. standing.Length > 0 ? [t.Ranking.TableText] : Array.Empty<TableCell>(),
                    t.Organisation.ShortName,
                    .. Tables.Scores(t),
                    Tables.Change(t.Change?.Comparable),
                    Tables.Score(t.Coverage),
                ])),
            ],
            HeadColumns = standing.Length > 0 ? 2 : 1,
            Notes =
            [
                Tables.Marks,
                .. towns
                    .Where(t => t.Ranking.Reason is not null)
                    .Select(t =>
                        (Phrase)$"{t.Organisation.ShortName}未参加排名：{t.Ranking.ReasonText.TrimEnd('。')}。"
                    ),
            ],
        };

    private static Table Groups(PublicPeriod period, Settings settings) =>
        new()
        {
            Id = "t-groups",
            Title = "基层工会各排名组情况",
            Unit = "单位：家、分",
            Columns = [TableColumn.Share(1), .. Enumerable.Repeat(TableColumn.Content(CellAlignment.Decimal), 5)],
            Head = [Tables.Head("排名组", "家数", "参加排名", "最低", "中位数", "最高")],
            Rows =
            [
                .. period
                    .Groups.Where(g => g.Level == Level.Grassroots)
                    .Select(g =>
                    {
                        // A group too small to rank shows the values of whoever has one.
                        var shown = g.Ranked > 0 ? g.Members.Take(g.Ranked) : g.Members;
                        var totals = DistributionStrip.Lanes(
                            [.. shown.Select(period.Find).OfType<UnionResult>()],
                            settings
                        )[0];
                        return new TableRow([
                            g.Name,
                            Numerals.Count(g.Members.Length),
                            Numerals.Count(g.Ranked),
                            .. totals.Peers.IsEmpty
                                ? Enumerable.Repeat<TableCell>(Numerals.None, 3)
                                :
                                [
                                    Tables.Score(totals.Peers[0]),
                                    Tables.Score(totals.Median),
                                    Tables.Score(totals.Peers[^1]),
                                ],
                        ]);
                    }),
            ],
            Notes =
            [
                "注：最低、中位数、最高为参加排名的各家"
                    + (
                        period.Groups.Any(g => g is { Level: Level.Grassroots, Ranked: 0 })
                            ? "；不排名的组为有总指数的各家。"
                            : "。"
                    ),
                .. period.HiddenUnions > 0
                    ? (ReadOnlySpan<Phrase>)[$"另有{period.HiddenUnions}家工会不公开，计入所属镇街，不单独列出。"]
                    : [],
            ],
        };

    private static void Movers(PublicPeriod period, ImmutableArray<DocumentBlock>.Builder blocks)
    {
        var movers = period.MoversOf(Level.Grassroots);
        var (up, down) = (movers.Rising.Take(MostMovers).ToArray(), movers.Falling.Take(MostMovers).ToArray());
        if (period.Base is not { } before || up.Length + down.Length == 0)
        {
            return;
        }

        blocks.Add(new Paragraph([$"与{before.Title}相比，可比变化较大的工会见", Inline.Number("t-movers"), "。"]));
        blocks.Add(
            new Table
            {
                Id = "t-movers",
                Title = "可比变化较大的基层工会",
                Unit = "单位：分",
                Columns =
                [
                    TableColumn.Content(CellAlignment.Centre),
                    TableColumn.Share(1.4),
                    TableColumn.Share(1),
                    TableColumn.Content(CellAlignment.Decimal),
                    TableColumn.Content(CellAlignment.Decimal),
                ],
                Head = [Tables.Head("方向", "工会", "上级", "总指数", "可比变化")],
                Rows = [.. Rows(up, "上升"), .. Rows(down, "下降")],
                HeadColumns = 2,
                Notes = [$"注：{movers.Compared.Note}{PopulationWords.UnrankedNote(up.Concat(down))}"],
            }
        );
    }

    private static IEnumerable<TableRow> Rows(IEnumerable<UnionResult> movers, string word) =>
        movers.Select(
            (m, i) =>
                new TableRow([word, m.Name, m.ParentName, Tables.Score(m.Total), Tables.Change(m.Change?.Comparable)])
                {
                    RuleAbove = i == 0 && word == "下降" ? 0.3 : null,
                }
        );
}
