namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// What a number format says a number counts in（以万、亿计的数字格式）: 3 in the format 0"万" is shown, and meant, as 3万. A format
/// that divides what it shows (0!.0,"万") holds the whole number. ECMA-376 part 1, 18.8.31.
/// </summary>
internal static class ScaleFormat
{
    /// <summary>万 or 亿 where the sign is only text; else empty.</summary>
    public static string Of(string? format)
    {
        var positive = format?.Split(';')[0] ?? "";
        var at = positive.AsSpan().IndexOfAny('万', '亿');
        return at < 0 || Divides(positive) ? "" : positive[at].ToString();
    }

    // A comma behind the last place divides by a thousand; a point that is only shown divides by what stands behind it.
    private static bool Divides(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (
                (format[i] is '!' or '\\' && i + 1 < format.Length && format[i + 1] == '.')
                || (
                    format[i] == ','
                    && i > 0
                    && format[i - 1] is '0' or '#' or '?' or ','
                    && !(i + 1 < format.Length && format[i + 1] is '0' or '#' or '?')
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
