using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <summary>A find in a finished file.</summary>
/// <param name="Path">Path in the output.</param>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Kind">What it is; the value itself is never kept.</param>
public sealed record OutputFind(string Path, int Line, PersonalKind Kind);

/// <summary>
/// The second look（第二道检查）, over the finished output and independent of where its text came from: HTML, JSON, SVG, CSV,
/// JavaScript, plain text, and the text and metadata extracted from PDFs. Escapes are undone first (&amp;#x31;,
/// \u0031), because a browser undoes them too. A file is cut into pieces (<see cref="MarkupPieces"/>, else lines); only
/// what <see cref="Suspicion"/> lets through is made a string and judged.
/// </summary>
/// <param name="allowed">Texts that may stand (the office telephone of the settings, record numbers).</param>
/// <param name="figures">Numbers of ten digits and more that the data hold as numbers, as plain digits: an eleven-digit
/// sum is no telephone.</param>
public sealed partial class OutputScanner(IEnumerable<string> allowed, IReadOnlySet<string> figures)
{
    // What is decoded at a time of a file of lines.
    private const int PieceBytes = 1 << 16;

    private static readonly string[] Extensions =
    [
        ".html",
        ".htm",
        ".json",
        ".svg",
        ".csv",
        ".js",
        ".txt",
        ".xml",
        ".md",
        ".webmanifest",
        ".css",
    ];

    private static readonly string[] Markup = [".html", ".htm", ".svg", ".xml"];

    private static readonly string[] Scripts = [".js", ".json", ".webmanifest"];

    private readonly ImmutableArray<string> _exempt =
    [
        .. allowed.Where(a => a.Length > 0).OrderByDescending(a => a.Length).ThenBy(a => a, StringComparer.Ordinal),
    ];

    /// <summary>
    /// What lets a text pass, in the order in which it is taken out: two scanners of one program and one list find the
    /// same.
    /// </summary>
    public ImmutableArray<string> Exempt => _exempt;

    /// <summary>A scanner without numbers of its own.</summary>
    public OutputScanner(IEnumerable<string> allowed)
        : this(allowed, ImmutableHashSet<string>.Empty) { }

    /// <summary>A scanner that lets the office lines and record numbers of the settings pass.</summary>
    /// <param name="settings">Settings.</param>
    /// <param name="figures">Numbers that the data hold; null for none.</param>
    public static OutputScanner For(Model.Settings settings, IReadOnlySet<string>? figures = null) =>
        new(
            [
                settings.OfficePhone,
                settings.IcpRecord,
                settings.PoliceRecord,
                settings.SiteCode,
                settings.OfficeAddress,
            ],
            figures ?? ImmutableHashSet<string>.Empty
        );

    /// <summary>
    /// Looks at a file of text; other kinds of file give nothing (pass their extracted text to <see
    /// cref="ScanText(string, ReadOnlySpan{char})"/>).
    /// </summary>
    public ImmutableArray<OutputFind> Scan(string path, ReadOnlySpan<byte> content)
    {
        if (!Is(path, Extensions))
        {
            return ScanText(path, []);
        }

        // Markup is read over lines and stands in memory whole; of anything else some lines at a time do.
        var finds = new List<OutputFind>(0);
        ScanName(path, finds);
        var line = 0;
        for (var rest = content; !rest.IsEmpty; )
        {
            var length = Is(path, Markup) ? rest.Length : WholeLines(rest);
            var text = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(length));
            try
            {
                var read = text.AsSpan(0, Encoding.UTF8.GetChars(rest[..length], text));
                line = ScanContent(path, read, line, unfiltered: false, finds);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(text);
            }

            rest = rest[length..];
        }

