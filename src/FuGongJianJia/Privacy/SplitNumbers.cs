using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Numbers that are cut by marks（被符号隔开的号码）: 138.5710.1234, 138/5710/1234, 1-3-8-…. Groups that one and the same mark
/// parts are read as one number where they have its shape, or its check digit.
/// </summary>
internal static partial class SplitNumbers
{
    private const int MobileDigits = 11;

    /// <summary>Calls back with every number found: its kind, and where it stands.</summary>
    public static IEnumerable<PersonalFind> Find(string text)
    {
        foreach (var chain in Chains(text))
        {
            var digits = string.Concat(chain.Groups.Select(g => g.Value));
            var find = Whole(text, chain, digits);
            if (find is { } whole)
            {
                yield return whole;
            }
            else
            {
                foreach (var part in Windows(text, chain))
                {
                    yield return part;
                }
            }
        }
    }

    private static PersonalFind? Whole(string text, Chain chain, string digits)
    {
        if (digits.Length == 17 && chain.End < text.Length && text[chain.End] is 'X' or 'x')
        {
            return Checksums.IsIdNumber(digits + "X") ? chain.As(PersonalKind.IdNumber, 1) : null;
        }

        return Checksums.IsIdNumber(digits) ? chain.As(PersonalKind.IdNumber)
            : Checksums.IsBankCard(digits) && chain.Groups.SkipLast(1).All(g => g.Length is 4 or 6)
                ? chain.As(PersonalKind.BankCard)
            : IsMobile(text, chain, digits) ? chain.As(PersonalKind.Mobile)
            : IsLine(chain, digits) ? chain.As(PersonalKind.LandLine)
            : null;
    }

    /// <summary>0571/63321234: no ratio, decimal or list begins with a zero and another digit.</summary>
    private static bool IsLine(Chain chain, string digits) =>
        chain.Groups is [{ Length: 3 or 4 }, { Length: 7 or 8 }]
        && digits is ['0', not '0', ..]
        && digits[chain.Groups[0].Length] is >= '2' and <= '8'
        && !chain.IsList;

    // 2023/138/5710/1234: the number may have neighbours. A chain may be as long as its text, a number is not.
    private static IEnumerable<PersonalFind> Windows(string text, Chain chain)
    {
        for (var from = 0; from < chain.Groups.Length; from++)
        {
            var digits = chain.Groups[from].Length;
            for (var to = from + 1; to < chain.Groups.Length; to++)
            {
                digits += chain.Groups[to].Length;
                if (digits > MobileDigits)
                {
                    break;
                }

                if (digits < MobileDigits || to < from + 2)
                {
                    continue;
                }

                var window = chain with { Groups = chain.Groups[from..(to + 1)] };
                if (!window.IsList && IsMobile(text, window, string.Concat(window.Groups.Select(g => g.Value))))
                {
                    yield return window.As(PersonalKind.Mobile);
                    from = to;
                    break;
                }
            }
        }
    }

    private static bool IsMobile(string text, Chain chain, string digits)
    {
        if (
            digits.Length != MobileDigits
            || digits[0] != '1'
            || digits[1] is < '3' or > '9'
            || NumberContext.IsNumberedThing(text, chain.Start)
        )
        {
            return false;
        }

        int[] lengths = [.. chain.Groups.Select(g => g.Length)];
        var announced = NumberContext.IsAnnounced(text, chain.Start);
        return lengths switch
        {
            // 138.57101234 is a decimal, 138：57101234 a score; only a word makes a number of two groups.
            [3, 8] or [4, 7] or [7, 4] or [8, 3] => announced || chain.Mark is "~" or "+" or "*" or "|" or "=" or "/",
            [3, 4, 4] or [4, 4, 3] or [3, 3, 5] or [3, 2, 2, 2, 2] or [3, 2, 3, 3] => announced || !chain.IsList,
            [2, 3, 3, 3] => announced && chain.Mark != ",",
            _ => lengths.Length >= 5 && lengths.All(l => l <= 3) && (announced || lengths.All(l => l <= 2)),
        };
    }

    private static IEnumerable<Chain> Chains(string text)
    {
        var groups = new List<Match>();
        var mark = "";
        foreach (Match group in DigitsPattern().Matches(text))
        {
            var between = groups.Count == 0 ? "" : text[(groups[^1].Index + groups[^1].Length)..group.Index];
            var isMark =
                between.Length is > 0 and <= 3
                && !between.Any(c => char.IsLetterOrDigit(c) && c is not ('点' or '杠' or '横') || c is '\n' or '%');
            if (groups.Count > 0 && isMark && (mark.Length == 0 || between.Trim() == mark))
            {
                mark = between.Trim();
                groups.Add(group);
                continue;
            }

            if (groups.Count > 1 && mark.Length > 0)
            {
                yield return new(mark, [.. groups]);
            }

            // The last group of one chain may be the first of the next.
            groups = isMark && groups.Count > 0 ? [groups[^1], group] : [group];
            mark = groups.Count > 1 ? between.Trim() : "";
        }

        if (groups.Count > 1 && mark.Length > 0)
        {
            yield return new(mark, [.. groups]);
        }
    }

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex DigitsPattern();

    private sealed record Chain(string Mark, Match[] Groups)
    {
        public int Start => Groups[0].Index;

        public int End => Groups[^1].Index + Groups[^1].Length;

        /// <summary>Marks between the items of a list: 135、1200、1300 are three counts.</summary>
        public bool IsList => Mark is "、" or "," or ";" or "，" or "；" or ":" or "。";

        public PersonalFind As(PersonalKind kind, int more = 0) => new(kind, Start, End - Start + more);
    }
}
