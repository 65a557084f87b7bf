using System.Text;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// What an entry is found by（检索键）. Of text: each rare character by itself, and the pairs of neighbouring common ones,
/// since a pair with a rare character would say no more than the character does. Of names also the initials, and the
/// whole name or code behind an equals sign. search.js takes a query apart in the same way.
/// </summary>
internal sealed class IndexKeys
{
    // A character that stands more often than this, in all texts together, tells too little by itself.
    private const int Rare = 16;

    private const char Start = '^';
    private const char Whole = '=';

    private readonly HashSet<Rune> _common;

    private IndexKeys(IEnumerable<Rune> common)
    {
        _common = [.. common];
        Common = string.Concat(common);
    }

    /// <summary>Letters and digits that are not rare; the more frequent, the earlier.</summary>
    public string Common { get; }

    /// <summary>Tells rare characters from common ones by how often they stand in texts.</summary>
    public static IndexKeys For(IEnumerable<string> texts) =>
        new([
            .. texts
                .SelectMany(Tokenizer.Words)
                .SelectMany(w => w.EnumerateRunes())
                .CountBy(c => c)
                .Where(c => c.Value > Rare)
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key)
                .Select(c => c.Key),
        ]);

    /// <summary>Keys of a text; some of them may come twice.</summary>
    public IEnumerable<string> OfText(string text) => Tokenizer.Words(text).SelectMany(OfWord);

    /// <summary>
    /// Keys of what an entry is called. The name of a line of a register is found whole, and in parts like any text.
    /// </summary>
    public IEnumerable<string> OfName(SearchEntry entry) =>
        entry
            .Wholes.Select(whole => Whole + whole)
            .Concat(entry.IsLine ? [] : OfText(entry.Name).Concat(OfInitials(entry.Initials)));

    /// <summary>
    /// Keys of the pinyin initials of a name: every three neighbours, since two letters alike are everywhere, and the
    /// first two.
    /// </summary>
    public static IEnumerable<string> OfInitials(string initials) =>
        initials.Length < 2
            ? []
            : Enumerable
                .Range(0, initials.Length - 2)
                .Select(n => initials.Substring(n, 3))
                .Append(Start + initials[..2]);

    private IEnumerable<string> OfWord(string word)
    {
        var characters = word.EnumerateRunes().ToArray();
        for (var n = 0; n < characters.Length; n++)
        {
            if (IsRare(characters[n]))
            {
                yield return $"{characters[n]}";
            }
            else if (n + 1 < characters.Length && !IsRare(characters[n + 1]))
            {
                yield return $"{characters[n]}{characters[n + 1]}";
            }
        }
    }

    // Latin letters and digits never are: a code is told by their order.
    private bool IsRare(Rune character) => !character.IsAscii && !_common.Contains(character);
}
