using System.Text;

namespace FuGongJianJia.Import.Files;

/// <summary>
/// Digits as their form shows them（上标和删除线）: a raised 1 behind 263 is the mark of a note and no digit of 2631, and what
/// was struck out is no part of the number beside it. They become ¹ and 1̶, which no number holds, and m² stays m².
/// </summary>
internal static class ShownDigits
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";
    private const char Stroke = '\u0336';

    /// <summary>A piece of text in the form it has; the same instance when it has none or no digits.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="form">Its form.</param>
    public static string Of(string text, DigitForm form)
    {
        if (form == DigitForm.Plain || !text.Any(char.IsAsciiDigit))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                shown.Append(c);
            }
            else if (form == DigitForm.Struck)
            {
                shown.Append(c).Append(Stroke);
            }
            else
            {
                shown.Append((form == DigitForm.Raised ? Raised : Lowered)[c - '0']);
            }
        }

        return shown.ToString();
    }
}

/// <summary>How a piece of text is set（字的样子）.</summary>
internal enum DigitForm
{
    /// <summary>As usual.</summary>
    Plain,

    /// <summary>上标.</summary>
    Raised,

    /// <summary>下标.</summary>
    Lowered,

    /// <summary>删除线.</summary>
    Struck,
}
