using System.Globalization;

namespace FuGongJianJia.Text;

/// <summary>A number as exports write it（原数）: every digit up to twelve decimals, no idle zeros, no marks.</summary>
public static class ExactNumber
{
    /// <summary>12, 0.5, 95.25.</summary>
    public static string Of(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
