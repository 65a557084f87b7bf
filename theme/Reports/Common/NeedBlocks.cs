using System.Collections.Immutable;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Needs as tables（需求表）.</summary>
internal static class NeedBlocks
{
    /// <summary>Needs by category, of the district or a town.</summary>
    public static Table Categories(ImmutableArray<NeedCategory> categories, string title, Settings settings) =>
        new()
        {
            Id = "t-needs",
            Title = title,
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
                .. categories.Select(c => new TableRow([
                    c.Name,
                    Tables.Count(c.Reported, c.Mark),
                    Tables.Count(c.Answered, c.Mark),
                ])),
            ],
            Notes = NeedWords.WithheldNote(categories, settings.SmallNumberThreshold) is { Length: > 0 } note
                ? ["注：" + note]
                : [],
        };
}
