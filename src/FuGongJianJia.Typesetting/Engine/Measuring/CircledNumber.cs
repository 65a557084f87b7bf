using System.Globalization;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Circled numbers（带圈数字）, for list items and notes.</summary>
internal static class CircledNumber
{
    private const int Most = 20;

    /// <summary>① to ⑳, then digits in brackets.</summary>
    internal static string Of(int n) =>
        n is >= 1 and <= Most
            ? ((char)('①' + n - 1)).ToString()
            : string.Create(CultureInfo.InvariantCulture, $"({n})");
}
