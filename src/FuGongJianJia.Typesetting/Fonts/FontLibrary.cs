using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>
/// The fonts that a machine has（字库）, found by family name or file. Indexing reads the name tables only; a face is
/// opened once and then shared by all who ask for it. Safe for threads.
/// </summary>
public sealed class FontLibrary
{
    private readonly ConcurrentDictionary<(string Path, int Index), Lazy<FontFace>> _opened = new();
    private readonly ConcurrentDictionary<string, FontSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FaceEntry>> _byFamily = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<FaceEntry>> _byFaceName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Indexes font files. Order does not matter: pinned files go first, the rest by path.</summary>
    public FontLibrary(IEnumerable<FontFile> files)
    {
        var faces = ImmutableArray.CreateBuilder<FaceEntry>();
        var unreadable = ImmutableArray.CreateBuilder<(FontFile File, string Reason)>();
        foreach (
            var file in files
                .DistinctBy(f => f.Path, StringComparer.Ordinal)
                .OrderByDescending(f => f.Pinned)
                .ThenBy(f => f.Path, StringComparer.Ordinal)
        )
        {
            var source = new FontSource(file.Open);
            try
            {
                var count = SfntTables.CountFaces(source);
                for (var i = 0; i < count; i++)
                    faces.Add(ReadEntry(file, source, i));
            }
            catch (Exception problem)
                when (problem
                        is FontFormatException
                            or IOException
                            or UnauthorizedAccessException
                            or ArgumentOutOfRangeException
                )
            {
                unreadable.Add((file, problem.Message));
            }
            finally
            {
                source.Release();
            }
        }

        Faces = faces.ToImmutable();
        Unreadable = unreadable.ToImmutable();
        foreach (var face in Faces)
        {
            foreach (var name in face.Families)
                Register(_byFamily, name, face);
            foreach (var name in face.FaceNames)
                Register(_byFaceName, name, face);
        }
    }

    /// <summary>Every face, pinned files first, then by path and number.</summary>
    public ImmutableArray<FaceEntry> Faces { get; }

    /// <summary>Files that could not be read as fonts, and why.</summary>
    public ImmutableArray<(FontFile File, string Reason)> Unreadable { get; }

    /// <summary>
    /// The upright face of a family whose weight is nearest, or the face of that full or PostScript name.
    /// </summary>
    /// <param name="name">Chinese or English name, in any case.</param>
    /// <param name="weight">Wanted weight, 100–900.</param>
    /// <returns>Null when there is none.</returns>
    public FaceEntry? Find(string name, int weight = 400) =>
        _byFamily.TryGetValue(name, out var family)
            ? family.OrderBy(f => f.Italic).ThenBy(f => Math.Abs(f.Weight - weight)).First()
        : _byFaceName.TryGetValue(name, out var faces) ? faces[0]
        : null;

    /// <summary>
    /// The face of a file: its whole path, its last parts (theme/fonts/a.ttf) or its bare name, with #n for face n of a
    /// collection.
    /// </summary>
    /// <returns>Null when there is none.</returns>
    public FaceEntry? FindFile(string path)
    {
        var index = 0;
        if (path.LastIndexOf('#') is > 0 and var mark && int.TryParse(path.AsSpan(mark + 1), out index))
            path = path[..mark];
        var wanted = path.Replace('\\', '/');
        while (wanted.StartsWith("./", StringComparison.Ordinal))
            wanted = wanted[2..];
        return Faces.FirstOrDefault(f => f.Index == index && IsPath(f.File.Path.Replace('\\', '/'), wanted));
    }

    /// <summary>Opens a face, once.</summary>
    /// <exception cref="FontFormatException">The font is damaged or of a kind that is not supported.</exception>
    public FontFace Open(FaceEntry entry) =>
        _opened
            .GetOrAdd(
                (entry.File.Path, entry.Index),
                _ => new Lazy<FontFace>(() =>
                    FontFace.Open(
                        _sources.GetOrAdd(entry.File.Path, static (_, file) => new FontSource(file.Open), entry.File),
                        entry.Index
                    )
                )
            )
            .Value;

    private static bool IsPath(string path, string wanted) =>
        path.EndsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (path.Length == wanted.Length || path[^(wanted.Length + 1)] == '/');

    private static void Register(Dictionary<string, List<FaceEntry>> index, string name, FaceEntry face)
    {
        if (!index.TryGetValue(name, out var faces))
            index[name] = faces = [];
        faces.Add(face);
    }

    private static FaceEntry ReadEntry(FontFile file, FontSource source, int index)
    {
        var tables = SfntTables.Read(source, index);
        var names = NameTable.Parse(tables.Load("name").Span);
        var os2 = tables.Load("OS/2").Span;
        return new FaceEntry(
            file,
            index,
            [.. names.Families],
            [.. names.FaceNames],
            FontHeader.WeightOf(os2),
            os2.Length >= 64 && (os2[63] & 1) != 0,
            FontHeader.PermissionOf(os2),
            os2.Length >= 82 && (BinaryPrimitives.ReadUInt32BigEndian(os2[78..]) & (1u << 18)) != 0
        );
    }
}
