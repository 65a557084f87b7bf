using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 专题: what each programme is, what was held, who they are, with the year's stories; one table by quarter for all.
/// </summary>
internal static class ProgrammesChapter
{
    private const string Name = "专题";
    private static readonly string[] Quarters = ["一季度", "二季度", "三季度", "四季度"];

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        var stories = context
            .Edition.Cases.Where(c => !c.Elsewhere && c.Date >= period.Period.Start && c.Date <= period.Period.End)
            .ToArray();
        // What a programme is is told where there was any of it in the year.
        var shown = period
            .Programmes.Select(p =>
                (
                    Programme: p,
                    Finding: p.FindingIn(period.Period),
                    Stories: stories.Where(s => p.Cases.Contains(s.Slug)).ToArray()
                )
            )
            .Where(p => p.Finding.Length > 0 || p.Stories.Length > 0)
            .ToArray();
        var others = stories.Where(s => !shown.Any(p => p.Stories.Contains(s))).ToArray();
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.AddRange(context.WrittenFor(Name));
        if (ByQuarter(context, [.. shown.Select(p => p.Programme)]) is { } table)
        {
            blocks.Add(table);
        }

        foreach (var (programme, finding, told) in shown)
        {
            blocks.Add(new SectionHeading(2, programme.Title) { Number = "" });
            blocks.AddRange(context.Written(programme.About));
            if (finding.Length > 0)
            {
                blocks.Add(new Paragraph(finding + (programme.Period == period.Period ? programme.MonthsText : "")));
            }

            blocks.AddRange(Pairs(programme, period.Period));
            if (Parts(programme, period.Period) is { } parts)
            {
                blocks.Add(parts);
            }

            blocks.AddRange(told.SelectMany(s => Story(context, s)));
        }

        if (others.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "还有这些做法") { Number = "" });
            blocks.AddRange(others.SelectMany(s => Story(context, s)));
        }

        if (period.Activities is { Totals.Length: > 0 } activities)
        {
            blocks.Add(new SectionHeading(2, "全年活动") { Number = "" });
            blocks.Add(new Paragraph(activities.Finding));
            blocks.Add(new KeepTogether([Kinds(activities)]));
        }

        return blocks.Count == 0
            ? null
            : new Chapter(
                "专题工作",
                shown.Length == 0 ? "" : string.Join('、', shown.Select(p => p.Programme.Title)) + "。",
                blocks.ToImmutable()
            );
    }

    private static ImmutableArray<DocumentBlock> Story(AnnualContext context, CaseView story) =>
        CaseBlocks.OfBook(story, context.Period, context.Images);

    // One table for all: sessions by the quarter they begin in, and whom the visits of a quarter reached.
    private static Table? ByQuarter(AnnualContext context, ImmutableArray<Programme> programmes)
    {
        var year = context.Period.Period;
        var rows = new List<(string Head, int[] Quarters)>();
        foreach (var programme in programmes.Where(p => p.Period == year && p.Months.Length == 12))
        {
            var sessions = new int[4];
            foreach (var month in programme.Months)
            {
                sessions[(month.Month - 1) / 3] += month.Sessions;
            }

            rows.Add(($"{programme.Title}（场）", sessions));
        }

        if (Visits(context) is { } visits)
        {
            rows.Add(("走访职工（人）", visits));
        }

        return rows.Count == 0
            ? null
            : new Table
            {
                Id = "t-programmes",
                Title = "各专题分季开展情况",
                Columns =
                [
                    TableColumn.Fixed(Typography.BookHang + 14),
                    .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Right), 5),
                ],
                Head = [Tables.Head(["专题", .. Quarters, "全年"])],
                Rows =
                [
                    .. rows.Select(r => new TableRow([
                        r.Head,
                        .. r.Quarters.Append(r.Quarters.Sum()).Select(n => (TableCell)Numerals.Thousands(n)),
                    ])),
                ],
                Notes = ["注：按活动开始的日期归入各季；同一活动可以列入两个专题，各行不相加。"],
            };
    }

    // The ledger of a quarter counts from January on: what a quarter added is the difference, where all four are there.
    private static int[]? Visits(AnnualContext context)
    {
        var year = context.Period.Period;
        var made = Enumerable
            .Range(1, 4)
            .Select(q => YearNumbers.Visits(context.Edition, Period.OfQuarter(year.Year, q))?.Made)
            .ToArray();
        return made.Any(m => m is null) || made[3] != YearNumbers.Visits(context.Edition, year)?.Made
            ? null
            : [.. made.Select((m, q) => m!.Value - (q == 0 ? 0 : made[q - 1]!.Value))];
    }

    private static IEnumerable<DocumentBlock> Pairs(Programme programme, Period year)
    {
        if (programme.Pairings is not [{ Period: var told }, ..] || told != year || programme.Pairs.IsEmpty)
        {
            return [];
        }

        var skills = programme.Skills.Take(4).Select(s => $"{s.Skill}{Numerals.Count(s.Count)}对");
        var named = programme
            .Pairs.Where(p => p.Names is not null)
            .Select(p =>
                $"{p.Names!.Value.Mentor}带{p.Names.Value.Apprentice}"
                + (p.Skill.Length > 0 ? $"学{p.Skill}" : "")
                + $"（{p.OrganisationName}）"
            )
            .ToArray();
        return
        [
            new Paragraph($"按技能方向，较多的是{string.Join('、', skills)}。"),
            .. named.Length == 0
                ? Array.Empty<DocumentBlock>()
                : [new Paragraph($"同意公布姓名的有：{string.Join('；', named)}。")],
        ];
    }

    private static Table? Parts(Programme programme, Period year)
    {
        var parts = programme
            .Parts.Select(p => (p.Name, Years: p.Years.Where(y => y.Period == year).ToArray()))
            .Where(p => p.Years.Length > 0)
            .Select(p => p.Years[0].Total with { Kind = p.Name })
            .ToArray();
        return parts.Length < 2
            ? null
            : Totals([.. parts], "部分", $"{programme.Title}各部分的活动") with
            {
                Id = $"t-{programme.Slug}",
            };
    }

    private static Table Kinds(ActivitySummary activities) =>
        Totals(activities.Totals, "类型", "各类活动") with
        {
            Id = "t-activities",
        };

    private static Table Totals(ImmutableArray<ActivityTotal> totals, string head, string title) =>
        new()
        {
            Title = title,
            Columns = [TableColumn.Share(1.4), .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Right), 4)],
            Head = [Tables.Head(head, "活动（项）", "场次（场）", "参与（人）", "参与（人次）")],
            Rows =
            [
                .. totals.Select(t => new TableRow([
                    t.Kind,
                    Numerals.Count(t.Activities),
                    Numerals.Count(t.Sessions),
                    People(t.People, t.Approximate),
                    People(t.Attendances, t.Approximate),
                ])),
            ],
            Notes = ["注：人与人次不相加；含约数的合计前加“约”。"],
        };

    private static string People(int count, bool approximate) =>
        count == 0 ? Numerals.None : (approximate ? "约" : "") + Numerals.Thousands(count);
}
