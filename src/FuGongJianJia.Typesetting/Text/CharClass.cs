namespace FuGongJianJia.Typesetting.Text;

/// <summary>
/// Class of a character in a line（字符类）: CLREQ's classes for Chinese, a compact subset of UAX #14 for the rest.
/// </summary>
internal enum CharClass : byte
{
    /// <summary>Hanzi, kana, circled numbers, full-width symbols: breaks on both sides.</summary>
    Han,

    /// <summary>Full-width opening bracket or quotation mark; ink in the right half.</summary>
    Open,

    /// <summary>Full-width closing bracket or quotation mark; ink in the left half.</summary>
    Close,

    /// <summary>，、；：.</summary>
    Stop,

    /// <summary>。！？．.</summary>
    FullStop,

    /// <summary>·‧・.</summary>
    MiddleDot,

    /// <summary>～ – －.</summary>
    Connector,

    /// <summary>—, one em; two of them are a dash.</summary>
    Dash,

    /// <summary>…, one em; two of them are an ellipsis.</summary>
    Ellipsis,

    /// <summary>Letters and operators of Western text.</summary>
    Letter,

    /// <summary>Digits.</summary>
    Digit,

    /// <summary>¥ $ №.</summary>
    Prefix,

    /// <summary>% ‰ ℃ °.</summary>
    Postfix,

    /// <summary>( [ {.</summary>
    LatinOpen,

    /// <summary>) ] } . , ; : ! ?.</summary>
    LatinClose,

    /// <summary>-.</summary>
    Hyphen,

    /// <summary>/ ／.</summary>
    Slash,

    /// <summary>A space that a line may break after.</summary>
    Space,

    /// <summary>A space that never breaks.</summary>
    HardSpace,

    /// <summary>U+200B: a break without width.</summary>
    ZeroBreak,

    /// <summary>U+2060: no break, no width.</summary>
    Joiner,

    /// <summary>Combining mark.</summary>
    Mark,

    /// <summary>Forced line break.</summary>
    NewLine,

    /// <summary>White that takes what the line has left.</summary>
    Spring,

    /// <summary>Formatting character that prints nothing.</summary>
    Ignored,
}

/// <summary>Looks up classes; one table for the basic plane, made once.</summary>
internal static class CharClasses
{
    // Units that a number is not parted from (GB/T 15835: a figure with its unit stands on one line).
    private const string UnitCharacters = "年月日时分秒人元万亿千百个件次户家项名场倍级号页期届周天岁条份处类对组批";

    private static readonly CharClass[] Table = CreateTable();

    internal static CharClass Of(int rune) =>
        rune < 0x10000 ? Table[rune]
        : rune is >= 0xE0100 and <= 0xE01EF ? CharClass.Ignored
        : CharClass.Han;

    internal static bool IsUnit(int rune) =>
        rune < 0x10000 && UnitCharacters.Contains((char)rune, StringComparison.Ordinal);

    /// <summary>Western text that is not broken or stretched inside.</summary>
    internal static bool IsWestern(CharClass c) =>
        c
            is CharClass.Letter
                or CharClass.Digit
                or CharClass.Prefix
                or CharClass.Postfix
                or CharClass.LatinOpen
                or CharClass.LatinClose
                or CharClass.Hyphen
                or CharClass.Slash
                or CharClass.HardSpace;

    private static CharClass[] CreateTable()
    {
        var table = new CharClass[0x10000];
        for (var c = 0; c < table.Length; c++)
            table[c] = Classify((char)c);
        return table;
    }

    private static CharClass Classify(char c) =>
        c switch
        {
            '\n' or '\u2028' or '\u2029' => CharClass.NewLine,
            ' ' or '\t' or (>= '\u2000' and <= '\u2006') or (>= '\u2008' and <= '\u200A') or '\u205F' =>
                CharClass.Space,
            '\u00A0' or '\u2007' or '\u202F' => CharClass.HardSpace,
            '\u200B' => CharClass.ZeroBreak,
            '\u2060' => CharClass.Joiner,
            < ' '
            or (>= '\u007F' and <= '\u009F')
            or '\u00AD'
            or (>= '\u200C' and <= '\u200F')
            or (>= '\u202A' and <= '\u202E')
            or (>= '\u2061' and <= '\u206F')
            or (>= '\uFE00' and <= '\uFE0F')
            or '\uFEFF' => CharClass.Ignored,
            '“'
            or '‘'
            or '「'
            or '『'
            or '（'
            or '《'
            or '〈'
            or '【'
            or '〖'
            or '〔'
            or '［'
            or '｛'
            or '〘'
            or '〚' => CharClass.Open,
            '”'
            or '’'
            or '」'
            or '』'
            or '）'
            or '》'
            or '〉'
            or '】'
            or '〗'
            or '〕'
            or '］'
            or '｝'
            or '〙'
            or '〛' => CharClass.Close,
            '，' or '、' or '；' or '：' => CharClass.Stop,
            '。' or '！' or '？' or '．' or '｡' => CharClass.FullStop,
            '‼' or '⁇' or '⁈' or '⁉' => CharClass.FullStop,
            '·' or '‧' or '・' or '•' => CharClass.MiddleDot,
            '～' or '–' or '－' or '〜' => CharClass.Connector,
            '—' or '―' => CharClass.Dash,
            '…' or '⋯' => CharClass.Ellipsis,
            (>= '0' and <= '9') => CharClass.Digit,
            '$' or '¥' or '￥' or '£' or '€' or '№' => CharClass.Prefix,
            '%'
            or '‰'
            or '‱'
            or '％'
            or '°'
            or '℃'
            or '℉'
            or '′'
            or '″'
            or '㎡'
            or '㎞'
            or '㎏'
            or '㎎'
            or '㎜'
            or '㎝'
            or '㏑' => CharClass.Postfix,
            '(' or '[' or '{' => CharClass.LatinOpen,
            ')' or ']' or '}' or '.' or ',' or ';' or ':' or '!' or '?' => CharClass.LatinClose,
            '-' or '\u2010' or '\u2011' => CharClass.Hyphen,
            '/' or '／' => CharClass.Slash,
            (>= '\u0300' and <= '\u036F')
            or (>= '\u20D0' and <= '\u20FF')
            or (>= '\u302A' and <= '\u302F')
            or '\u3099'
            or '\u309A' => CharClass.Mark,
            < '\u0590' => CharClass.Letter,
            (>= '\u1E00' and <= '\u1FFF') or '≤' or '≥' or '≈' or '−' or '≠' => CharClass.Letter,
            _ => CharClass.Han,
        };
}
