namespace FuGongJianJia.Cli.Files;

/// <summary>Where fonts lie（字体文件夹）on Windows, macOS and Linux, the project's own first.</summary>
internal static class FontFolders
{
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc", ".otc"];

    /// <summary>Font files in ordinal order of path within each folder; theme/fonts before the system's.</summary>
    public static IReadOnlyList<string> Files(string root) =>
        [
            .. Folders(root)
                .Where(Directory.Exists)
                .SelectMany(folder =>
                    Directory
                        .EnumerateFiles(
                            folder,
                            "*",
                            new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
                        )
                        .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                        .Order(StringComparer.Ordinal)
                ),
        ];

    /// <summary>The project's own fonts, preferred to installed ones.</summary>
    public static string Pinned(string root) => Path.Combine(root, "theme", "fonts");

    private static IEnumerable<string> Folders(string root)
    {
        yield return Pinned(root);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            yield return Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
            yield return Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                "Microsoft",
                "Windows",
                "Fonts"
            );
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return Path.Combine(home, "Library", "Fonts");
            yield return "/Library/Fonts";
            yield return "/System/Library/Fonts";
            yield return "/System/Library/AssetsV2";
        }
        else
        {
            yield return Path.Combine(home, ".local", "share", "fonts");
            yield return Path.Combine(home, ".fonts");
            yield return "/usr/local/share/fonts";
            yield return "/usr/share/fonts";
        }
    }
}
