using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: every public union's five indexes, by town, with rank group, coverage and change.</summary>
internal static class UnionsAppendix
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

    /// <summary>Id of a union's row, for the index.</summary>
    public static string RowId(UnionResult union) => "u-" + union.Code;

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        if (period.Unions.IsEmpty)
        {
            return null;
        }

        var byParent = period.Unions.ToLookup(u => u.Organisation.Parent ?? "", StringComparer.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Paragraph(
                "按镇街排列，镇街内按组织编码排列。"
                    + context.Edition.Settings.PublicStanding switch
                    {
                        PublicStanding.Places => "名次为组内名次，“/”后为该组参加排名的家数。",
                        PublicStanding.Bands => "档次为在本组参加排名的工会中所处的位置。",
                        _ => "",
                    }
            )
        );
        foreach (var unit in period.Towns.Prepend(period.District))
        {
            var unions = byParent[unit.Code].ToArray();
            if (unions.Length > 0)
            {
                blocks.Add(
                    new SectionHeading(
                        3,
                        unit.Organisation.Level == Model.Level.District ? "区直属基层工会" : unit.Organisation.ShortName
                    )
                    {
                        Number = "",
                        Style = Typography.Report.Headings[1],
                    }
                );
                blocks.Add(Unions(unions, null, RowId, context.Edition.Settings.PublicStanding.Word()));
            }
        }

        // A public union may stand below a town that is not public.
        var listed = period.Towns.Prepend(period.District).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var others = period.Unions.Where(u => !listed.Contains(u.Organisation.Parent ?? "")).ToArray();
        if (others.Length > 0)
        {
            blocks.Add(new SectionHeading(3, "其他基层工会") { Number = "", Style = Typography.Report.Headings[1] });
            blocks.Add(Unions(others, null, RowId, context.Edition.Settings.PublicStanding.Word()));
        }

        blocks.Add(new Paragraph(Tables.Marks) { Style = Typography.Small });
        return new Chapter("基层工会五大指数结果", "", blocks.ToImmutable());
    }

    /// <summary>The table; the town's report uses it too.</summary>
    public static Table Unions(
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
                // Fixed, so that the columns of one town stand under those of another; a name of fifteen characters
                // stays on one line.
                TableColumn.Share(1),
                TableColumn.Fixed(69),
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
                    u.Name,
                    Inline.Text(u.Ranking.Group, size: 6.8),
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
