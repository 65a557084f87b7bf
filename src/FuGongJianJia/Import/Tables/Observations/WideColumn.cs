using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Indicators;

namespace FuGongJianJia.Import.Tables.Observations;

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

        var (stem, part) = Split(key);
        ordinal = stem.Length > 0 ? indicators.Find(stem) : -1;
        return ordinal >= 0 ? new(ordinal, part, key, -1) : null;
    }

    /// <summary>
    /// True for a column of an indicator whose row in the catalogue had errors: the column is sound and cannot be read.
    /// </summary>
    public static bool IsOfBroken(string header, IndicatorIndex indicators)
    {
        var key = HeaderText.Key(header);
        return indicators.IsBroken(key) || indicators.IsBroken(Split(key).Stem);
    }

    // R01分子 → R01; an empty stem where the text names no part.
    private static (string Stem, WidePart Part) Split(string key)
    {
        WidePart? part = key switch
        {
            [.., '分', '子'] => WidePart.Numerator,
            [.., '分', '母'] => WidePart.Denominator,
            [.., '数', '值'] => WidePart.Value,
            _ => null,
        };
        return part is { } found ? (key[..^2].TrimEnd('_', '-', ':', '/', '.'), found) : ("", WidePart.Value);
    }
}
