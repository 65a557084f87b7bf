using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: notes on the data（数据质量说明）.</summary>
internal static class QualityAppendix
{
    private const int Most = 120;

    public static Chapter? Make(AnnualContext context)
    {
        var notes = context.Edition.Notes.Where(n => n.Period is null || n.Period == context.Period.Period).ToArray();
        if (notes.Length == 0)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(new Paragraph([$"数据读入和计分时的提示共{notes.Length}条，见", Inline.Number("t-notes"), "。"]));
        blocks.Add(
            new Table
            {
                Id = "t-notes",
                Title = "数据质量提示",
                Columns =
                [
                    TableColumn.Content(),
                    TableColumn.Fixed(120),
                    TableColumn.Share(1),
                    TableColumn.Content(CellAlignment.Right),
                ],
                Head = [Tables.Head("代码", "位置", "说明", "处数")],
                Rows =
                [
                    .. notes.Take(Most).Select(n => new TableRow([n.Code, n.Place, n.Text, Numerals.Count(n.Count)])),
                ],
                Notes = notes.Length > Most ? [$"注：列前{Most}条，其余见网站数据质量页。"] : [],
            }
        );
        return new Chapter("数据质量说明", "", blocks.ToImmutable()) { OnNewPage = false };
    }
}
