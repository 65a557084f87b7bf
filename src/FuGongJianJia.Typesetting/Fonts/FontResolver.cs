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
        var (wishes, letters) = ReadSettings(settings, problems);
        foreach (var (file, reason) in library.Unreadable.Where(u => u.File.Pinned))
            problems.Add($"字体文件“{file.Path}”不能使用：{reason}");
        var usable = new UsableFaces(library, problems);
        var widest = new Lazy<FaceEntry?>(usable.Widest);
        var roles = ImmutableArray.CreateBuilder<RoleResolution>();
        var typefaces = new List<Typeface>();
        var song = Choose(FontRole.Song, wishes.GetValueOrDefault(FontRole.Song, []), usable, widest, problems);
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
            if (role is FontRole.FangSong or FontRole.Kai && song is { Face: var own } && own != face)
                chain.Add(own);
            var fallbacks = FontPreferences.FallbacksOf(role).Select(p => usable.Find(p.Family, p.Weight));
            foreach (var other in fallbacks.Append(widest.IsValueCreated ? widest.Value : null).OfType<FaceEntry>())
            {
                if (usable.TryOpen(other) is { } next && !chain.Contains(next))
                    chain.Add(next);
            }

            // Letters come last in the chain, so that they lend nothing else.
            var latin = ChooseLatin(role, letters, usable, problems) ?? (TakesSerif(role) ? song : null);
            if (latin is { Face: var serif } && !chain.Contains(serif))
                chain.Add(serif);
            typefaces.Add(new Typeface(role, [.. chain]) { Latin = latin?.Face == face ? null : latin?.Face });
            roles.Add(
                new RoleResolution(role, wanted, face.FamilyName, entry.File.Path, substituted)
                {
                    Latin = (latin?.Face ?? face).FamilyName,
                    LatinFile = (latin?.Entry ?? entry).File.Path,
                }
            );
        }

        var records = roles.ToImmutable();
        return new FontResolution(
            records.All(r => r.Got is not null) ? new FontSet(typefaces) : null,
            records,
            [.. problems.Distinct(StringComparer.Ordinal)]
        );
    }

    private static bool TakesSerif(FontRole role) => !FontPreferences.LatinOf(role).IsEmpty;

    private static (Wishes Faces, Wishes Letters) ReadSettings(
        IReadOnlyDictionary<string, ImmutableArray<string>>? settings,
        ImmutableArray<string>.Builder problems
    )
    {
        var (faces, letters) = (new Wishes(), new Wishes());
        // 西文 comes before 仿宋西文 in the order of length, so that the one face goes before the general rule.
        foreach (
            var (name, fonts) in (settings ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty)
                .OrderBy(s => s.Key.Length)
                .ThenBy(s => s.Key, StringComparer.Ordinal)
        )
        {
            var wished = fonts.IsDefault ? [] : fonts;
            if (FontPreferences.TryParseRole(name, out var role))
            {
                faces[role] = wished;
            }
            else if (FontPreferences.TryParseLatin(name, out var one))
            {
                foreach (var each in one is { } only ? [only] : Enum.GetValues<FontRole>().Where(TakesSerif))
                    letters[each] = wished;
            }
            else
            {
                problems.Add($"字体角色应为{RoleNames}，或后面加“西文”，读到“{name}”。");
            }
        }

        return (faces, letters);
    }

    // Null where nothing that is set or listed is there: the caller knows what stands in.
    private static (FaceEntry Entry, FontFace Face, bool Substituted)? ChooseLatin(
        FontRole role,
        Wishes letters,
        UsableFaces usable,
        ImmutableArray<string>.Builder problems
    )
    {
        var wished = letters.GetValueOrDefault(role, []);
        if (Wished(role, FontPreferences.LatinNameOf(role), wished, usable, problems) is { } chosen)
            return chosen;
        foreach (var family in FontPreferences.LatinOf(role))
        {
            if (usable.Find(family, WeightOf(role)) is { } entry && usable.TryOpen(entry) is { } face)
                return (entry, face, !wished.IsDefaultOrEmpty);
        }

        return null;
    }

    private static int WeightOf(FontRole role) => FontPreferences.Of(role)[0].Weight;

    private static (FaceEntry Entry, FontFace Face, bool Substituted)? Wished(
        FontRole role,
        string name,
        ImmutableArray<string> wished,
        UsableFaces usable,
        ImmutableArray<string>.Builder problems
    )
    {
        foreach (var wish in wished)
        {
            var entry =
                FontFile.IsFont(wish) || wish.Contains('#', StringComparison.Ordinal)
                    ? usable.FindFile(wish)
                    : usable.Find(wish, WeightOf(role));
            if (entry is not null && usable.TryOpen(entry) is { } face)
                return (entry, face, false);
            problems.Add($"“{name}”指定的字体“{wish}”未找到或不能使用。");
        }

        return null;
    }

    private static (FaceEntry Entry, FontFace Face, bool Substituted)? Choose(
        FontRole role,
        ImmutableArray<string> wished,
        UsableFaces usable,
        Lazy<FaceEntry?> widest,
        ImmutableArray<string>.Builder problems
    )
    {
        if (Wished(role, FontPreferences.NameOf(role), wished, usable, problems) is { } chosen)
            return chosen;
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

    /// <summary>What the settings ask for, by role, best first.</summary>
    private sealed class Wishes : Dictionary<FontRole, ImmutableArray<string>>;

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
