using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Tables: title and unit above, rows, notes below.</summary>
internal sealed partial class Measurer
{
    private void SetTable(Table table, Flow flow, double width, TagNode tags)
    {
        var look = table.Look ?? _sheet.Table;
        var tag = tags.Add("Table");
        var own = Math.Min(width, table.Width ?? width);
        var x = (width - own) / 2;
        var flowStart = flow.Boxes.Count;
        var table_ = new TableFlow
        {
            ClosingRule = look.HeadRule > 0 ? look.HeadRule : look.OuterRule,
            RuleInk = look.RuleInk,
            X = x,
            Width = own,
        };
        SetTableTitle(table, flow, width, own, x, tag, table_);

        var setter = new TableSetter(this, table, look, own, tag);
        var (head, body) = setter.Set(table_, x);
        foreach (var row in head)
        {
            flow.Add(row);
            flow.KeepNext(Keep.Next);
            table_.Head.Add(row);
        }

        foreach (var row in body)
            flow.Add(row);
        flow.KeepNext(Keep.Next);
        foreach (var note in table.Notes)
            SetText(note, _sheet.Note, flow, width, tags.Add("P"), null);
        flow.KeepNext(Keep.Free);
        if (flow.Boxes.Count == flowStart)
            return;
        flow.Boxes[flowStart].Before = Math.Max(flow.Boxes[flowStart].Before, look.Space);
        flow.Boxes[^1].After = Math.Max(flow.Boxes[^1].After, look.Space);
    }

    private void SetTableTitle(
        Table table,
        Flow flow,
        double width,
        double own,
        double x,
        TagNode tag,
        TableFlow continuation
    )
    {
        TagNode? caption = null;
        if (table.Title is { } title)
        {
            var number = Survey.TableNumber(++_counters.Tables) + "\u3000";
            caption = tag.Add("Caption");
            SetText(
                (Phrase)number + title,
                _sheet.Caption with
                {
                    KeepWithNext = true,
                },
                flow,
                width,
                table.Unit is null ? caption : caption.Add("P"),
                null
            );
            var again = Paragraph(
                (Phrase)("续" + number) + new Phrase([.. title.Inlines.Where(i => i is Run)]),
                _sheet.Caption,
                width,
                null,
                null,
                "",
                out var left
            );
            var head = new Flow();
            AddLines(again, _sheet.Caption, head, left);
            continuation.Head.AddRange(head.Boxes);
        }

        if (table.Unit is { } unit)
        {
            var style = _sheet.Note with
            {
                Align = TextAlignment.Right,
                Indent = 0,
                KeepWithNext = true,
                Before = 0,
                After = 2,
            };
            var line = Paragraph(unit, style, own, (caption ?? tag.Add("Caption")).Add("P"), null, "", out var left);
            AddLines(line, style, flow, x + left);
            var head = new Flow();
            AddLines(line, style, head, x + left);
            continuation.Head.AddRange(head.Boxes);
        }
    }

    /// <summary>Words of a cell, shaped but not broken.</summary>
    internal ShapedCell ShapeCell(Phrase content, ParagraphStyle style, TagNode tag, bool tabular)
    {
        if (content.Inlines is [Run { Role: null, Size: null, Ink: null, LetterSpacing: null, Rise: 0 } only])
        {
            _shaper.Add(only.Content, StyleOf(style, -1) with { Tabular = tabular });
            return new(_shaper.Finish(), null, style.Size);
        }

        var marks = Shape(content, style, tag, out var largest);
        return new(_shaper.Finish(), marks, largest);
    }

    /// <summary>Breaks the words of a cell.</summary>
    internal SetParagraph BreakCell(
        ShapedCell cell,
        ParagraphStyle style,
        double measure,
        TextAlignment align,
        TagNode tag
    ) =>
        new()
        {
            Text = cell.Text,
            Lines = _breaker.Break(cell.Text, new(Math.Max(1, measure), 0, style.Size, align, false)),
            Pitch = PitchOf(style, cell.Largest),
            Em = cell.Largest,
            Tag = tag,
            Marks = cell.Marks,
            Measure = measure,
        };

    internal List<Box> LinesOf(SetParagraph paragraph)
    {
        var boxes = new List<Box>(paragraph.Lines.Length);
        for (var i = 0; i < paragraph.Lines.Length; i++)
            boxes.Add(new LineBox(paragraph, i, 0) { Footings = FootingsOf(paragraph, i) });
        return boxes;
    }

    internal List<Box> BlocksOf(ImmutableArray<DocumentBlock> blocks, double width, TagNode tag, ParagraphStyle style)
    {
        var outer = _body;
        _body = style;
        var boxes = Inside(blocks, width, tag);
        _body = outer;
        return boxes;
    }

    internal double BlocksWidth(ImmutableArray<DocumentBlock> blocks, double limit) => NaturalWidth(blocks, limit);

    internal void TellExtraCells(Table table, string where, int count) =>
        _notices.Add(
            new(
                NoticeKind.ExtraCells,
                0,
                table.Id ?? where,
                $"一行多出 {count} 个单元格（从“{where}”起），没有列可放，已并入最后一列。请检查列数。"
            )
        );

    internal double PageHeight => _page.BodyHeight;

    internal static T Lift<T>(T outer, IEnumerable<Box> inner)
        where T : Box => Lifted(outer, inner);
}

/// <summary>Words of a cell before they are broken.</summary>
/// <param name="Text">Words.</param>
/// <param name="Marks">What stretches belong to.</param>
/// <param name="Largest">Largest type size.</param>
internal sealed record ShapedCell(Text.ShapedText Text, List<InlineMark>? Marks, double Largest);
