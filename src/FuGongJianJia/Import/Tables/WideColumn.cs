using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables;

/// <summary>What a column of a wide table holds of its indicator.</summary>
internal enum WidePart
{
    /// <summary>数值.</summary>
    Value,

    /// <summary>分子.</summary>
    Numerator,

    /// <summary>分母.</summary>
    Denominator,
}

/// <summary>A column of a wide 指标值（宽表的列）: R01, 建会率, R01分子, 建会率分母.</summary>
/// <param name="Indicator">Ordinal of the code.</param>
/// <param name="Part">Which number.</param>
/// <param name="Name">Header text.</param>
/// <param name="Position">Position in the row.</param>
internal sealed record WideColumn(int Indicator, WidePart Part, string Name, int Position)
{
    /// <summary>The column of a header text; null when it names no indicator.</summary>
    public static WideColumn? Parse(string header, IndicatorIndex indicators)
    {
        var key = HeaderText.Key(header);
        if (key.Length == 0)
        {
            return null;
        }

        var ordinal = indicators.Find(key);
        if (ordinal >= 0)
        {
            return new(ordinal, WidePart.Value, key, -1);
        }

        var (suffix, part) = key switch
        {
            [.., '分', '子'] => (2, WidePart.Numerator),
            [.., '分', '母'] => (2, WidePart.Denominator),
            [.., '数', '值'] => (2, WidePart.Value),
            _ => (0, WidePart.Value),
        };
        ordinal = suffix > 0 ? indicators.Find(key[..^suffix].TrimEnd('_', '-', ':', '/', '.')) : -1;
        return ordinal >= 0 ? new(ordinal, part, key, -1) : null;
    }
}
