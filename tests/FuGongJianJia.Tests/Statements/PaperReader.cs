using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// Reads a paper as it is composed, block by block before it is set: headings, paragraphs, tables, figures. That what
/// is set says the same is another test.
/// </summary>
internal sealed class PaperReader(SecondOffice office, Reader reader, Tally tally)
{
    public void Read(string place, Period period, string? unit, Document paper)
    {
        var facts = office.Of(period);
        var scene = new Scene(office, place) { P = facts, U = unit is null ? facts.District : facts.Unit(unit) };
        foreach (var section in paper.Sections)
        {
            Blocks(section.Blocks, scene);
        }
    }

    /// <summary>The words of paragraphs and titles, apart where printing puts a number in between.</summary>
    public static IEnumerable<string> Printed(IEnumerable<DocumentBlock> blocks) =>
        blocks.SelectMany(b =>
            b switch
            {
                Paragraph p => Pieces(p.RunIn is { } head ? head.Content + p.Content : p.Content),
                TitleBlock t => Pieces(t.Content),
                _ => Printed(Parts(b)),
            }
        );

    private static IEnumerable<string> Pieces(Phrase phrase)
    {
        var piece = "";
        foreach (var inline in phrase)
        {
            var words = new Phrase([inline]).PlainText;
            if (words.Length == 0 || inline is Spring)
            {
                yield return piece;
                piece = "";
            }
            else
            {
                piece += words;
            }
        }

        yield return piece;
    }

    /// <summary>Every paragraph and heading, in order, as text.</summary>
    public static IEnumerable<string> Words(IEnumerable<DocumentBlock> blocks) =>
        blocks.SelectMany(b =>
            b switch
            {
                Paragraph p => [p.RunIn?.Content.PlainText + p.Content.PlainText],
                TitleBlock t => [t.Content.PlainText],
                _ => Words(Parts(b)),
            }
        );

    private static IEnumerable<DocumentBlock> Parts(DocumentBlock block) =>
        block switch
        {
            ListBlock list => list.Items.SelectMany(i => i.Blocks),
            Grid grid => grid.Columns.SelectMany(c => c.Blocks),
            Panel panel => panel.Blocks,
            KeepTogether together => together.Blocks,
            MultiColumn columns => columns.Blocks,
            Positioned positioned => positioned.Blocks,
            BottomBlock bottom => bottom.Blocks,
            _ => [],
        };

    private void Blocks(IEnumerable<DocumentBlock> blocks, Scene scene)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case SectionHeading heading:
                    Enter(heading, scene);
                    Say("题", heading.Content.PlainText, scene);
                    break;
                case TitleBlock title:
                    Say("题", title.Content.PlainText, scene);
                    break;
                case Paragraph paragraph:
                    Say("句", paragraph.RunIn?.Content.PlainText + paragraph.Content.PlainText, scene);
                    break;
                case Figure { Decorative: false } figure:
                    Say("题", figure.Title?.PlainText ?? "", scene);
                    Say("句", figure.Note?.PlainText ?? "", scene);
                    Say("图", figure.Drawing.Title, scene);
                    Say("图", figure.Drawing.Description, scene);
                    break;
                case ImageBlock image:
                    Say("图", image.Alt, scene);
                    break;
                case Table table:
                    Read(table, scene);
                    break;
                default:
                    Blocks(Parts(block), scene);
                    break;
            }
        }
    }

    // A section of the annual report speaks of the town, the programme or the indicator that it is named after.
    private static void Enter(SectionHeading heading, Scene scene)
    {
        if (!scene.Place.EndsWith("/annual", StringComparison.Ordinal))
        {
            return;
        }

        var name = heading.Content.PlainText;
        scene.U = scene.P.Named(name) is { Unit.Level: Level.Town } town ? town : scene.P.District;
        scene.Programme = name;
        scene.Code = scene.P.Data.Catalogue.FirstOrDefault(i => i.Name == name)?.Code;
        scene.K = Array.FindIndex(Statements.Say.Indexes, k => k + "指数" == name) is >= 0 and var k ? k : null;
    }

    private void Say(string kind, string text, Scene scene)
    {
        var words = string.Concat(text.Where(c => !char.IsWhiteSpace(c) || c == '\u3000'));
        if (words.Length > 0)
        {
            reader.Read(new(kind, words, scene with { Topic = "纸" }));
        }
    }

    private void Read(Table table, Scene scene)
    {
        var caption = table.Title?.PlainText ?? "";
        Say("题", caption, scene);
        foreach (var note in table.Notes)
        {
            Say("句", note.PlainText, scene with { Shown = table.Rows.Length });
        }

        var grid = Spread([.. table.Head, .. table.Rows], table.Columns.Length);
        var (heads, rows) = (grid.Take(table.Head.Length).LastOrDefault(), grid.Skip(table.Head.Length).ToList());
        if (heads is null)
        {
            foreach (var row in rows)
            {
                Say("句", string.Join('，', row.Where(c => c.Length > 0)), scene);
            }

            return;
        }

        // What is only drawn has no words.
        var columns = Enumerable.Range(0, heads.Count).Where(c => rows.Exists(r => r[c].Length > 0)).ToList();
        Cells.Read(
            new(
                caption,
                columns.ConvertAll(c => heads[c]),
                rows.ConvertAll(IReadOnlyList<string> (r) => columns.ConvertAll(c => r[c]))
            ),
            scene,
            tally
        );
    }

    // Cells that span several columns or rows stand in each.
    private static List<List<string>> Spread(IReadOnlyList<TableRow> rows, int columns)
    {
        var grid = rows.Select(_ => new string?[columns]).ToList();
        for (var r = 0; r < rows.Count; r++)
        {
            var at = 0;
            foreach (var cell in rows[r])
            {
                while (at < columns && grid[r][at] is not null)
                {
                    at++;
                }

                var text = string.Concat(
                    cell.Content.PlainText.Concat(string.Concat(Words(cell.Blocks))).Where(c => !char.IsWhiteSpace(c))
                );
                for (var i = 0; i < cell.RowSpan && r + i < rows.Count; i++)
                {
                    for (var j = 0; j < cell.ColumnSpan && at + j < columns; j++)
                    {
                        grid[r + i][at + j] = text;
                    }
                }
            }
        }

        return grid.ConvertAll(r => r.Select(c => c ?? "").ToList());
    }
}
