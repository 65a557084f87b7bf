using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>
/// The screening before commendation on paper（评先资格审查表）: the counts first, then a union a row under its town, last
/// the cells to sign in.
/// </summary>
internal static class ScreeningPaper
{
    // Of more indicators than this the reasons alone tell the values.
    private const int MostColumns = 4;

    private static readonly PageSetup Page = PageSetup.OfficialLandscape with
    {
        Top = Units.Mm(20),
        Bottom = Units.Mm(18),
        Inner = Units.Mm(15),
        Outer = Units.Mm(15),
    };

    private static readonly TableLook Rows = Typography.Sheet.Table with
    {
        RowRule = 0.3,
        VerticalAlign = VerticalAlignment.Top,
        PaddingX = 2.5,
        PaddingY = 2.2,
        Space = 6,
    };

    private static readonly TableLook Signatures = Typography.Sheet.Table with
    {
        OuterRule = 0.8,
        ColumnRule = 0.5,
        MinRowHeight = 34,
        VerticalAlign = VerticalAlignment.Top,
        PaddingX = 6,
        PaddingY = 4,
        Space = 8,
    };

    /// <summary>The paper.</summary>
    public static Document Compose(OfficeEdition edition, OfficePeriod period, ScreeningTable table)
    {
        var title = $"{period.Period.Title}评先资格审查表";
        return new Document
        {
            Info = Furniture.Info(edition, title, "评先资格审查表", Furniture.DateOf(edition, period)),
            Styles = Typography.Sheet,
            Sections =
            [
                new DocumentSection
                {
                    Page = Page,
                    Header = Furniture.Head(edition, "内部资料　不得公开", title, 9),
                    Numbering = PageNumbering.Official with { Size = TypeSize.Five },
                    Blocks =
                    [
                        .. Furniture.Opener(
                            $"{Furniture.Publisher(edition)}　·　内部资料　不得公开",
                            title,
                            period.DataDate,
                            after: 2
                        ),
                        new Paragraph(table.Counts + "。") { Style = Typography.SheetFinding },
                        .. Answers(table)
                            .Select(a => new Paragraph([Inline.Hei(a.Question + "　"), a.Answer])
                            {
                                Style = Typography.Small with { Ink = Palette.Ink },
                            }),
                        Body(table),
                        new KeepTogether([
                            Signed(),
                            new Paragraph(Furniture.Colophon(edition, period)) { Style = Typography.Fine },
                        ]),
                    ],
                },
            ],
        };
    }

    private static IEnumerable<(string Question, string Answer)> Answers(ScreeningTable table)
    {
        yield return ("审查谁", table.Range);
        yield return ("看什么", table.Asked + "。" + table.Bars);
        if (table.ReasonCounts.Length > 0)
        {
            yield return ("为什么", table.ReasonCounts + "；一家有几条理由的，每条各计一次。");
        }

        yield return ("怎么补", table.Dates + "。");
        yield return (
            "怎么看",
            "按组织编码排列，不是名次。缺报既不算通过，也不算不通过，列“待核”。本表只看资格，不提名；同意例外的，由批准人在复核栏写明理由。"
        );
    }

    private static Table Body(ScreeningTable table)
    {
        var tested = table.Indicators.Length <= MostColumns ? table.Indicators : [];
        ImmutableArray<TableColumn> columns =
        [
            TableColumn.Fixed(26, CellAlignment.Right),
            TableColumn.Share(2.6),
            TableColumn.Fixed(28, CellAlignment.Centre),
            .. tested.Select(_ => TableColumn.Fixed(52, CellAlignment.Centre)),
            TableColumn.Fixed(50, CellAlignment.Right),
            TableColumn.Fixed(50, CellAlignment.Right),
            .. table.HasStars ? [TableColumn.Fixed(32, CellAlignment.Centre)] : Array.Empty<TableColumn>(),
            TableColumn.Fixed(36, CellAlignment.Centre),
            TableColumn.Share(2.6),
            TableColumn.Share(2),
            TableColumn.Fixed(56),
        ];
        return new Table
        {
            Columns = columns,
            HeadColumns = 2,
            Look = Rows,
            Head =
            [
                new TableRow([
                    "序号",
                    "单位",
                    "状态",
                    .. tested.Select(i => (TableCell)$"{i.Name}（{i.Demand.Word()}）"),
                    "覆盖率（%）",
                    "总指数（分）",
                    .. table.HasStars ? ["星级"] : Array.Empty<TableCell>(),
                    "结论",
                    "理由和依据",
                    "补正办法",
                    "复核（签名、日期）",
                ]),
            ],
            Rows =
            [
                .. table
                    .Units.Select((u, n) => (Unit: u, Number: n + 1))
                    .GroupBy(x => x.Unit.Town, StringComparer.Ordinal)
                    .SelectMany(town =>
                        town.Select(x => Row(x.Unit, x.Number, table))
                            .Prepend(Town(town.First().Unit.TownName, town.Count(), columns.Length))
                    ),
            ],
        };

        TableRow Row(ScreenedUnit unit, int number, ScreeningTable whole) =>
            new([
                Numerals.Count(number),
                unit.Name,
                unit.Standing.Word,
                .. tested.Select((_, i) => (TableCell)unit.Values[i].Text),
                Numerals.Score(unit.Coverage),
                Numerals.Score(unit.Total),
                .. whole.HasStars ? [(TableCell)(unit.Star ?? "")] : Array.Empty<TableCell>(),
                new TableCell
                {
                    Content = unit.Verdict.Word(),
                    Role = unit.Verdict == ScreeningVerdict.Passes ? null : FontRole.Hei,
                },
                Reasons(unit),
                string.Join('；', unit.Mends),
                "",
            ]);
    }

    private static TableRow Town(string name, int count, int columns) =>
        new([
            new TableCell
            {
                Content = $"{name}　{Numerals.Count(count)}家",
                ColumnSpan = columns,
                Align = CellAlignment.Left,
                IsHead = true,
                Role = FontRole.Hei,
            },
        ])
        {
            KeepWithNext = true,
        };

    // What does not agree stands below the reasons, so that nobody overlooks it.
    private static TableCell Reasons(ScreenedUnit unit) =>
        unit.Contradictions.IsEmpty
            ? string.Join('；', unit.Reasons)
            : TableCell.Of([
                new Paragraph(string.Join('；', unit.Reasons)) { Style = Rows.Text },
                .. unit.Contradictions.Select(c => new Paragraph("◆ " + c)
                {
                    Style = Rows.Text with { Role = FontRole.Hei, Size = 8 },
                }),
            ]);

    private static Table Signed() =>
        new()
        {
            Columns = [TableColumn.Share(1), TableColumn.Share(1), TableColumn.Share(1)],
            HeadColumns = 0,
            Look = Signatures,
            Rows = [new TableRow([Sign("经办"), Sign("复核"), Sign("分管领导")])],
        };

    private static TableCell Sign(string who) => new() { Content = [who, Inline.Spring, "年　　月　　日"] };
}
