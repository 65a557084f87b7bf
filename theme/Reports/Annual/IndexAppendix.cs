using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 索引 of unions with page numbers, in the order of the characters' radicals and strokes (that of Unicode).
/// </summary>
internal static class IndexAppendix
{
    public static Chapter? Make(AnnualContext context) =>
        context.Period.Unions.IsEmpty
            ? null
            : new Chapter(
                "工会名称索引",
                "",
                [
                    new Paragraph("按名称用字的部首笔画次序排列，页码为附录中该工会结果所在页。")
                    {
                        Style = Typography.Small with { After = 6 },
                    },
                    new IndexBlock([
                        .. context
                            .Period.PopulationOf(Level.Grassroots)
                            .Members.OrderBy(u => u.Name, StringComparer.Ordinal)
                            .ThenBy(u => u.Code, StringComparer.Ordinal)
                            .Select(u => new IndexEntry(u.Name, [UnionsAppendix.RowId(u)])),
                    ]),
                ]
            );
}
