using System.Globalization;
using System.Numerics;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Exact fraction（分数）: where a decimal result lies so close to a rounding boundary that its last digit could decide,
/// the same formula is evaluated in fractions and decides instead.
/// </summary>
internal readonly record struct Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        this._numerator = numerator / common;
        this._denominator = denominator / common;
    }

    public static Fraction Zero { get; } = new(0, 1);

    public bool IsZero => _numerator.IsZero;

    public static implicit operator Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return new(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a._numerator * b._denominator) + (b._numerator * a._denominator), a._denominator * b._denominator);

    public static Fraction operator *(Fraction a, Fraction b) =>
        new(a._numerator * b._numerator, a._denominator * b._denominator);

    public static Fraction operator /(Fraction a, Fraction b) =>
        new(a._numerator * b._denominator, a._denominator * b._numerator);

    /// <summary>Rounds to so many decimals, exactly.</summary>
    public decimal Round(int decimals, MidpointRounding mode)
    {
        var scale = BigInteger.Pow(10, decimals);
        var magnitude = BigInteger.Abs(_numerator) * scale;
        var whole = BigInteger.DivRem(magnitude, _denominator, out var rest);
        var half = (rest * 2).CompareTo(_denominator);
        var up = mode switch
        {
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToEven => half > 0 || (half == 0 && !whole.IsEven),
            MidpointRounding.ToZero => false,
            MidpointRounding.ToPositiveInfinity => !rest.IsZero && _numerator.Sign > 0,
            MidpointRounding.ToNegativeInfinity => !rest.IsZero && _numerator.Sign < 0,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode.ToString()),
        };
        whole += up ? 1 : 0;
        return (decimal)(_numerator.Sign < 0 ? -whole : whole) / (decimal)scale;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{_denominator}");
}
