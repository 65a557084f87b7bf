namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// A font file is damaged or of a kind that is not supported（字体格式错误）; the message says what was found.
/// </summary>
public sealed class FontFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public FontFormatException(string message)
        : base(message) { }

    /// <summary>Makes the exception with its cause.</summary>
    public FontFormatException(string message, Exception inner)
        : base(message, inner) { }
}
