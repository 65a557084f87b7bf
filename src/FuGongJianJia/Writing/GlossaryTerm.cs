using System.Collections.Immutable;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FuGongJianJia.Writing;

/// <summary>A term of a handbook and what it means（术语）.</summary>
/// <param name="Term">Term.</param>
/// <param name="Meaning">Meaning, without marks.</param>
/// <param name="Id">Anchor on the page that explains it.</param>
public sealed record GlossaryTerm(string Term, string Meaning, string Id)
{
    /// <summary>Name of the page of a handbook that explains its terms, without folder.</summary>
    public const string PageName = "glossary";

    private const string TermHead = "术语";
    private const string MeaningHead = "意思";

    /// <summary>
    /// The terms of a text, and their anchors set in its tree: rows of tables whose heads are 术语 and 意思, and
    /// definition lists. Of a term that stands there twice the first counts.
    /// </summary>
    public static ImmutableArray<GlossaryTerm> Set(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Descendants().ToArray())
        {
            var rows = block switch
            {
                Table table => RowsOf(table),
                DefinitionItem item => ItemsOf(item),
                _ => [],
            };
            foreach (var (node, term, meaning) in rows)
            {
                if (term.Length > 0 && meaning.Length > 0 && seen.Add(term))
                {
                    var id = $"术语-{Headings.Anchor(term)}";
                    node.GetAttributes().Id = id;
                    terms.Add(new(term, meaning, id));
                }
            }
        }

        return terms.ToImmutable();
    }

    private static IEnumerable<(MarkdownObject Node, string Term, string Meaning)> RowsOf(Table table)
    {
        var rows = table.OfType<TableRow>().ToArray();
        var heads = rows is [{ IsHeader: true } head, ..] ? head.OfType<TableCell>().Select(Text).ToArray() : [];
        var (term, meaning) = (Array.IndexOf(heads, TermHead), Array.IndexOf(heads, MeaningHead));
        return term < 0 || meaning < 0
            ? []
            : rows.Skip(1)
                .Select(r => (r, Cells: r.OfType<TableCell>().ToArray()))
                .Where(r => r.Cells.Length > Math.Max(term, meaning))
                .Select(r => ((MarkdownObject)r.r, Text(r.Cells[term]), Text(r.Cells[meaning])));
    }

    private static IEnumerable<(MarkdownObject Node, string Term, string Meaning)> ItemsOf(DefinitionItem item)
    {
        var meaning = string.Join(
            ' ',
            item.OfType<ParagraphBlock>().Select(p => Headings.TextOf(p.Inline)).Where(t => t.Length > 0)
        );
        return item.OfType<DefinitionTerm>()
            .Select(t => ((MarkdownObject)t, Headings.TextOf(t.Inline).Trim(), meaning));
    }

    private static string Text(TableCell cell) =>
        string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => Headings.TextOf(p.Inline))).Trim();
}
