using System.Text;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Pinyin（拼音）of names, by initials. The 3,755 hanzi of GB 2312 level 1 stand in order of pinyin, so the first letter
/// follows from the code alone; rarer hanzi (ordered by radical) have none and are left out.
/// </summary>
public static class Pinyin
{
    // First code of each letter; no syllable begins with i, u or v.
    private static readonly (int Code, char Letter)[] Starts =
    [
        (0xB0A1, 'a'),
        (0xB0C5, 'b'),
        (0xB2C1, 'c'),
        (0xB4EE, 'd'),
        (0xB6EA, 'e'),
        (0xB7A2, 'f'),
        (0xB8C1, 'g'),
        (0xB9FE, 'h'),
        (0xBBF7, 'j'),
        (0xBFA6, 'k'),
        (0xC0AC, 'l'),
        (0xC2E8, 'm'),
        (0xC4C3, 'n'),
        (0xC5B6, 'o'),
        (0xC5BE, 'p'),
        (0xC6DA, 'q'),
        (0xC8BB, 'r'),
        (0xC8F6, 's'),
        (0xCBFA, 't'),
        (0xCDDA, 'w'),
        (0xCEF4, 'x'),
        (0xD1B9, 'y'),
        (0xD4D1, 'z'),
    ];

    private const int End = 0xD7F9;

    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>Initials of the hanzi of a name（拼音首字母）: 东溪镇 → dxz; letters and digits stay.</summary>
    public static string Initials(string name)
    {
        Span<byte> bytes = stackalloc byte[4];
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (c >= '\u4e00' && Gb.GetBytes([c], bytes) == 2 && Letter((bytes[0] << 8) | bytes[1]) is { } letter)
            {
                result.Append(letter);
            }
        }

        return result.ToString();
    }

    private static char? Letter(int code)
    {
        if (code is < 0xB0A1 or > End)
        {
            return null;
        }

        for (var i = Starts.Length - 1; i >= 0; i--)
        {
            if (code >= Starts[i].Code)
            {
                return Starts[i].Letter;
            }
        }

        return null;
    }
}
