namespace FuGongJianJia.Text;

/// <summary>
/// Folding for reading（读数用的折叠）: what a cell says in another width is the same value. A footnote mark (263①) or an
/// exponent (m²) is no digit of a number, so it stays and the number is refused.
/// </summary>
internal static class ReadingFold
{
    /// <summary>The folded text; the same instance when nothing had to change.</summary>
    public static string Of(string text) => WidthFold.Fold(text, Characters.DecimalDigit);

    /// <summary>
    /// The folded text without blanks; those between two digits become commas, which only groups of three may have:
    /// 1 628 is a number, 1 2 is two.
    /// </summary>
    public static string Closed(string text)
    {
        var folded = Of(text);
        if (!folded.Contains(' ', StringComparison.Ordinal))
        {
            return folded;
        }

        var builder = new System.Text.StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded[i] != ' ')
            {
                if (i > 0 && folded[i - 1] == ' ' && char.IsAsciiDigit(folded[i]) && builder is [.., >= '0' and <= '9'])
                {
                    builder.Append(',');
                }

                builder.Append(folded[i]);
            }
        }

        return builder.ToString();
    }
}
