namespace FuGongJianJia.Theme.Site.Search;

/// <summary>Folding and cutting of text for the index（二字切分）; search.js folds queries the same way.</summary>
public static class Bigrams
{
    /// <summary>Runs of letters and digits, in half-width form and lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside =
                i < folded.Length
                && (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]) || IsNumber(folded[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return folded[start..i];
                start = -1;
            }
        }
    }

    // Full-width forms become half-width. Unicode normalisation proper needs tables that invariant globalisation leaves
    // out.
    private static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    var c = source[i];
                    span[i] = char.ToLowerInvariant(
                        c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0)
                        : c == '\u3000' ? ' '
                        : c
                    );
                }
            }
        );

    /// <summary>Every pair of neighbouring characters of every word; a word of one character has none.</summary>
    public static IEnumerable<string> Of(string text) =>
        Words(text).SelectMany(word => Enumerable.Range(0, word.Length - 1).Select(i => word.Substring(i, 2)));

    /// <summary>FNV-1a, 32 bits, over UTF-16 units; search.js has the same.</summary>
    public static uint Hash(string text)
    {
        var hash = 0x811c9dc5u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 0x01000193u);
        }

        return hash;
    }

    // \p{N} of the script's word pattern beyond decimal digits: ①, ½, 〇 ….
    private static bool IsNumber(char c) =>
        char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.LetterNumber
                or System.Globalization.UnicodeCategory.OtherNumber;
}
