using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>概况: unions, workers, members, women, who came and went; then the year in numbers.</summary>
internal static class OverviewChapter
{
    private const string Name = "概况";
    private const int InARow = 3;
    private static readonly ChartStyle Style = new(9.5, 8, 1, 0.5);

    public static Chapter? Make(AnnualContext context)
    {
        var (edition, period) = (context.Edition, context.Period);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.AddRange(context.WrittenFor(Name));
        blocks.AddRange(MembershipWords.Of(edition, period).Select(p => (DocumentBlock)new Paragraph(p)));
        if (Members(context) is { } table)
        {
            blocks.Add(table);
        }

        var numbers = YearNumbers.Of(edition, period);
        if (numbers.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "这一年") { Number = "" });
            blocks.AddRange(
                numbers
                    .Chunk(InARow)
                    .Select(row =>
                        (DocumentBlock)
                            new Figure(
                                BigNumbers.Of(
                                    "这一年",
                                    // A short last row keeps the columns of the others.
                                    [.. row.Select(n => new BigNumber(n.Label, n.Value, n.Unit, n.Of))],
                                    Typography.ReportWidth * row.Length / InARow,
                                    Style
                                )
                            )
                            {
                                Align = Typesetting.Text.TextAlignment.Left,
                                Space = 7,
                            }
                    )
            );
        }

        return blocks.Count == 0 ? null : new Chapter(Name, MembershipWords.Finding(period), blocks.ToImmutable());
    }

    private static Table? Members(AnnualContext context)
    {
        var years = context
            .Edition.Periods.Where(p => p.Period.Kind == PeriodKind.Year && p.Period <= context.Period.Period)
            .Select(p => (p.Period, Count: MembershipWords.Whole(p)))
            .Where(y => y.Count is not null)
            .TakeLast(4)
            .ToArray();
        if (years.Length == 0)
        {
            return null;
        }

        (string Head, Func<MembershipCount, int?> Value)[] rows =
        [
            ("基层工会（家）", m => m.Unions),
            ("职工（人）", m => m.Workers),
            ("会员（人）", m => m.Members),
            ("女会员（人）", m => m.Women),
        ];
        return new Table
        {
            Id = "t-members",
            Title = "工会和会员",
            Columns =
            [
                TableColumn.Fixed(Typography.BookHang),
                .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Right), years.Length),
            ],
            Head = [Tables.Head(["项目", .. years.Select(y => y.Period.Title)])],
            Rows =
            [
                .. rows.Where(r => years.Any(y => r.Value(y.Count!) is not null))
                    .Select(r => new TableRow([
                        r.Head,
                        .. years.Select(y =>
                            (TableCell)(r.Value(y.Count!) is { } n ? Numerals.Thousands(n) : Numerals.None)
                        ),
                    ])),
            ],
        };
    }
}
