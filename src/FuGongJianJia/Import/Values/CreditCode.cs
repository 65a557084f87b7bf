namespace FuGongJianJia.Import.Values;

/// <summary>Unified social credit code（统一社会信用代码）, GB 32100-2015.</summary>
internal static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>True when the 18 characters are of the alphabet (no I O S V Z) and the last one checks.</summary>
    public static bool IsValid(ReadOnlySpan<char> code) =>
        code.Length == 18 && CheckCharacter(code[..17]) is { } check && check == code[17];

    /// <summary>The check character of the first 17, or null when one of them is not of the alphabet.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> first)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(first[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            sum += value * Weights[i];
        }

        // The outer modulus turns 31 into 0 (GB 32100-2015, 5.3).
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
