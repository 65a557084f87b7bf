using System.Globalization;
using System.Numerics;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Fraction（分数）: the one number of scoring. Scores, indexes, totals and changes stay exact until
/// <see cref="Rounder"/> rounds them, so a figure on a rounding boundary goes where the rule sends it. Numerator and
/// denominator are machine integers as long as both fit, which most do, and of any size beyond. Not in lowest terms
/// unless <see cref="Reduced"/>, which the score of a cell is; <c>default</c> is 0.
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
    // All that fit a machine integer.
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, 19).Select(n => (long)BigInteger.Pow(10, n))];

    private readonly long _numerator;
    private readonly long _denominator;
    private readonly Large? _large;

    private Fraction(long numerator, long denominator) => (_numerator, _denominator) = (numerator, denominator);

    private Fraction(BigInteger numerator, BigInteger denominator) => _large = new(numerator, denominator);

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>100, a full score.</summary>
    public static Fraction Hundred { get; } = 100;

    static Fraction IAdditiveIdentity<Fraction, Fraction>.AdditiveIdentity => Zero;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _large?.Numerator.Sign ?? Math.Sign(_numerator);

    private BigInteger Numerator => _large?.Numerator ?? _numerator;

    private BigInteger Denominator => _large?.Denominator ?? SmallDenominator;

    // Above 0; default has none.
    private long SmallDenominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(int value) => new(value, 1L);

    /// <summary>The decimal, exactly.</summary>
    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] == 0 && low <= long.MaxValue && value.Scale < PowersOfTen.Length)
        {
            return new(decimal.IsNegative(value) ? -(long)low : (long)low, PowersOfTen[value.Scale]);
        }

        BigInteger magnitude = new UInt128((uint)bits[2], low);
        return Of(decimal.IsNegative(value) ? -magnitude : magnitude, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>The nearest double, for estimates of how firm a place is; never for a published figure.</summary>
    public static explicit operator double(Fraction value)
    {
        if (value._large is not { } large)
        {
            return (double)value._numerator / value.SmallDenominator;
        }

        // Both parts lose the same binary digits where a double could not hold them.
        var excess = (int)Math.Max(0, large.Denominator.GetBitLength() - 512);
        return (double)(large.Numerator >> excess) / (double)(large.Denominator >> excess);
    }

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction a, Fraction b) =>
        a._large is null && b._large is null
            ? Of(Sum<Int128>(a._numerator, a.SmallDenominator, b._numerator, b.SmallDenominator))
            : Of(Sum(a.Numerator, a.Denominator, b.Numerator, b.Denominator));

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => a + (-1 * b);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) =>
        a._large is null && b._large is null
            ? Of(Product<Int128>(a._numerator, a.SmallDenominator, b._numerator, b.SmallDenominator))
            : Of(Product(a.Numerator, a.Denominator, b.Numerator, b.Denominator));

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => a * b.Reciprocal();

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

    /// <summary>The same in lowest terms.</summary>
    public Fraction Reduced()
    {
        if (_large is not null)
        {
            var large = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
            return Of(Numerator / large, Denominator / large);
        }

        var common = GreatestCommonDivisor(_numerator, SmallDenominator);
        return new(_numerator / common, SmallDenominator / common);
    }

    /// <summary>Rounds to so many decimals; the decimal carries all of them (91.30, not 91.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such mode.</exception>
    public decimal Round(int decimals, MidpointRounding mode)
    {
        var units =
            _large is null && decimals < PowersOfTen.Length
                ? Rounded<Int128>((Int128)_numerator * PowersOfTen[decimals], SmallDenominator, mode)
                : Rounded(Numerator * BigInteger.Pow(10, decimals), Denominator, mode);
        var magnitude = UInt128.CreateChecked(Int128.Abs(units));
        return new(
            (int)(uint)magnitude,
            (int)(uint)(magnitude >> 32),
            checked((int)(uint)(magnitude >> 64)),
            units < 0,
            (byte)decimals
        );
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) =>
        _large is null && other._large is null
            ? ((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var lowest = Reduced();
        return HashCode.Combine(lowest.Numerator, lowest.Denominator);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    // Above 0, as the second is; the remainders of a negative first one may not be.
    private static long GreatestCommonDivisor(long a, long b)
    {
        while (a != 0)
        {
            (a, b) = (b % a, a);
        }

        return Math.Abs(b);
    }

    private static (T Numerator, T Denominator) Sum<T>(T n1, T d1, T n2, T d2)
        where T : INumber<T> => d1 == d2 ? (n1 + n2, d1) : ((n1 * d2) + (n2 * d1), d1 * d2);

    private static (T Numerator, T Denominator) Product<T>(T n1, T d1, T n2, T d2)
        where T : INumber<T> => (n1 * n2, d1 * d2);

    // To a whole number.
    private static Int128 Rounded<T>(T numerator, T denominator, MidpointRounding mode)
        where T : IBinaryInteger<T>
    {
        var (whole, rest) = T.DivRem(T.Abs(numerator), denominator);
        var half = (rest + rest).CompareTo(denominator);
        var isUp = mode switch
        {
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToEven => half > 0 || (half == 0 && T.IsOddInteger(whole)),
            MidpointRounding.ToZero => false,
            MidpointRounding.ToPositiveInfinity => !T.IsZero(rest) && T.IsPositive(numerator),
            MidpointRounding.ToNegativeInfinity => !T.IsZero(rest) && T.IsNegative(numerator),
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode.ToString()),
        };
        var units = Int128.CreateChecked(whole) + (isUp ? 1 : 0);
        return T.IsNegative(numerator) ? -units : units;
    }

    private static Fraction Of((Int128 Numerator, Int128 Denominator) parts) =>
        (long)parts.Numerator == parts.Numerator && (long)parts.Denominator == parts.Denominator
            ? new((long)parts.Numerator, (long)parts.Denominator)
            : new((BigInteger)parts.Numerator, (BigInteger)parts.Denominator);

    private static Fraction Of((BigInteger Numerator, BigInteger Denominator) parts) =>
        Of(parts.Numerator, parts.Denominator);

    private static Fraction Of(BigInteger numerator, BigInteger denominator) =>
        numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new((long)numerator, (long)denominator)
            : new(numerator, denominator);

    private Fraction Reciprocal() =>
        Sign switch
        {
            0 => throw new DivideByZeroException(),
            < 0 => Of(-Denominator, -Numerator),
            _ when _large is null => new(SmallDenominator, _numerator),
            _ => new(Denominator, Numerator),
        };

    private sealed record Large(BigInteger Numerator, BigInteger Denominator);
}
