using System.Collections.Immutable;
using System.Numerics;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// The characters of all texts（字表）and their numbers: the more frequent, the smaller, so that a text is written in few
/// bits. 0 ends a text.
/// Characters whose numbers have equally many bits stand in order of code: such a list is short. After the common ones
/// come the rare, which
/// the index knows each for itself.
/// </summary>
internal sealed class Alphabet
{
    // A character that stands more often than this tells too little by itself.
    private const int Rare = 16;

    private readonly Dictionary<char, int> _numbers;
    private readonly HashSet<char> _common;

    private Alphabet(ImmutableArray<char> characters, int commons)
    {
        (Characters, Commons) = (characters, commons);
        _numbers = characters.Select((c, n) => (c, n)).ToDictionary(x => x.c, x => x.n + 1);
        _common = characters.Take(commons).SelectMany(c => Bigrams.Words(c.ToString())).SelectMany(w => w).ToHashSet();
    }

    /// <summary>Characters; the first has number 1.</summary>
    public ImmutableArray<char> Characters { get; }

    /// <summary>How many of them, from the first, are common.</summary>
    public int Commons { get; }

    /// <summary>Counts the characters of texts.</summary>
    public static Alphabet Of(IEnumerable<string> texts)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var text in texts)
        {
            foreach (var c in text)
            {
                counts[c]++;
            }
        }

        var commons = counts.Count(c => c > Rare);
        return new(
            [
                .. Enumerable
                    .Range(0, counts.Length)
                    .Where(c => counts[c] > 0)
                    .OrderByDescending(c => counts[c])
                    .ThenBy(c => c)
                    .Select((c, n) => (Code: (char)c, Bits: BitOperations.Log2((uint)n + 2), Rare: n >= commons))
                    .OrderBy(c => c.Bits)
                    .ThenBy(c => c.Rare)
                    .ThenBy(c => c.Code)
                    .Select(c => c.Code),
            ],
            commons
        );
    }

    /// <summary>Number of a character.</summary>
    public int this[char c] => _numbers[c];

    /// <summary>
    /// True for a folded character that stands in few places; digits and Latin letters never do, since a code is told
    /// by its order.
    /// </summary>
    public bool IsRare(char folded) => !char.IsAscii(folded) && !_common.Contains(folded);

    /// <summary>Writes the list: how many, how many of them common, then distances.</summary>
    public void WriteTo(NumberWriter writer)
    {
        writer.Write(Characters.Length, 0, 0);
        writer.Write(Commons, 0, 0);
        for (var n = 0; n < Characters.Length; n++)
        {
            // With a power of two, and with the rare, the codes begin anew.
            var first = n == 0 || n == Commons || BitOperations.IsPow2(n + 2);
            writer.Write(Characters[n] - (first ? 0 : Characters[n - 1] + 1), 1, BitOperations.Log2((uint)n + 2));
        }
    }
}
