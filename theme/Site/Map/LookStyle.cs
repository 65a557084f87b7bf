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
public sealed partial record LookStyle(string Path, byte[] Bytes)
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
                .. look.HeadingFonts.IsEmpty
                    ? Enumerable.Empty<string>()
                    : [Fonts("song", look.HeadingFonts), Fonts("figures", look.HeadingFonts)],
                .. look.TextFonts.IsEmpty ? Enumerable.Empty<string>() : [Fonts("hei", look.TextFonts)],
            ]
        );
        text.Append(look.Style);
        if (text.Length == 0)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5));
        return new($"{Paths.Assets}look.{hash}.css", bytes);
    }

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

    private static string Fonts(string name, ImmutableArray<string> fonts) =>
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
