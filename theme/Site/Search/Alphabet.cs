using System.Collections.Immutable;
using System.Numerics;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// The characters of all texts（字表）and their numbers: the more frequent, the smaller, so that a text is written in few bits. 0 ends a text.
/// Characters whose numbers have equally many bits stand in order of code: such a list is short.
/// </summary>
internal sealed class Alphabet
{
    private readonly Dictionary<char, int> numbers;

    private Alphabet(ImmutableArray<char> characters) =>
        (Characters, numbers) = (characters, characters.Select((c, n) => (c, n)).ToDictionary(x => x.c, x => x.n + 1));

    /// <summary>Characters; the first has number 1.</summary>
    public ImmutableArray<char> Characters { get; }

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

        return new([
            .. Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c)
                .Select((c, n) => (Code: (char)c, Bits: BitOperations.Log2((uint)n + 2))).OrderBy(c => c.Bits).ThenBy(c => c.Code).Select(c => c.Code),
        ]);
    }

    /// <summary>Number of a character.</summary>
    public int this[char c] => numbers[c];

    /// <summary>Writes the list: how many, then distances.</summary>
    public void WriteTo(NumberWriter writer)
    {
        writer.Write(Characters.Length, 0, 0);
        for (var n = 0; n < Characters.Length; n++)
        {
            // A power of two begins the next kind of number, and the codes begin anew.
            var first = BitOperations.IsPow2(n + 2);
            writer.Write(Characters[n] - (first || n == 0 ? 0 : Characters[n - 1] + 1), 1, BitOperations.Log2((uint)n + 2));
        }
    }
}
