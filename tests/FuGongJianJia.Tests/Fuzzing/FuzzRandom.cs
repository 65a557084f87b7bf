namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>Chances of one case: the same for the same seed, on every machine.</summary>
internal sealed class FuzzRandom(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>0 to <paramref name="bound"/> − 1; 0 for none.</summary>
    public int Below(int bound) => bound <= 0 ? 0 : _random.Next(bound);

    /// <summary>One in <paramref name="n"/>.</summary>
    public bool OneIn(int n) => Below(n) == 0;

    /// <summary>Any of them.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A few, mostly one or two: what breaks together is rarely many things.</summary>
    public int Few() => 1 + Below(OneIn(8) ? 12 : 3);

    /// <summary>Much, for what a program might do once too often.</summary>
    public int Many() => Pick([10, 100, 1_000, 10_000]);
}
