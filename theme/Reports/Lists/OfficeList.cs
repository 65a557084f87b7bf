using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>
/// Internal list for the office（内部清单）: who stands on which rung, with whom a task lies, what is missing, what
/// contradicts what, whom 一票否决 and 必备 flag, by town, and every place with its range.
/// The PDF and the CSV files hold the same rows, but of the places only the towns' are printed.
/// </summary>
internal static class OfficeList
{
    /// <summary>True when the period has anything to list.</summary>
    public static bool Any(OfficePeriod period) =>
        period.Named.Length + period.Matters.Length + period.Missing.Length > 0
        || period.NeedMatters.Length + period.Registers.Events.Length > 0
        || period.Discrepancies.Length + period.Flagged.Length > 0
        || period.Groups.Any(g => g.Ranked > 0);

    /// <summary>The PDF.</summary>
    public static Document Compose(OfficeEdition edition, OfficePeriod period)
    {
        var title = $"{period.Period.Title}名次、指导、逾期、缺报与勾稽清单";
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Paragraph([
                edition.Settings.Brief.Notice.Length > 0 ? edition.Settings.Brief.Notice : "内部资料",
                Inline.Spring,
                Numerals.Date(Furniture.DateOf(edition, period)),
            ])
            {
                Style = Typography.Kicker,
            }
        );
        blocks.Add(new TitleBlock(title) { Style = Typography.CoverTitle with { Size = TypeSize.Two, Leading = 32 } });
        blocks.Add(
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                Before = 6,
                After = 4,
            }
        );
        var part = 0;
        Add("镇街名次", TownHead, Towns(period), [0.6, 1.6, 0.8, 0.8, 0.7, 0.7, 1.2], 0, 2, 3, 4, 5);
        Add("分级指导", GuidanceHead, Guidance(period), [1.05, 2.2, 0.5, 2, 0.85, 0.85, 0.85, 0.9, 1, 0.8]);
        Add("逾期和待办任务", OverdueHead, Overdue(period), [1, 2, 2.2, 0.9, 0.9, 0.6, 0.6], 5, 6);
        Add("缺报数据", MissingHead, Missing(period), [1, 2, 4, 0.4, 1.4], 3);
        Add("勾稽不符", DiscrepancyHead, Discrepancies(period), [0.6, 2, 1.8, 3, 3]);
        Add("评先标注", FlaggedHead, Flagged(period), [1, 2.4, 2, 0.8, 0.8]);
        return new Document
        {
            Info = Furniture.Info(edition, title, "内部清单", Furniture.DateOf(edition, period)),
            Styles = Typography.Report,
            Sections =
            [
                new DocumentSection
                {
                    Page = PageSetup.OfficialLandscape with
                    {
                        Top = Units.Mm(24),
                        Bottom = Units.Mm(22),
                        Inner = Units.Mm(22),
                        Outer = Units.Mm(22),
                    },
                    Blocks = blocks.ToImmutable(),
                    Header = Furniture.Head(edition, "内部资料　不得公开", title),
                    Numbering = PageNumbering.Official with { Size = TypeSize.Five },
                },
            ],
        };

        void Add(
            string name,
            ImmutableArray<string> head,
            IEnumerable<ImmutableArray<string>> rows,
            double[] shares,
            params int[] numbers
        )
        {
            var all = rows.ToArray();
            if (all.Length == 0)
            {
                return;
            }

            // A last column that nobody filled in takes no room on paper.
            if (all.All(r => r[^1].Length == 0))
            {
                (head, shares) = (head[..^1], shares[..^1]);
                all = [.. all.Select(r => r[..^1])];
            }

            blocks.Add(
                new SectionHeading(1, name)
                {
                    Number = Numerals.Han(++part) + "、",
                    Style = Typography.Report.Headings[1],
                }
            );
            var table = Table.Of(
                [
                    .. shares.Select(
                        (s, n) => TableColumn.Share(s, numbers.Contains(n) ? CellAlignment.Right : CellAlignment.Left)
                    ),
                ],
                head,
                all.Select(r => r.AsEnumerable())
            );
            blocks.Add(table with { Title = $"{name}（{all.Length}条）" });
        }
    }

    /// <summary>The CSV files: name and bytes.</summary>
    public static ImmutableArray<(string Name, Func<byte[]> Bytes)> Files(OfficePeriod period) =>
        [
            ("ranking.csv", () => Csv(RankingHead, Ranking([.. period.Towns, .. period.Unions]))),
            ("guidance.csv", () => Csv(GuidanceHead, Guidance(period))),
            ("overdue.csv", () => Csv(OverdueHead, Overdue(period))),
            ("tasks.csv", () => Csv(LedgerHead, Ledger(period))),
            ("needs.csv", () => Csv(NeedHead, Needs(period))),
            ("missing.csv", () => Csv(MissingHead, Missing(period))),
            ("discrepancies.csv", () => Csv(DiscrepancyHead, Discrepancies(period))),
            ("flags.csv", () => Csv(FlaggedHead, Flagged(period))),
            .. RegisterLists.Of(period.Registers).Select(r => (r.Name, (Func<byte[]>)(() => Csv(r.Head, r.Rows)))),
        ];

    private static byte[] Csv(ImmutableArray<string> head, IEnumerable<ImmutableArray<string>> rows) =>
        SpreadsheetCsv.ToBytes(head, rows.Select(r => r.AsEnumerable()));

    private static ImmutableArray<string> RankingHead =>
        ["排名组", "名次", "并列", "单位", "总指数", "覆盖率", "最好名次", "最差名次", "稳健性"];

    // All of one group: the group and the mark of a tie in columns of their own would say the same in every row.
    private static ImmutableArray<string> TownHead =>
        ["名次", "镇街", "总指数", "覆盖率", "最好名次", "最差名次", "稳健性"];

    private static ImmutableArray<string> GuidanceHead =>
        ["镇街", "对象", "类型", "事由", "发出日期", "要求整改", "整改完成", "结果", "关联任务现状", "备注"];

    private static ImmutableArray<string> OverdueHead =>
        ["镇街", "在谁手里", "任务", "要求完成", "状态", "单位次", "最久天数"];

    private static ImmutableArray<string> LedgerHead =>
        [
            "任务编码",
            "任务",
            "下达单位",
            "下达日期",
            "办理单位",
            "要求完成",
            "首次反馈",
            "早晚",
            "通过的反馈",
            "状态",
            "是否逾期",
            "在谁手里",
            "天数",
        ];

    private static ImmutableArray<string> NeedHead =>
        [
            "需求编码",
            "类别",
            "上报单位",
            "上报日期",
            "内容摘要",
            "研判日期",
            "研判结论",
            "办理单位",
            "答复日期",
            "状态",
            "在谁手里",
            "天数",
            "其中在办",
            "调整内容",
            "文号",
            "已有政策",
            "回访",
        ];

    private static IEnumerable<ImmutableArray<string>> Needs(OfficePeriod period) =>
        period.NeedMatters.Select(n =>
            (ImmutableArray<string>)
                [
                    n.Code,
                    n.Category,
                    n.UnitName,
                    Numerals.TableDate(n.ReportedOn),
                    n.Summary,
                    Date(n.AnalysedOn),
                    n.Conclusion,
                    n.HandlerName,
                    Date(n.AnsweredOn),
                    n.StageText,
                    n.HolderName.Length > 0 ? n.HolderName : Numerals.None,
                    Numerals.Count(n.Days),
                    n.IsOpen ? Numerals.Count(n.HeldDays) : Numerals.None,
                    n.PolicyChange,
                    n.Document,
                    n.Known is { } known ? known.Text + (known.Document.Length > 0 ? $"（{known.Document}）" : "") : "",
                    "",
                ]
        );

    private static ImmutableArray<string> MissingHead => ["镇街", "单位", "缺报指标", "项数", "备注"];

    private static ImmutableArray<string> DiscrepancyHead => ["代码", "不符之处", "单位", "这里", "那里"];

    private static IEnumerable<ImmutableArray<string>> Discrepancies(OfficePeriod period) =>
        period.Discrepancies.Select(d =>
            (ImmutableArray<string>)[d.Code.Id, d.Code.Title, d.UnitName, $"{d.Here}", $"{d.There}"]
        );

    private static ImmutableArray<string> FlaggedHead => ["镇街", "单位", "指标", "数值", "标注"];

    private static IEnumerable<ImmutableArray<string>> Ranking(ImmutableArray<UnionResult> units) =>
        units
            .Where(u => u.Ranking.Place is not null)
            .OrderBy(u => u.Organisation.Level)
            .ThenBy(u => u.Ranking.Group, StringComparer.Ordinal)
            .ThenBy(u => u.Ranking.Place)
            .ThenBy(u => u.Code, StringComparer.Ordinal)
            .Select(u =>
                (ImmutableArray<string>)
                    [
                        u.Ranking.Group,
                        Numerals.Count(u.Ranking.Place!.Value),
                        u.Ranking.Tied ? "是" : "否",
                        u.Name,
                        Numerals.Score(u.Total),
                        Numerals.Score(u.Coverage),
                        Place(u.Robustness?.Best),
                        Place(u.Robustness?.Worst),
                        Firmness(u),
                    ]
            );

    private static IEnumerable<ImmutableArray<string>> Towns(OfficePeriod period) =>
        period
            .Towns.Where(t => t.Ranking.Place is not null)
            .OrderBy(t => t.Ranking.Place)
            .ThenBy(t => t.Code, StringComparer.Ordinal)
            .Select(t =>
                (ImmutableArray<string>)
                    [
                        t.Ranking.TableText,
                        t.Name,
                        Numerals.Score(t.Total),
                        Numerals.Score(t.Coverage),
                        Place(t.Robustness?.Best),
                        Place(t.Robustness?.Worst),
                        Firmness(t),
                    ]
            );

    private static string Firmness(UnionResult unit) => unit.Robustness is { Firm: false } ? "随算法变动较大" : "稳定";

    private static string Place(int? place) => place is { } p ? Numerals.Count(p) : Numerals.None;

    // Matter by matter, each from its mildest rung up; of a rung that was followed by the next one the result is where
    // it went.
    private static IEnumerable<ImmutableArray<string>> Guidance(OfficePeriod period) =>
        period
            .Named.GroupBy(g => (g.Town, g.Organisation, Matter: g.Task ?? g.Matter))
            .OrderBy(m => m.Key.Town, StringComparer.Ordinal)
            .ThenByDescending(m => m.Max(g => g.Rung))
            .ThenBy(m => m.Min(g => g.IssuedOn))
            .ThenBy(m => m.Key.Organisation, StringComparer.Ordinal)
            .ThenBy(m => m.Key.Matter, StringComparer.Ordinal)
            .SelectMany(m =>
                m.OrderBy(g => g.Rung)
                    .ThenBy(g => g.IssuedOn)
                    .ThenBy(g => g.Code, StringComparer.Ordinal)
                    .Select(g =>
                        (ImmutableArray<string>)
                            [
                                Town(period, g.Town),
                                g.OrganisationName,
                                g.Rung.Word(),
                                g.Matter,
                                Numerals.TableDate(g.IssuedOn),
                                Date(g.DueOn),
                                Date(g.RectifiedOn),
                                g.RectifiedOn is null
                                && m.Where(next => next.Rung > g.Rung).Select(next => (GuidanceRung?)next.Rung).Min()
                                    is { } later
                                    ? "转" + later.Word()
                                : g.Result.Length > 0 ? g.Result
                                : Numerals.None,
                                TaskState(period, g),
                                g.Remark,
                            ]
                    )
            );

    private static string TaskState(OfficePeriod period, NamedGuidance guidance) =>
        period.Matters.FirstOrDefault(m => m.Task == guidance.Task && m.Unit == guidance.Organisation)?.State.Text
        ?? Numerals.None;

    // A row is a holder with a task: whose reports wait for the issuer is in the ledger, and no fault of theirs.
    private static IEnumerable<ImmutableArray<string>> Overdue(OfficePeriod period) =>
        period
            .Pending.GroupBy(m => (m.Town, m.Holder, m.Task, m.State.Stage))
            .OrderBy(g => g.Key.Town, StringComparer.Ordinal)
            .ThenByDescending(g => g.Max(m => m.State.Days))
            .ThenBy(g => g.Key.Task, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Holder, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Stage)
            .Select(g =>
                (ImmutableArray<string>)
                    [
                        Town(period, g.Key.Town),
                        g.First().HolderName,
                        g.First().Name,
                        Numerals.TableDate(g.First().DueOn),
                        Stage(g.First().State),
                        Numerals.Count(g.Count()),
                        Numerals.Count(g.Max(m => m.State.Days)),
                    ]
            );

    private static string Stage(ExecutorState state) => state.Stage.Word() + (state.IsOverdue ? "·逾期" : "");

    private static IEnumerable<ImmutableArray<string>> Ledger(OfficePeriod period) =>
        period.Matters.Select(m =>
            (ImmutableArray<string>)
                [
                    m.Task,
                    m.Name,
                    m.IssuerName,
                    Numerals.TableDate(m.IssuedOn),
                    m.UnitName,
                    Numerals.TableDate(m.DueOn),
                    Date(m.FirstReportOn),
                    MatterWords.Earliness(m),
                    Date(m.AcceptedReportOn),
                    m.State.Stage.Word(),
                    m.State.IsOverdue ? "是" : "否",
                    m.HolderName.Length > 0 ? m.HolderName : Numerals.None,
                    m.State.IsOpen ? Numerals.Count(m.State.Days) : Numerals.None,
                ]
        );

    private static IEnumerable<ImmutableArray<string>> Missing(OfficePeriod period)
    {
        var names = period.Indicators.ToDictionary(i => i.Code, i => i.Name, StringComparer.Ordinal);
        return period
            .Missing.OrderBy(m => m.Town, StringComparer.Ordinal)
            .ThenByDescending(m => m.Indicators.Length)
            .ThenBy(m => m.Unit, StringComparer.Ordinal)
            .Select(m =>
                (ImmutableArray<string>)
                    [
                        Town(period, m.Town),
                        m.UnitName,
                        string.Join("、", m.Indicators.Select(c => names.GetValueOrDefault(c, c))),
                        Numerals.Count(m.Indicators.Length),
                        string.Join("；", m.Remarks),
                    ]
            );
    }

    private static IEnumerable<ImmutableArray<string>> Flagged(OfficePeriod period) =>
        period
            .Flagged.OrderByDescending(f => f.Indicator.Veto)
            .ThenBy(f => f.Town, StringComparer.Ordinal)
            .ThenBy(f => f.Unit, StringComparer.Ordinal)
            .ThenBy(f => f.Indicator.Code, StringComparer.Ordinal)
            .Select(f =>
                (ImmutableArray<string>)
                    [
                        Town(period, f.Town),
                        f.UnitName,
                        f.Indicator.Name,
                        f.Value.TextFor(f.Indicator),
                        f.Indicator.Veto ? "一票否决" : "必备未达标",
                    ]
            );

    private static string Town(OfficePeriod period, string code) => period.Find(code)?.Organisation.ShortName ?? code;

    private static string Date(DateOnly? date) => date is { } d ? Numerals.TableDate(d) : Numerals.None;
}
