using System.Text;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>Cuts text into words（切词）; search.js folds and cuts queries the same way.</summary>
public static class Tokenizer
{
    /// <summary>Runs of letters and digits, in half-width form and lower case.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Select(Fold))
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune))
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    // Unicode normalisation proper needs tables that invariant globalisation leaves out.
    private static Rune Fold(Rune rune) =>
        Rune.ToLowerInvariant(rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune);
}
