using System.Collections.Frozen;
using System.Text;

namespace FuGongJianJia.Theme;

/// <summary>
/// Pinyin（拼音）of names: the syllables that a hanzi is read by, of pinyin.txt, without tones and with u for ü.
/// </summary>
public static class Pinyin
{
    private static readonly FrozenDictionary<char, string[]> All = Load();

    /// <summary>Syllables of a hanzi, the usual one first; none where it has no reading.</summary>
    public static ReadOnlySpan<string> Of(char hanzi) => All.TryGetValue(hanzi, out var readings) ? readings : [];

    /// <summary>Initials of the hanzi of a name（拼音首字母）: 东溪镇 → dxz; letters and digits stay.</summary>
    public static string Initials(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (Of(c) is [var first, ..])
            {
                result.Append(first[0]);
            }
        }

        return result.ToString();
    }

    // A syllable a line, with the hanzi read so; a line with a plus gives hanzi a reading besides their usual one.
    private static FrozenDictionary<char, string[]> Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var readings = new Dictionary<char, List<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var (syllable, hanzi) = (line[..line.IndexOf(' ')].TrimStart('+'), line[(line.IndexOf(' ') + 1)..]);
            foreach (var c in hanzi)
            {
                if (!readings.TryGetValue(c, out var list))
                {
                    readings.Add(c, list = []);
                }

                list.Add(syllable);
            }
        }

        return readings.ToFrozenDictionary(r => r.Key, r => r.Value.ToArray());
    }
}
