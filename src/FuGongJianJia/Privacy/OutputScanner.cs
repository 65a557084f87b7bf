using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <summary>A find in a finished file.</summary>
/// <param name="Path">Path in the output.</param>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Kind">What it is; the value itself is never kept.</param>
public sealed record OutputFind(string Path, int Line, PersonalKind Kind);

/// <summary>
/// The second look（第二道检查）, over the finished output and independent of where its text came from: HTML, JSON, SVG, CSV, JavaScript, plain
/// text, and the text and metadata extracted from PDFs. Escapes are undone first (&amp;#x31;, \u0031), because a browser undoes them too.
/// </summary>
/// <param name="allowed">Texts that may stand (the office telephone of the settings, record numbers).</param>
public sealed partial class OutputScanner(IEnumerable<string> allowed)
{
    private static readonly string[] Extensions = [".html", ".htm", ".json", ".svg", ".csv", ".js", ".txt", ".xml", ".md", ".webmanifest", ".css"];

    private readonly ImmutableArray<string> exempt = [.. allowed.Where(a => a.Length > 0).OrderByDescending(a => a.Length).ThenBy(a => a, StringComparer.Ordinal)];

    /// <summary>What lets a text pass, in the order in which it is taken out: two scanners of one program and one list find the same.</summary>
    public ImmutableArray<string> Exempt => exempt;

    /// <summary>A scanner that lets the office lines and record numbers of the settings pass.</summary>
    public static OutputScanner For(Model.Settings settings) =>
        new([settings.OfficePhone, settings.IcpRecord, settings.PoliceRecord, settings.SiteCode, settings.OfficeAddress]);

    /// <summary>Looks at a file of text; other kinds of file give nothing (pass their extracted text to <see cref="ScanText"/>).</summary>
    public ImmutableArray<OutputFind> Scan(string path, ReadOnlySpan<byte> content) =>
        Extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase))
            ? ScanText(path, Encoding.UTF8.GetString(content))
            : ScanName(path);

    /// <summary>Looks at text, such as the text and metadata of a PDF.</summary>
    public ImmutableArray<OutputFind> ScanText(string path, string text)
    {
        var finds = ImmutableArray.CreateBuilder<OutputFind>();
        finds.AddRange(ScanName(path));
        var isMarkup = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        var isScript = path.EndsWith(".js", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var line = 0;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            line++;
            if (!MayHold(part))
            {
                continue;
            }

            var plain = part.ToString();
            plain = isMarkup ? WebUtility.HtmlDecode(plain) : isScript ? Unescape(plain) : plain;
            foreach (var piece in Pieces(plain, isMarkup))
            {
                Look(piece, path, line, finds);
            }
        }

        if (path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase))
        {
            CutNumbers.Find(text, (run, start) => Look(run, path, text.AsSpan(0, start).Count('\n') + 1, finds));
        }

        return [.. finds.Distinct()];
    }

    private ImmutableArray<OutputFind> ScanName(string path)
    {
        var finds = ImmutableArray.CreateBuilder<OutputFind>();
        foreach (var part in path.Split('/'))
        {
            foreach (var find in PersonalData.Find(part, isCode: true))
            {
                finds.Add(new(path, 0, find.Kind));
            }
        }

        return finds.ToImmutable();
    }

    private void Look(string piece, string path, int line, ImmutableArray<OutputFind>.Builder finds)
    {
        foreach (var text in exempt)
        {
            piece = piece.Replace(text, " ", StringComparison.Ordinal);
        }

        foreach (var find in PersonalData.Find(piece))
        {
            // Coordinates of drawings are long digits with points; a code of organisations checks by its own digit.
            finds.Add(new(path, line, find.Kind));
        }
    }

    /// <summary>Markup is cut at tags so that text and attribute values are judged by themselves; path data of drawings is dropped.</summary>
    private static string[] Pieces(string line, bool isMarkup)
    {
        if (!isMarkup)
        {
            return [line];
        }

        line = GeometryPattern().Replace(line, " ");
        return line.Split(['<', '>', '"'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool MayHold(ReadOnlySpan<char> line)
    {
        var digits = 0;
        foreach (var c in line)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            if (digits >= 6 || c == '@')
            {
                return true;
            }
        }

        return line.Contains('住') || line.Contains("\\u", StringComparison.Ordinal) || line.Contains("&#", StringComparison.Ordinal);
    }

    private static string Unescape(string text) =>
        EscapePattern().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})", RegexOptions.NonBacktracking)]
    private static partial Regex EscapePattern();

    [GeneratedRegex("""\b(d|points|transform|viewBox|x|y|x1|x2|y1|y2|cx|cy|r|width|height|stroke-dasharray)="[^"]*"|url\(data:[^)]*\)|base64,[A-Za-z0-9+/=]+""", RegexOptions.NonBacktracking)]
    private static partial Regex GeometryPattern();
}
