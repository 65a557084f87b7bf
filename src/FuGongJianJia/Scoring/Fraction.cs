using System.Globalization;
using System.Numerics;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Fraction（分数）: the one number of scoring. Scores, indexes, totals and changes stay exact until
/// <see cref="Rounder"/> rounds them, so a figure on a rounding boundary goes where the rule sends it. In lowest terms,
/// the denominator above 0; <c>default</c> is 0.
/// </summary>
public readonly struct Fraction
    : IEquatable<Fraction>,
        IComparable<Fraction>,
        IAdditiveIdentity<Fraction, Fraction>,
        IAdditionOperators<Fraction, Fraction, Fraction>,
        ISubtractionOperators<Fraction, Fraction, Fraction>,
        IMultiplyOperators<Fraction, Fraction, Fraction>,
        IDivisionOperators<Fraction, Fraction, Fraction>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>100, a full score.</summary>
    public static Fraction Hundred { get; } = 100;

    static Fraction IAdditiveIdentity<Fraction, Fraction>.AdditiveIdentity => Zero;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    private BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(int value) => new(value, BigInteger.One);

    /// <summary>The decimal, exactly.</summary>
    public static implicit operator Fraction(decimal value)
    {
        if (value.Scale == 0)
        {
            return new((BigInteger)value, BigInteger.One);
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = (BigInteger)new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return Reduced(decimal.IsNegative(value) ? -magnitude : magnitude, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>The nearest double, for estimates of how firm a place is; never for a published figure.</summary>
    public static explicit operator double(Fraction value)
    {
        // Both parts lose the same binary digits where a double could not hold them.
        var excess = (int)Math.Max(0, value.Denominator.GetBitLength() - 512);
        return (double)(value._numerator >> excess) / (double)(value.Denominator >> excess);
    }

    /// <summary>Sum. Only the greatest common divisor of the denominators can cancel (Knuth, TAOCP 2, 4.5.1).</summary>
    public static Fraction operator +(Fraction a, Fraction b)
    {
        var (da, db) = (a.Denominator, b.Denominator);
        var common = BigInteger.GreatestCommonDivisor(da, db);
        if (common.IsOne)
        {
            return new((a._numerator * db) + (b._numerator * da), da * db);
        }

        var rest = da / common;
        var sum = (a._numerator * (db / common)) + (b._numerator * rest);
        var again = BigInteger.GreatestCommonDivisor(sum, common);
        return again.IsOne ? new(sum, rest * db) : new(sum / again, rest * (db / again));
    }

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b._numerator, b.Denominator);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) =>
        Product(a._numerator, a.Denominator, b._numerator, b.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        b._numerator.Sign switch
        {
            0 => throw new DivideByZeroException(),
            < 0 => Product(a._numerator, a.Denominator, -b.Denominator, -b._numerator),
            _ => Product(a._numerator, a.Denominator, b.Denominator, b._numerator),
        };

    /// <summary>Equal value.</summary>
    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    /// <summary>Unequal value.</summary>
    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>Less.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>Not more.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>Not less.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>Rounds to so many decimals; the decimal carries all of them (91.30, not 91.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such mode.</exception>
    public decimal Round(int decimals, MidpointRounding mode)
    {
        var scaled = BigInteger.Abs(_numerator) * BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(scaled, Denominator, out var rest);
        var half = (rest << 1).CompareTo(Denominator);
        var isUp = mode switch
        {
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToEven => half > 0 || (half == 0 && !whole.IsEven),
            MidpointRounding.ToZero => false,
            MidpointRounding.ToPositiveInfinity => !rest.IsZero && Sign > 0,
            MidpointRounding.ToNegativeInfinity => !rest.IsZero && Sign < 0,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode.ToString()),
        };
        var units = (UInt128)(isUp ? whole + BigInteger.One : whole);
        return new(
            (int)(uint)(units & uint.MaxValue),
            (int)(uint)((units >> 32) & uint.MaxValue),
            (int)checked((uint)(units >> 64)),
            Sign < 0 && units != 0,
            (byte)decimals
        );
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => _numerator == other._numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, Denominator);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");

    private static Fraction Reduced(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new(numerator / common, denominator / common);
    }

    // Each factor is in lowest terms, so only crosswise can anything cancel.
    private static Fraction Product(BigInteger n1, BigInteger d1, BigInteger n2, BigInteger d2)
    {
        var (a, b) = (BigInteger.GreatestCommonDivisor(n1, d2), BigInteger.GreatestCommonDivisor(n2, d1));
        return new(n1 / a * (n2 / b), d1 / b * (d2 / a));
    }
}
