using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>
/// The look of input/theme as a style sheet（样子的样式表）, which every page links behind its own: only what differs from
/// what is built in. 长辈模式, print and readers who ask for more contrast keep theirs.
/// </summary>
/// <param name="Path">Address below site/.</param>
/// <param name="Bytes">The style sheet.</param>
/// <param name="Fonts">自带字体: files beside it.</param>
public sealed partial record LookStyle(
    string Path,
    byte[] Bytes,
    ImmutableArray<(string Path, ReadOnlyMemory<byte> Bytes)> Fonts
)
{
    private static readonly (string Name, Func<LookColours, string> Get)[] Colours =
    [
        ("paper", c => c.Paper),
        ("paper-2", c => c.Panel),
        ("ink", c => c.Ink),
        ("second", c => c.Second),
        ("hairline", c => c.Line),
        ("cinnabar", c => c.Accent),
    ];

    /// <summary>The style sheet; null where nothing differs.</summary>
    public static LookStyle? Of(SiteLook look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var built = new SiteLook();
        var text = new StringBuilder();
        var fonts = new List<(string Path, ReadOnlyMemory<byte> Bytes)>();
        var heading = Names("own-heading", look.HeadingFile, look.HeadingFonts);
        var body = Names("own-text", look.TextFile, look.TextFonts);
        Block(text, "@media screen and (prefers-contrast: no-preference)", Differing(look.Light, built.Light));
        Block(
            text,
            "@media screen and (prefers-contrast: no-preference) and (prefers-color-scheme: dark)",
            Differing(look.Dark, built.Dark, look.Light != built.Light)
        );
        Block(
            text,
            "@media all",
            [
                .. heading.IsEmpty
                    ? Enumerable.Empty<string>()
                    : [Families("song", heading), Families("figures", heading)],
                .. body.IsEmpty ? Enumerable.Empty<string>() : [Families("hei", body)],
            ]
        );
        text.Append(look.Style);
        if (text.Length == 0)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new($"{Paths.Assets}look.{Hash(bytes)}.css", bytes, [.. fonts.DistinctBy(f => f.Path)]);

        // The file goes before the names: who has none of the fonts is sent it.
        ImmutableArray<string> Names(string family, LookFont? own, ImmutableArray<string> names)
        {
            if (own is null)
            {
                return names;
            }

            var ending = System.IO.Path.GetExtension(own.File).ToLowerInvariant();
            var name = $"font.{Hash(own.Content.Span)}{ending}";
            fonts.Add((Paths.Assets + name, own.Content));
            text.Append(
                $"/* {own.File}: {own.Licence} */\n@font-face {{ font-family: \"{family}\"; src: url(\"{name}\"); "
                    + "font-weight: 100 900; font-display: swap; }\n"
            );
            return [family, .. names];
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5));

    // By night everything is said once more where the day says anything, or the day would hold there too.
    private static ImmutableArray<string> Differing(LookColours mine, LookColours built, bool all = false) =>
        [.. Colours.Where(c => all || c.Get(mine) != c.Get(built)).Select(c => $"--{c.Name}: {c.Get(mine)};")];

    private static void Block(StringBuilder text, string media, ImmutableArray<string> lines)
    {
        if (!lines.IsEmpty)
        {
            text.Append(media).Append(" { :root { ").AppendJoin(' ', lines).Append(" } }\n");
        }
    }

    private static string Families(string name, ImmutableArray<string> fonts) =>
        $"--{name}: {string.Join(", ", fonts.Select(f => $"\"{f}\""))}, {BuiltIn(name)};";

    // What theme.css says stays behind the office's choice.
    private static string BuiltIn(string name) =>
        Declaration()
            .Matches(Encoding.UTF8.GetString(SiteAssets.All["theme.css"].Bytes.Span))
            .First(m => m.Groups[1].Value == name)
            .Groups[2]
            .Value;

    [GeneratedRegex(@"--([a-z0-9-]+): ([^;]+);")]
    private static partial Regex Declaration();
}
