using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Needs that the town and its unions reported, as far as small numbers allow.</summary>
internal static class TownNeedsSection
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        if (
            context.Period.TownNeeds.FirstOrDefault(n =>
                string.Equals(n.Town, context.Town.Code, StringComparison.Ordinal)
            )
            is not { } needs
        )
        {
            return [];
        }

        var small = $"＜{context.Edition.Settings.SmallNumberThreshold}";
        return
        [
            new Paragraph([needs.Finding.TrimEnd('。'), "，各类需求见", Inline.Number("t-needs"), "。"]),
            new Table
            {
                Id = "t-needs",
                Title = "职工需求",
                Unit = "单位：件",
                Columns =
                [
                    TableColumn.Share(2),
                    TableColumn.Share(1, CellAlignment.Centre),
                    TableColumn.Share(1, CellAlignment.Centre),
                ],
                Head = [Tables.Head("类别", "上报", "答复")],
                Rows =
                [
                    .. needs.Categories.Select(c => new TableRow([
                        c.Name,
                        Tables.Withheld(c.Reported, c.Withheld, small),
                        Tables.Withheld(c.Answered, c.Withheld, small),
                    ])),
                ],
                Notes = needs.Categories.Any(c => c.Withheld != Withheld.No)
                    ? [$"注：涉及困难、疾病、争议等的需求，件数较少的写作“{small}”或不公布。"]
                    : [],
            },
        ];
    }
}
