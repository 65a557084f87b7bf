using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>
/// Chooses the faces of a document（字体解析）. In order: what the settings name; a pinned file whose name is a role
/// (小标宋.ttf); pinned files of a listed family; the preference list; the Chinese face with most hanzi.
/// </summary>
public static class FontResolver
{
    private static string RoleNames => string.Join("、", Enum.GetValues<FontRole>().Select(FontPreferences.NameOf));

    /// <summary>Resolves every role.</summary>
    /// <param name="library">Fonts at hand.</param>
    /// <param name="settings">Role name → files or family names, best first; null for none.</param>
    public static FontResolution Resolve(
        FontLibrary library,
        IReadOnlyDictionary<string, ImmutableArray<string>>? settings = null
    )
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var wishes = ReadSettings(settings, problems);
        foreach (var (file, reason) in library.Unreadable.Where(u => u.File.Pinned))
            problems.Add($"字体文件“{file.Path}”不能使用：{reason}");
        var usable = new UsableFaces(library, problems);
        var widest = new Lazy<FaceEntry?>(usable.Widest);
        var roles = ImmutableArray.CreateBuilder<RoleResolution>();
        var typefaces = new List<Typeface>();
        var song = Choose(FontRole.Song, wishes.GetValueOrDefault(FontRole.Song, []), usable, widest, problems)?.Face;
        foreach (var role in Enum.GetValues<FontRole>())
        {
            var wished = wishes.GetValueOrDefault(role, []);
            var wanted = wished.IsDefaultOrEmpty ? FontPreferences.Of(role)[0].Family : wished[0];
            if (Choose(role, wished, usable, widest, problems) is not var (entry, face, substituted))
            {
                roles.Add(new RoleResolution(role, wanted, null, null, true));
                continue;
            }

            // The document's own 宋 fills in for 仿宋 and 楷 before any listed family: it is what stands around them.
            var chain = new List<FontFace> { face };
            if (role is FontRole.FangSong or FontRole.Kai && song is not null && song != face)
                chain.Add(song);
            var fallbacks = FontPreferences.FallbacksOf(role).Select(p => usable.Find(p.Family, p.Weight));
            foreach (var other in fallbacks.Append(widest.IsValueCreated ? widest.Value : null).OfType<FaceEntry>())
            {
                if (usable.TryOpen(other) is { } next && !chain.Contains(next))
                    chain.Add(next);
            }

            typefaces.Add(new Typeface(role, [.. chain]));
            roles.Add(new RoleResolution(role, wanted, face.FamilyName, entry.File.Path, substituted));
        }

        var records = roles.ToImmutable();
        return new FontResolution(
            records.All(r => r.Got is not null) ? new FontSet(typefaces) : null,
            records,
            [.. problems.Distinct(StringComparer.Ordinal)]
        );
    }

    private static Dictionary<FontRole, ImmutableArray<string>> ReadSettings(
        IReadOnlyDictionary<string, ImmutableArray<string>>? settings,
        ImmutableArray<string>.Builder problems
    )
    {
        var wishes = new Dictionary<FontRole, ImmutableArray<string>>();
        foreach (
            var (name, fonts) in (settings ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty).OrderBy(
                s => s.Key,
                StringComparer.Ordinal
            )
        )
        {
            if (FontPreferences.TryParseRole(name, out var role))
                wishes[role] = fonts.IsDefault ? [] : fonts;
            else
                problems.Add($"字体角色应为{RoleNames}，读到“{name}”。");
        }

        return wishes;
    }

    private static (FaceEntry Entry, FontFace Face, bool Substituted)? Choose(
        FontRole role,
        ImmutableArray<string> wished,
        UsableFaces usable,
        Lazy<FaceEntry?> widest,
        ImmutableArray<string>.Builder problems
    )
    {
        foreach (var wish in wished)
        {
            var entry =
                FontFile.IsFont(wish) || wish.Contains('#', StringComparison.Ordinal)
                    ? usable.FindFile(wish)
                    : usable.Find(wish, FontPreferences.Of(role)[0].Weight);
            if (entry is not null && usable.TryOpen(entry) is { } face)
                return (entry, face, false);
            problems.Add($"“{FontPreferences.NameOf(role)}”指定的字体“{wish}”未找到或不能使用。");
        }

        foreach (var (entry, standsIn) in Candidates(role, usable))
        {
            // A face that the settings asked for and did not get is a substitution whatever its style.
            if (usable.TryOpen(entry) is { } face)
                return (entry, face, standsIn || !wished.IsDefaultOrEmpty);
        }

        return widest.Value is { } last && usable.TryOpen(last) is { } only ? (last, only, true) : null;
    }

    private static IEnumerable<(FaceEntry Entry, bool StandsIn)> Candidates(FontRole role, UsableFaces usable)
    {
        foreach (
            var entry in usable
                .Faces.Where(f => f.File.Pinned && IsNamed(f.File.Path, role))
                .Select(usable.Permitted)
                .OfType<FaceEntry>()
        )
            yield return (entry, false);
        var listed = FontPreferences
            .Of(role)
            .Select(p => (Entry: usable.Find(p.Family, p.Weight), p.StandsIn))
            .Where(p => p.Entry is not null)
            .ToList();
        foreach (var (entry, _) in listed.Where(p => p.Entry!.File.Pinned && !p.StandsIn))
            yield return (entry!, false);
        foreach (var (entry, standsIn) in listed)
            yield return (entry!, standsIn);
    }

    private static bool IsNamed(string path, FontRole role)
    {
        var start = path.AsSpan().LastIndexOfAny('/', '\\') + 1;
        var stem = path[start..path.LastIndexOf('.')];
        return FontPreferences.TryParseRole(stem, out var named) && named == role;
    }

    /// <summary>The faces of a library that may be embedded and can be opened; what cannot is named once.</summary>
    private sealed class UsableFaces(FontLibrary library, ImmutableArray<string>.Builder problems)
    {
        public IEnumerable<FaceEntry> Faces => library.Faces;

        public FaceEntry? Find(string name, int weight) => Permitted(library.Find(name, weight));

        public FaceEntry? FindFile(string path) => Permitted(library.FindFile(path));

        public FontFace? TryOpen(FaceEntry entry)
        {
            try
            {
                return library.Open(entry);
            }
            catch (Exception problem)
                when (problem is FontFormatException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"字体文件“{entry.File.Path}”不能使用：{problem.Message}");
                return null;
            }
        }

        public FaceEntry? Widest() =>
            library
                .Faces.Where(f => f.IsChinese && !f.Italic && f.Embedding != EmbeddingPermission.Forbidden)
                .Select(f => (Entry: f, Han: CountHan(f)))
                .Where(f => f.Han > 0)
                .OrderByDescending(f => f.Han)
                .Select(f => f.Entry)
                .FirstOrDefault();

        public FaceEntry? Permitted(FaceEntry? entry)
        {
            if (entry?.Embedding != EmbeddingPermission.Forbidden)
                return entry;
            problems.Add($"字体“{entry.Families.FirstOrDefault()}”（{entry.File.Path}）不允许嵌入子集，未使用。");
            return null;
        }

        private int CountHan(FaceEntry entry)
        {
            try
            {
                return library.Open(entry).CountHan();
            }
            catch (Exception problem)
                when (problem is FontFormatException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"字体文件“{entry.File.Path}”不能使用：{problem.Message}");
                return 0;
            }
        }
    }
}
