using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>Near names for messages（是否为 …?）.</summary>
internal static class Suggest
{
    /// <summary>“是否为“…”？” with the nearest candidate, or another sentence when none is near.</summary>
    public static string Phrase(string text, IEnumerable<string> candidates, string otherwise = "") =>
        Nearest(text, candidates) is { } near ? $"是否为“{near}”？" : otherwise;

    /// <summary>
    /// The candidate with the least edits, at most one edit for every three characters; ties go to the first in ordinal
    /// order.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var wanted = ReadingFold.Of(text).ToUpperInvariant();
        if (wanted.Length is 0 or > 60)
        {
            return null;
        }

        // In a code of two characters every other code is one edit away.
        var limit = wanted.Length / 3;
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - wanted.Length) > limit)
            {
                continue;
            }

            var distance = Distance(wanted, ReadingFold.Of(candidate).ToUpperInvariant(), limit);
            if (distance < limit || (distance == limit && (best is null || string.CompareOrdinal(candidate, best) < 0)))
            {
                if (distance < limit || best is null || string.CompareOrdinal(candidate, best) < 0)
                {
                    best = candidate;
                }

                limit = distance;
            }
        }

        return best;
    }

    /// <summary>Levenshtein distance, or <paramref name="limit"/> + 1 when it is greater.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (b.Length > 80)
        {
            return limit + 1;
        }

        Span<int> row = stackalloc int[81];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }
        }

        return row[b.Length];
    }
}
