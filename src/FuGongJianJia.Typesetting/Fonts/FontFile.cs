namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>
/// A font file that may be used（字体文件）. This library opens no file itself: whoever lists the font folders hands it the
/// door.
/// </summary>
/// <param name="Path">Path as the user knows it; also the order in which equal faces are preferred (ordinal).</param>
/// <param name="Open">
/// Opens the file for reading; the stream can seek. Called at most once while faces are in use and once for indexing.
/// </param>
public sealed record FontFile(string Path, Func<Stream> Open)
{
    /// <summary>
    /// True for a file that the user put beside the theme (theme/fonts): its faces go before installed ones.
    /// </summary>
    public bool Pinned { get; init; }

    /// <summary>File names that are fonts: ttf, otf, ttc, otc.</summary>
    public static bool IsFont(string path) =>
        path.EndsWith(".ttf", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".otf", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".otc", StringComparison.OrdinalIgnoreCase);
}
