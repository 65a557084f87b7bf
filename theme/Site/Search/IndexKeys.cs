namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// What a text is found by（检索键）: its rare characters one by one, and the pairs of the common ones. A pair with a rare
/// character would say no
/// more than the character does. search.js takes a query apart in the same way.
/// </summary>
/// <param name="alphabet">Tells rare characters from common ones.</param>
internal sealed class IndexKeys(Alphabet alphabet)
{
    /// <summary>Begins the key of the first two letters of a name's initials.</summary>
    public const char Start = '^';

    /// <summary>Keys of a text; some of them may come twice.</summary>
    public IEnumerable<string> Of(string text) => Bigrams.Words(text).SelectMany(OfWord);

    /// <summary>
    /// Keys of the pinyin initials of a name: every three neighbours, since two letters alike are everywhere, and the
    /// first two.
    /// </summary>
    public static IEnumerable<string> OfInitials(string initials) =>
        initials.Length < 2
            ? []
            : Enumerable
                .Range(0, Math.Max(0, initials.Length - 2))
                .Select(n => initials.Substring(n, 3))
                .Append(Start + initials[..2]);

    private IEnumerable<string> OfWord(string word)
    {
        for (var n = 0; n < word.Length; n++)
        {
            if (alphabet.IsRare(word[n]))
            {
                yield return word.Substring(n, 1);
            }
            else if (n + 1 < word.Length && !alphabet.IsRare(word[n + 1]))
            {
                yield return word.Substring(n, 2);
            }
        }
    }
}
