using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

/// <summary>
/// The fonts that test.sh installs. A test that needs them fails with what to install, it is never skipped.
/// </summary>
internal static class TestFonts
{
    private static readonly Lazy<FontLibrary> Shared = new(() => new FontLibrary(Files()));

    private static readonly Lazy<FontSet> SharedSet = new(() =>
    {
        var resolution = FontResolver.Resolve(Library);
        return resolution.Fonts
            ?? throw new InvalidOperationException(
                "No Chinese font is installed: run test.sh, "
                    + "or install fonts-noto-cjk, fonts-noto-cjk-extra and fonts-lxgw-wenkai."
            );
    });

    public static FontLibrary Library => Shared.Value;

    /// <summary>Every role resolved.</summary>
    public static FontSet Set => SharedSet.Value;

    public static FontFace NotoSerif => Face("Noto Serif CJK SC", 400);

    public static FontFace NotoSans => Face("Noto Sans CJK SC", 400);

    public static FontFace WenKai => Face("LXGW WenKai", 400);

    public static FontFace DejaVu => Face("DejaVu Sans", 400);

    /// <summary>A face of a font that is in memory.</summary>
    public static FontFace Parse(ReadOnlyMemory<byte> font) => FontFace.Open(new FontSource(font), 0);

    public static IEnumerable<FontFile> Files() =>
        new[]
        {
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "fonts"),
        }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(FontFile.IsFont)
            .Select(path => new FontFile(path, () => File.OpenRead(path)));

    public static FontFace Face(string family, int weight) =>
        Library.Find(family, weight) is { } entry
            ? Library.Open(entry)
            : throw new InvalidOperationException(
                $"The font “{family}” is not installed: run test.sh, or install fonts-noto-cjk, "
                    + "fonts-noto-cjk-extra, fonts-lxgw-wenkai and fonts-dejavu-core."
            );
}
