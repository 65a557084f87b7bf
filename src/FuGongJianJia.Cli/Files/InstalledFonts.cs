using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Cli.Files;

/// <summary>The fonts of this machine and what each role got（字体）.</summary>
internal sealed record InstalledFonts(FontResolution Resolution, ImmutableArray<Diagnostic> Diagnostics)
{
    private static readonly SourcePlace Place = new("input/site.yml");

    /// <summary>Indexes the font folders and fills the roles.</summary>
    public static InstalledFonts Resolve(string root, Settings settings)
    {
        var pinned = Path.GetFullPath(FontFolders.Pinned(root)) + Path.DirectorySeparatorChar;
        var library = new FontLibrary(
            FontFolders
                .Files(root)
                .Select(path => new FontFile(path, () => File.OpenRead(path))
                {
                    Pinned = Path.GetFullPath(path).StartsWith(pinned, StringComparison.Ordinal),
                })
        );
        var resolution = FontResolver.Resolve(library, settings.Fonts);
        return new InstalledFonts(resolution, [.. Diagnose(resolution).Order()]);
    }

    /// <summary>For the manifest: names without folders, which differ between machines.</summary>
    public ImmutableArray<ManifestFont> Manifest =>
        [
            .. Resolution.Roles.Select(r => new ManifestFont(
                FontPreferences.NameOf(r.Role),
                r.Got ?? "",
                Path.GetFileName(r.File) ?? ""
            )),
            .. Resolution.Letters.Select(l => new ManifestFont(l.Name, l.Family, Path.GetFileName(l.File))),
        ];

    internal static IEnumerable<Diagnostic> Diagnose(FontResolution resolution)
    {
        foreach (var role in resolution.Roles.Where(r => r.Notice is not null))
        {
            var code = role.Got is null ? FontCodes.NoFont : FontCodes.Substituted;
            yield return new Diagnostic(code.Id, code.Severity, Place, role.Notice!);
        }

        foreach (var problem in resolution.Problems)
        {
            yield return new Diagnostic(FontCodes.NotFound.Id, FontCodes.NotFound.Severity, Place, problem);
        }
    }
}
