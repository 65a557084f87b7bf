namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>How a number format shows a percent sign（百分数格式）.</summary>
internal enum PercentForm
{
    /// <summary>None.</summary>
    None,

    /// <summary>0.00%: 0.7186 is shown as 71.86%.</summary>
    Multiplied,

    /// <summary>0.00"%" or 0.0\%: 71.86 is shown as 71.86%, the sign is only text.</summary>
    Shown,
}

/// <summary>Reads number formats（数字格式）. ECMA-376 part 1, 18.8.31.</summary>
internal static class PercentFormat
{
    /// <summary>The form of a format; the part for positive numbers counts.</summary>
    public static PercentForm Of(string? format)
    {
        var form = PercentForm.None;
        if (format is null || !format.Contains('%', StringComparison.Ordinal))
        {
            return form;
        }

        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '[' when !quoted:
                    bracketed = true;
                    break;
                case ']' when !quoted:
                    bracketed = false;
                    break;
                case '\\' or '_' or '*' or '!' when !quoted:
                    // The next character is shown, left as wide a gap, or repeated: it is no instruction.
                    i++;
                    form =
                        i < format.Length && format[i] == '%' && format[i - 1] is '\\' or '!'
                            ? PercentForm.Shown
                            : form;
                    break;
                case ';' when !quoted:
                    return form;
                case '%' when quoted:
                    form = PercentForm.Shown;
                    break;
                case '%' when !bracketed:
                    return PercentForm.Multiplied;
            }
        }

        return form;
    }
}
