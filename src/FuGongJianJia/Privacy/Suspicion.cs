using System.Buffers;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Whether a text may hold personal data at all（嫌疑）: one look at every character, before anything is decoded. It never
/// says no to a text in which <see cref="PersonalData.FindPlain"/> finds something once escapes are undone and inline
/// tags are taken out: an escape counts as a digit and parts nothing, and a word of the rules counts by its rarest
/// character. What it lets through is judged by the rules themselves.
/// </summary>
internal struct Suspicion
{
    private const int ShortestNumber = 10;
    private const int ShortestDate = 5;
    private const int ShortestText = 5;
    private const int LongestEntity = 10;

    private const byte Other = 0;
    private const byte Glue = 1;
    private const byte Digit = 2;
    private const byte Escape = 3;
    private const byte Certain = 4;
    private const byte Dan = 8;
    private const byte Yuan = 16;
    private const byte Dated = 32;

    private static readonly byte[] Classes = Classify();

    private static readonly SearchValues<char> EntityLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    private int _digits;
    private int _run;
    private int _marks;

    /// <summary>True when the rules must look.</summary>
    public readonly bool IsRaised =>
        (_marks & Certain) != 0
        || ((_marks & Dated) != 0 && _digits >= ShortestDate)
        || ((_marks & (Dan | Yuan)) == (Dan | Yuan) && _digits >= 2);

    /// <summary>True when a text by itself is suspicious.</summary>
    public static bool Of(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestText)
        {
            return false;
        }

        var suspicion = default(Suspicion);
        suspicion.Add(text);
        return suspicion.IsRaised;
    }

    /// <summary>Goes on with a text that a reader sees without a gap after the one before.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var classes = Classes;
        var (count, length, seen) = (_digits, _run, _marks);
        for (var i = 0; i < text.Length; i++)
        {
            var kind = classes[text[i]];
            if (kind == Other)
            {
                length = 0;
            }
            else if (kind == Digit)
            {
                count++;
                length++;
                seen |= length >= ShortestNumber ? Certain : 0;
            }
            else if (kind == Escape)
            {
                i += Escaped(text[i..], ref count, ref length, ref seen);
            }
            else if (kind != Glue)
            {
                seen |= kind;
                length = 0;
            }
        }

        (_digits, _run, _marks) = (count, length, seen);
    }

    // &#49; and \u0031 may be anything; &nbsp; and &sup2; may be a blank or a digit. Returns how many characters more
    // it took.
    private static int Escaped(ReadOnlySpan<char> text, ref int count, ref int length, ref int seen)
    {
        if (text.Length > 1 && text[1] is '#' or 'u')
        {
            seen |= text[0] == '\\' || text[1] == '#' ? Certain : 0;
        }

        var name = text[1..Math.Min(LongestEntity, text.Length)];
        var close = text[0] == '&' ? name.IndexOfAnyExcept(EntityLetters) + 1 : 0;
        if (close < 2 || text[close] != ';')
        {
            length = 0;
            return 0;
        }

        count++;
        length++;
        seen |= length >= ShortestNumber ? Certain : 0;
        return close;
    }

    // The classes follow from the folding the rules work on, so that the two cannot disagree.
    private static byte[] Classify()
    {
        var classes = new byte[char.MaxValue + 1];
        for (var c = 0; c < classes.Length; c++)
        {
            var symbol = (char)c;
            var folded = SearchFold.Of(symbol.ToString());
            classes[c] =
                char.IsHighSurrogate(symbol) ? Digit
                : char.IsLowSurrogate(symbol) ? Glue
                : folded.Length == 0 ? Glue
                : Class(folded[0]);
        }

        return classes;
    }

    private static byte Class(char folded) =>
        folded switch
        {
            >= '0' and <= '9' => Digit,
            ' ' or '\t' or '\r' or '\n' or '\v' or '\f' or '-' or '·' or '_' or ')' => Glue,
            '&' or '\\' => Escape,
            '@' or '住' or '址' or '籍' => Certain,
            '单' => Dan,
            '元' => Yuan,
            '生' or '电' or '座' or '联' => Dated,
            _ => Other,
        };
}
