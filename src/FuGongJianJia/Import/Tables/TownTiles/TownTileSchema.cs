using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.TownTiles;

/// <summary>Table 镇街方格.</summary>
internal static class TownTileSchema
{
    /// <summary>Most rows and columns: more are no map that fits a phone.</summary>
    public const int Most = 12;

    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Town = Columns.Key(
        "组织编码",
        CellKind.Organisation,
        "镇级组织。",
        "SL01",
        ["组织", "组织名称", "镇街"],
        reference: "组织"
    );
    public static readonly ColumnSpec Row = Columns.Required(
        "行",
        CellKind.Whole,
        $"第几行，从北往南数，1—{Most}。",
        "1"
    );
    public static readonly ColumnSpec Column = Columns.Required(
        "列",
        CellKind.Whole,
        $"第几列，从西往东数，1—{Most}。",
        "3"
    );

    // Without it there is no map and nothing else is missing.
    public static readonly TableSpec Table = Columns.Build(
        "镇街方格",
        "镇街方格：每个镇街一个方格，大致按方位排列，网站上画成方格图。",
        aliases: ["方格"],
        rules: ["只写镇级组织，一格一个。", "没写的镇街不在图上，表里照样有。"]
    ) with
    {
        IsAsked = false,
    };
}