        return Sorted(finds);
    }

    // Up to the last end of line within a piece; a longer line is a piece of its own.
    private static int WholeLines(ReadOnlySpan<byte> content)
    {
        if (content.Length <= PieceBytes)
        {
            return content.Length;
        }

        var end = content[..PieceBytes].LastIndexOf((byte)'\n');
        end = end < 0 ? content.IndexOf((byte)'\n') : end;
        return end < 0 ? content.Length : end + 1;
    }

    /// <summary>Looks at text, such as the text and metadata of a PDF, and at the file's name.</summary>
    public ImmutableArray<OutputFind> ScanText(string path, ReadOnlySpan<char> text) =>
        ScanText(path, text, unfiltered: false);

    /// <summary>Looks at long text piece by piece, whole lines each, and at the file's name.</summary>
    public ImmutableArray<OutputFind> ScanPieces(string path, IEnumerable<string> pieces)
    {
        var finds = new List<OutputFind>(0);
        ScanName(path, finds);
        var line = 0;
        foreach (var piece in pieces)
        {
            line = ScanContent(path, piece, line, unfiltered: false, finds);
        }

        return Sorted(finds);
    }

    /// <summary>The same with every piece judged, suspicious or not: what the filtered look is measured by.</summary>
    internal ImmutableArray<OutputFind> ScanText(string path, ReadOnlySpan<char> text, bool unfiltered)
    {
        var finds = new List<OutputFind>(0);
        ScanName(path, finds);
        ScanContent(path, text, line: 0, unfiltered, finds);
        return Sorted(finds);
    }

    private static ImmutableArray<OutputFind> Sorted(List<OutputFind> finds) =>
        finds.Count == 0 ? [] : [.. finds.Distinct().OrderBy(f => f.Line).ThenBy(f => f.Kind)];

    // Gives the number of the last line read.
    private int ScanContent(string path, ReadOnlySpan<char> text, int line, bool unfiltered, List<OutputFind> finds)
    {
        if (!Is(path, Markup))
        {
            return ScanLines(path, text, line, unfiltered, finds);
        }

        ScanMarkup(path, text, unfiltered, finds);
        return line;
    }

    private void ScanMarkup(string path, ReadOnlySpan<char> text, bool unfiltered, List<OutputFind> finds)
    {
        List<(int At, PersonalKind Kind)>? found = null;
        MarkupPieces.Read(
            text,
            unfiltered,
            (piece, at) =>
            {
                foreach (var kind in Judge(piece))
                {
                    (found ??= []).Add((at, kind));
                }
            }
        );
        foreach (var (at, kind) in found ?? [])
        {
            finds.Add(new(path, text[..at].Count('\n') + 1, kind));
        }
    }

    private int ScanLines(string path, ReadOnlySpan<char> text, int line, bool unfiltered, List<OutputFind> finds)
    {
        var isScript = Is(path, Scripts);
        foreach (var part in text.EnumerateLines())
        {
            line++;
            if (unfiltered || Suspicion.Of(part))
            {
                var plain = part.ToString();
                finds.AddRange(
                    Judge(isScript ? ScriptText.Unescape(plain) : plain)
                        .Select(kind => new OutputFind(path, line, kind))
                );
            }
        }

        // What follows the last end of line belongs to the line that the next piece begins with.
        return text is [.., '\n'] ? line - 1 : line;
    }

    private static void ScanName(string path, List<OutputFind> finds)
    {
        if (Suspicion.Of(path))
        {
            finds.AddRange(
                path.Split('/')
                    .SelectMany(part => PersonalData.FindPlain(part, isCode: true))
                    .Select(find => new OutputFind(path, 0, find.Kind))
            );
        }
    }

    private IEnumerable<PersonalKind> Judge(string piece)
    {
        foreach (var text in _exempt)
        {
            // What is taken out leaves a mark that no rule reads over.
            piece = piece.Replace(text, "\u0001", StringComparison.Ordinal);
        }

        piece = piece.Contains("base64,", StringComparison.Ordinal)
            ? EmbeddedPattern().Replace(piece, "\u0001")
            : piece;
        return PersonalData.FindPlain(piece).Where(find => !IsFigure(piece, find)).Select(find => find.Kind);
    }

    // Where a find is, whole and by itself, a number that the program read or computed, it is that number.
    private bool IsFigure(string piece, PersonalFind find)
    {
        if (figures.Count == 0 || find.Kind is PersonalKind.IdNumber)
        {
            return false;
        }

        var (start, end) = (find.Start, find.Start + find.Length);
        return end <= piece.Length
            && !(start > 0 && char.IsDigit(piece[start - 1]))
            && !(end < piece.Length && char.IsDigit(piece[end]))
            && figures.Contains(piece[start..end]);
    }

    private static bool Is(string path, string[] extensions)
    {
        foreach (var extension in extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("base64,[A-Za-z0-9+/=]+", RegexOptions.NonBacktracking)]
    private static partial Regex EmbeddedPattern();
}
