using System.Collections.Immutable;
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

    /// <summary>分子 and 分母 in one cell (12/20), which only an office's own layout has.</summary>
    Both,
}

/// <summary>A column of a wide 指标值（宽表的列）: R01, 建会率, R01分子, R01（分子）, 建会率分母（万元）.</summary>
/// <param name="Indicator">Ordinal of the code.</param>
/// <param name="Part">Which number.</param>
/// <param name="Name">Header text.</param>
/// <param name="Remarks">What its brackets say beside the part: a unit, or something that cannot be read over.</param>
internal sealed record WideColumn(int Indicator, WidePart Part, string Name, ImmutableArray<string> Remarks)
{
    /// <summary>The column of a header text; null when it names no indicator.</summary>
    public static WideColumn? Parse(string header, IndicatorIndex indicators)
    {
        var key = HeaderText.Key(header);
        if (key.Length == 0)
        {
            return null;
        }

        // 建会率（百人以上） may be the name itself.
        var whole = HeaderText.Whole(header);
        var remarks =
            indicators.Find(key) is >= 0 and var named
            && indicators.Catalogue.Any(i => i.Code == indicators.Codes[named] && HeaderText.Whole(i.Name) == whole)
                ? []
                : HeaderText.Remarks(header);
        var part = remarks.Select(PartOf).FirstOrDefault(p => p is not null);
        remarks = remarks.RemoveAll(r => PartOf(r) is not null);
        var (stem, ending) = Split(key);
        var ordinal = indicators.Find(key);
        if (ordinal >= 0)
        {
            return new(ordinal, part ?? WidePart.Value, whole, remarks);
        }

        ordinal = stem.Length > 0 && (part is null || part == ending) ? indicators.Find(stem) : -1;
        return ordinal >= 0 ? new(ordinal, ending, whole, remarks) : null;
    }

    /// <summary>
    /// True for a column of an indicator whose row in the catalogue had errors: the column is sound and cannot be read.
    /// </summary>
    public static bool IsOfBroken(string header, IndicatorIndex indicators)
    {
        var key = HeaderText.Key(header);
        return indicators.IsBroken(key) || indicators.IsBroken(Split(key).Stem);
    }

    private static WidePart? PartOf(string word) =>
        word switch
        {
            "分子" => WidePart.Numerator,
            "分母" => WidePart.Denominator,
            "数值" or "值" => WidePart.Value,
            _ => null,
        };

    // R01分子 → R01; an empty stem where the text names no part.
    private static (string Stem, WidePart Part) Split(string key) =>
        key.Length > 2 && PartOf(key[^2..]) is { } part
            ? (key[..^2].TrimEnd('_', '-', ':', '/', '.'), part)
            : ("", WidePart.Value);
}
