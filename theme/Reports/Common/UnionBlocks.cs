using FuGongJianJia.Editions.Results;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Unions and their five indexes as a table（基层工会结果表）.</summary>
internal static class UnionBlocks
{
    private static readonly TableLook Look = Typography.Report.Table with
    {
        Text = new()
        {
            Role = FontRole.Song,
            Size = 7.8,
            Leading = 11,
            Align = TextAlignment.Left,
        },
        Head = new()
        {
            Role = FontRole.Hei,
            Size = 7.8,
            Leading = 11,
            Align = TextAlignment.Centre,
        },
        PaddingX = 1.5,
        PaddingY = 1.8,
    };

    /// <summary>The table.</summary>
    public static Table Of(
        IReadOnlyList<UnionResult> unions,
        Phrase? title,
        Func<UnionResult, string?> rowId,
        string standing
    ) =>
        new()
        {
            Title = title,
            Look = Look,
            Columns =
            [
                // Fixed, so that the columns of one town stand under those of another; a short name of thirteen
                // characters stays on one line, and so does the longest group.
                TableColumn.Share(1),
                TableColumn.Fixed(80),
                .. Enumerable.Repeat(TableColumn.Fixed(27.5, CellAlignment.Right), 5),
                TableColumn.Fixed(28, CellAlignment.Right),
                .. standing.Length > 0
                    ? [TableColumn.Fixed(standing == "名次" ? 34 : 40, CellAlignment.Right)]
                    : Array.Empty<TableColumn>(),
                TableColumn.Fixed(27, CellAlignment.Right),
                TableColumn.Fixed(30.5, CellAlignment.Right),
            ],
            Head =
            [
                Tables.Head([
                    "工会",
                    "排名组",
                    "红",
                    "规",
                    "活",
                    "温",
                    "和",
                    "总指数",
                    .. standing.Length > 0 ? [standing] : Array.Empty<string>(),
                    "覆盖率",
                    "变化",
                ]),
            ],
            Rows =
            [
                .. unions.Select(u => new TableRow([
                    u.Organisation.ShortName,
                    u.Ranking.Group,
                    .. Tables.Scores(u),
                    .. standing.Length > 0 ? [Place(u)] : Array.Empty<TableCell>(),
                    Numerals.Tenths(u.Coverage),
                    Numerals.Signed(u.Change?.Comparable),
                ])
                {
                    Id = rowId(u),
                }),
            ],
        };

    private static string Place(UnionResult u) =>
        u.Ranking.Place is { } place
            ? $"{(u.Ranking.Tied ? "并" : "")}{Numerals.Count(place)}/{Numerals.Count(u.Ranking.Ranked)}"
            : u.Ranking.Text;
}
