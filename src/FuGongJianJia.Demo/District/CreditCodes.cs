using System.Globalization;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// Synthetic 统一社会信用代码 of unions（GB 32100-2015; organisation part GB 11714）with right check digits, in a division that
/// does not exist.
/// </summary>
internal static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>A code of a grass-roots union (81…) for a town and an ordinal.</summary>
    public static string OfUnion(string division, string townCode, int ordinal)
    {
        var town = int.Parse(townCode.AsSpan(2), CultureInfo.InvariantCulture);
        var body = string.Create(CultureInfo.InvariantCulture, $"MC{town % 100:00}{ordinal % 10000:0000}");
        var first17 = $"81{division}{body}{OrganisationCheck(body)}";
        return first17 + Check(first17);
    }

    private static char OrganisationCheck(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var value = char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10;
            sum += value * OrganisationWeights[i];
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static char Check(string first17)
    {
        var (sum, weight) = (0, 1);
        foreach (var unit in first17)
        {
            sum += Alphabet.IndexOf(unit, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
