using System.Globalization;
using FuGongJianJia.Writing;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>A call-out as a note of its kind, any other quotation as one（提示框、引文）.</summary>
internal sealed class CalloutRenderer : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        renderer.EnsureLine();
        if (Callout.Of(obj) is not { } callout)
        {
            renderer.Write("<blockquote>").WriteLine();
            Inside(renderer, obj);
            renderer.WriteLine("</blockquote>");
            return;
        }

        var kind = callout.Kind.ToString().ToLowerInvariant();
        renderer.Write($"<div class=\"callout of-{kind}\" role=\"note\" aria-label=\"");
        renderer.WriteEscape(callout.Title);
        renderer.Write("\"><p class=\"callout-title\">").WriteEscape(callout.Title);
        renderer.WriteLine("</p>");
        Inside(renderer, obj);
        renderer.WriteLine("</div>");
    }

    private static void Inside(HtmlRenderer renderer, QuoteBlock quote)
    {
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(quote);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
    }
}

/// <summary>
/// Tabs（分页）: without a script they stand one below another, each under its title; the script of the documentation puts
/// them behind each other.
/// </summary>
internal sealed class TabsRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        renderer.EnsureLine();
        if (!Tabs.Are(obj))
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.WriteLine("<div class=\"tabs\">");
        foreach (var tab in obj.OfType<CustomContainer>())
        {
            renderer.Write("<div class=\"tab\"><p class=\"tab-title\">").WriteEscape(Tabs.TitleOf(tab));
            renderer.WriteLine("</p>");
            renderer.WriteChildren(tab);
            renderer.EnsureLine();
            renderer.WriteLine("</div>");
        }

        renderer.WriteLine("</div>");
    }
}

/// <summary>
/// The box of a task（任务清单）: a mark that says what it is, no control that looks as if it could be used.
/// </summary>
internal sealed class TaskRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) =>
        renderer.Write(
            obj.Checked
                ? "<span class=\"check done\" role=\"img\" aria-label=\"已完成\">✓</span>"
                : "<span class=\"check\" role=\"img\" aria-label=\"未完成\"></span>"
        );
}

/// <summary>Code with the parts of its language marked（代码）.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.EnsureLine();
        var language = (obj as FencedCodeBlock)?.Info ?? "";
        renderer.Write("<pre><code>");
        renderer.Write(Highlighter.Html(obj.Lines.ToString() + "\n", language));
        renderer.WriteLine("</code></pre>");
    }
}

/// <summary>The mark of a footnote（脚注标记）, and the way back from it.</summary>
internal sealed class NoteMarkRenderer(string prefix) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var order = obj.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        renderer.Write(
            obj.IsBackLink
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" <a href=\"#{prefix}fnref:{obj.Index}\" class=\"footnote-back\" aria-label=\"回到正文\">↩</a>"
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"<sup><a id=\"{prefix}fnref:{obj.Index}\" href=\"#{prefix}fn:{order}\" class=\"footnote\" "
                        + $"aria-label=\"脚注{order}\">{order}</a></sup>"
                )
        );
    }
}

/// <summary>The footnotes of a text（脚注）, below it.</summary>
internal sealed class NotesRenderer(string prefix) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<ol class=\"footnotes\">");
        foreach (var note in obj.OfType<Footnote>().OrderBy(n => n.Order))
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{prefix}fn:{note.Order}\">"));
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
    }
}
