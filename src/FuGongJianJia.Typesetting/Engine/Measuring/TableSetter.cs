using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Sets tables（排表）: number, title and unit above, rows, notes below.</summary>
internal sealed class TableSetter(MeasuringContext context, ParagraphSetter paragraphs, BlockMeasurer blocks)
{
    // White between the unit above a table and its first rule, points.
    private const double UnderUnit = 2;

    internal void Set(Table table, Flow flow, double width, TagNode tags)
    {
        var look = table.Look ?? context.Styles.Table;
        var tag = tags.Add("Table");
        var own = Math.Min(width, table.Width ?? width);
        var x = (width - own) / 2;
        var first = flow.Boxes.Count;
        var continued = new TableFlow
        {
            ClosingRule = look.HeadRule > 0 ? look.HeadRule : look.OuterRule,
            RuleInk = look.RuleInk,
            X = x,
            Width = own,
        };
        var caption = SetTitle(table, flow, width, tag, continued);
        SetUnit(table, flow, own, x, tag, caption, continued);
        SetRows(table, look, flow, tag, continued);
        flow.KeepNext(Keep.Next);
        foreach (var note in table.Notes)
            paragraphs.Set(note, context.Styles.Note, flow, width, tags.Add("P"));
        flow.KeepNext(Keep.Free);
        if (flow.Boxes.Count == first)
            return;
        flow.Boxes[first].Before = Math.Max(flow.Boxes[first].Before, look.Space);
        flow.Boxes[^1].After = Math.Max(flow.Boxes[^1].After, look.Space);
    }

    // The title stands again under 续表 on every page that the table goes on to.
    private TagNode? SetTitle(Table table, Flow flow, double width, TagNode tag, TableFlow continued)
    {
        if (table.Title is not { } title)
            return null;
        var style = context.Styles.Caption;
        var number = Survey.TableNumber(++context.Counters.Tables) + "\u3000";
        var caption = tag.Add("Caption");
        paragraphs.Set(
            (Phrase)number + title,
            style with
            {
                KeepWithNext = true,
            },
            flow,
            width,
            table.Unit is null ? caption : caption.Add("P")
        );
        var words = new Phrase([.. title.Inlines.Where(i => i is Run)]);
        var again = new Flow();
        paragraphs.Set((Phrase)("续" + number) + words, style, again, width, null);
        continued.Head.AddRange(again.Boxes);
        return caption;
    }

    private void SetUnit(
        Table table,
        Flow flow,
        double width,
        double x,
        TagNode tag,
        TagNode? caption,
        TableFlow continued
    )
    {
        if (table.Unit is not { } unit)
            return;
        var style = context.Styles.Note with
        {
            Align = TextAlignment.Right,
            Indent = 0,
            KeepWithNext = true,
            Before = 0,
            After = UnderUnit,
        };
        var line = paragraphs.Paragraph(unit, style, width, (caption ?? tag.Add("Caption")).Add("P"));
        var left = x + (style.Left * style.Size);
        ParagraphSetter.AddLines(line, style, flow, left);
        var again = new Flow();
        ParagraphSetter.AddLines(line, style, again, left);
        continued.Head.AddRange(again.Boxes);
    }

    private void SetRows(Table table, TableLook look, Flow flow, TagNode tag, TableFlow continued)
    {
        if (table.Columns.IsEmpty || table.Head.Length + table.Rows.Length == 0)
            return;
        var cells = new TableCells(context, paragraphs, blocks, table, look, continued.Width, tag).Set();
        var rows = new TableRows(table, look, cells, context.Page.BodyHeight).Build(continued);
        for (var r = 0; r < rows.Count; r++)
        {
            flow.Add(rows[r]);
            if (r >= table.Head.Length)
                continue;
            flow.KeepNext(Keep.Next);
            continued.Head.Add(rows[r]);
        }
    }
}
