using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FuGongJianJia.Writing;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// Explains terms where a page first uses them（术语提示）: a link to the glossary that holds the meaning, which a script
/// shows beside the word.
/// </summary>
public sealed class GlossaryTerms
{
    // A single hanzi is part of too many other words.
    private const int Shortest = 2;

    private readonly FrozenDictionary<string, GlossaryTerm> _terms;
    private readonly Regex _any;

    private GlossaryTerms(IEnumerable<GlossaryTerm> terms, string path)
    {
        Path = path;
        _terms = terms.ToFrozenDictionary(t => t.Term, StringComparer.Ordinal);
        // The longest first: 总指数 is not 指数.
        _any = new(
            string.Join(
                '|',
                _terms.Keys.OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal).Select(Pattern)
            ),
            RegexOptions.CultureInvariant
        );
    }

    /// <summary>Address of the glossary below site/.</summary>
    public string Path { get; }

    /// <summary>The terms of a glossary; null where it explains none.</summary>
    /// <param name="markdown">The glossary.</param>
    /// <param name="path">Its address below site/.</param>
    public static GlossaryTerms? Of(string markdown, string path)
    {
        var terms = GlossaryTerm
            .Set(ArticleMarkdown.Read(markdown).Document)
            .Where(t => t.Term.Length >= Shortest)
            .ToList();
        return terms.Count == 0 ? null : new(terms, path);
    }

    /// <summary>Makes the first use of each term in running text a link.</summary>
    /// <param name="document">The text.</param>
    /// <param name="address">Gives an address below site/ as the page links to it.</param>
    internal void Explain(MarkdownDocument document, Func<string, string> address)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = document
            .Descendants<ParagraphBlock>()
            .Where(p => p.Inline is not null && p.Parent is not Markdig.Extensions.Footnotes.Footnote)
            .SelectMany(p => p.Inline!.Descendants<LiteralInline>())
            .Where(l => !Inside(l))
            .ToArray();
        foreach (var literal in texts)
        {
            Explain(literal, seen, address);
        }
    }

    private void Explain(LiteralInline literal, HashSet<string> seen, Func<string, string> address)
    {
        var text = literal.Content.ToString();
        Inline at = literal;
        var from = 0;
        foreach (var match in _any.Matches(text).Where(m => seen.Add(m.Value)))
        {
            var term = _terms[match.Value];
            var link = new LinkInline { Url = $"{address(Path)}#{term.Id}", IsClosed = true };
            link.GetAttributes().AddClass("term");
            link.GetAttributes().AddProperty("data-meaning", term.Meaning);
            link.AppendChild(new LiteralInline(term.Term));
            Put(new LiteralInline(text[from..match.Index]));
            Put(link);
            from = match.Index + match.Length;
        }

        if (from > 0)
        {
            Put(new LiteralInline(text[from..]));
            literal.Remove();
        }

        void Put(Inline next)
        {
            at.InsertAfter(next);
            at = next;
        }
    }

    private static bool Inside(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    // A term in letters is a word, no part of one.
    private static string Pattern(string term) =>
        (char.IsAsciiLetterOrDigit(term[0]) ? "(?<![A-Za-z0-9])" : "")
        + Regex.Escape(term)
        + (char.IsAsciiLetterOrDigit(term[^1]) ? "(?![A-Za-z0-9])" : "");
}
