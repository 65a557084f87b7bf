namespace FuGongJianJia.Demo.District;

/// <summary>
/// Repeatable random numbers（可重复随机数）: SplitMix64 keyed by a seed and by words, so that a value depends on what it is
/// for and never on the order in which values are asked for. Only +, −, × and ÷ are used: every machine gives the same
/// bits.
/// </summary>
public sealed class SeededRandom
{
    private const ulong FnvPrime = 1099511628211;
    private ulong _state;

    /// <summary>Starts from a number.</summary>
    /// <param name="seed">Any number.</param>
    public SeededRandom(ulong seed) => _state = seed;

    /// <summary>
    /// Starts from a seed and the words that name the use（用途）, such as a union, a year and an indicator.
    /// </summary>
    /// <param name="seed">Any number.</param>
    /// <param name="first">First word.</param>
    /// <param name="second">Second word.</param>
    /// <param name="number">A number such as a year or an ordinal.</param>
    public static SeededRandom For(ulong seed, string first, string second = "", int number = 0)
    {
        var hash = 14695981039346656037UL ^ seed;
        hash = Mix(hash, first);
        hash = Mix(hash, second);
        hash = (hash ^ (uint)number) * FnvPrime;
        var random = new SeededRandom(hash);
        random.NextUInt64();
        return random;
    }

    /// <summary>Next 64 bits.</summary>
    public ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform whole number, both ends included.</summary>
    /// <param name="lowest">Lowest.</param>
    /// <param name="highest">Highest, at least the lowest.</param>
    public int Between(int lowest, int highest) => lowest + (int)(NextUInt64() % (ulong)(highest - lowest + 1));

    /// <summary>True with the probability given, 0–1.</summary>
    /// <param name="probability">0–1.</param>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>
    /// About normal, mean 0, deviation 1, never beyond ±3.5: six uniforms added, because logarithms differ between
    /// machines.
    /// </summary>
    public double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < 6; i++)
        {
            sum += NextDouble();
        }

        return (sum - 3.0) * 1.4142135623730951;
    }

    /// <summary>One of several.</summary>
    /// <typeparam name="T">What is chosen from.</typeparam>
    /// <param name="items">At least one.</param>
    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    private static ulong Mix(ulong hash, string word)
    {
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * FnvPrime;
        }

        return (hash ^ 0x1F) * FnvPrime;
    }
}
