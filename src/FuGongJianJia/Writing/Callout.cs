using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Writing;

/// <summary>Kind of a call-out（提示框）.</summary>
public enum CalloutKind
{
    /// <summary>提示: what is good to know.</summary>
    Note,

    /// <summary>窍门: what saves work.</summary>
    Tip,

    /// <summary>重要: what must not be missed.</summary>
    Important,

    /// <summary>注意: what may go wrong.</summary>
    Warning,

    /// <summary>警告: what does harm.</summary>
    Caution,
}

/// <summary>
/// A call-out（提示框）: a quotation whose first line is <c>[!注意]</c>, or in GitHub's words <c>[!WARNING]</c>, with a title
/// behind it or without.
/// </summary>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What stands above it: the writer's title, else the word of the kind.</param>
public sealed partial record Callout(CalloutKind Kind, string Title)
{
    private static readonly FrozenDictionary<string, (CalloutKind Kind, string Word)> Words = new Dictionary<
        string,
        (CalloutKind, string)
    >(StringComparer.OrdinalIgnoreCase)
    {
        ["提示"] = (CalloutKind.Note, "提示"),
        ["NOTE"] = (CalloutKind.Note, "提示"),
        ["窍门"] = (CalloutKind.Tip, "窍门"),
        ["TIP"] = (CalloutKind.Tip, "窍门"),
        ["重要"] = (CalloutKind.Important, "重要"),
        ["IMPORTANT"] = (CalloutKind.Important, "重要"),
        ["注意"] = (CalloutKind.Warning, "注意"),
        ["WARNING"] = (CalloutKind.Warning, "注意"),
        ["警告"] = (CalloutKind.Caution, "警告"),
        ["CAUTION"] = (CalloutKind.Caution, "警告"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words that may stand in the brackets, in Chinese, for a message.</summary>
    public const string Known = "提示、窍门、重要、注意、警告";

    /// <summary>The call-out that a quotation is; null for a mere quotation.</summary>
    public static Callout? Of(QuoteBlock quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return quote.GetData(typeof(Callout)) as Callout;
    }

    /// <summary>
    /// Takes the first line of a quotation for the mark of a call-out, and out of the text; the word that nobody knows,
    /// or null.
    /// </summary>
    internal static string? Mark(QuoteBlock quote)
    {
        if (
            quote is not [ParagraphBlock { Inline: { } line }, ..]
            || Mark().Match(FirstLine(line)) is not { Success: true } match
        )
        {
            return null;
        }

        if (!Words.TryGetValue(match.Groups[1].Value, out var known))
        {
            return match.Groups[1].Value;
        }

        var title = match.Groups[2].Value.Trim();
        quote.SetData(typeof(Callout), new Callout(known.Kind, title.Length > 0 ? title : known.Word));
        for (var inline = line.FirstChild; inline is not null; )
        {
            var next = inline.NextSibling;
            inline.Remove();
            inline = inline is LineBreakInline ? null : next;
        }

        if (line.FirstChild is null)
        {
            quote.RemoveAt(0);
        }

        return null;
    }

    private static string FirstLine(ContainerInline line) =>
        string.Concat(
            line.TakeWhile(i => i is not LineBreakInline)
                .Select(i =>
                    i switch
                    {
                        LiteralInline literal => literal.Content.ToString(),
                        LinkDelimiterInline open => open.ToLiteral()
                            + string.Concat(open.OfType<LiteralInline>().Select(l => l.Content.ToString())),
                        CodeInline code => code.Content,
                        _ => "",
                    }
                )
        );

    [GeneratedRegex(@"^\[!([^\[\]]{1,20})\](.*)$")]
    private static partial Regex Mark();
}

/// <summary>
/// Tabs（分页）: what is the same thing done in several ways, of which a reader needs one. Written as containers in a
/// container: four colons and 分页, in it three colons and the title of each.
/// </summary>
public static class Tabs
{
    /// <summary>The word of the outer container.</summary>
    public const string Word = "分页";

    /// <summary>True for the container of tabs.</summary>
    public static bool Are(CustomContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return container.Info == Word;
    }

    /// <summary>The title of one tab: Windows 系统.</summary>
    public static string TitleOf(CustomContainer tab)
    {
        ArgumentNullException.ThrowIfNull(tab);
        return $"{tab.Info} {tab.Arguments}".Trim();
    }
}
