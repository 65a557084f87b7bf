using System.Numerics;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>A plain rational number, for the second computation only.</summary>
internal readonly struct Exact(BigInteger n, BigInteger d) : IComparable<Exact>
{
    private BigInteger N { get; } = n;

    private BigInteger D { get; } = d;

    public static Exact Of(decimal value)
    {
        var scale = 1m;
        while (value != decimal.Truncate(value))
        {
            value *= 10m;
            scale *= 10m;
        }

        return new((BigInteger)value, (BigInteger)scale);
    }

    public static implicit operator Exact(int value) => new(value, 1);

    public static Exact operator +(Exact a, Exact b) => new((a.N * b.D) + (b.N * a.D), a.D * b.D);

    public static Exact operator -(Exact a, Exact b) => new((a.N * b.D) - (b.N * a.D), a.D * b.D);

    public static Exact operator *(Exact a, Exact b) => new(a.N * b.N, a.D * b.D);

    public static Exact operator /(Exact a, Exact b) =>
        b.N.Sign < 0 ? new(-a.N * b.D, -b.N * a.D) : new(a.N * b.D, a.D * b.N);

    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    public int CompareTo(Exact other) => (N * other.D).CompareTo(other.N * D);

    /// <summary>To two decimals, half away from zero.</summary>
    public decimal Round()
    {
        var twice = BigInteger.Abs(N) * 200 / D;
        var cents = (twice + 1) / 2;
        return (decimal)(N.Sign < 0 ? -cents : cents) / 100m;
    }

    public double ToDouble() => Math.Exp(BigInteger.Log(N) - BigInteger.Log(D));
}
