using System.Collections.Immutable;
using System.Security.Cryptography;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>
/// Style sheets, scripts and icons（静态资源）, embedded in the assembly and published under names that carry a hash of
/// their content, so that a host may cache them for ever.
/// </summary>
public static class SiteAssets
{
    private const string Prefix = "Assets/";

    /// <summary>Name as written (site.css) → path below site/ (assets/site.1a2b3c4d.css) and bytes.</summary>
    public static ImmutableSortedDictionary<string, (string Path, ReadOnlyMemory<byte> Bytes)> All { get; } = Load();

    /// <summary>Published path of an asset.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file in Site/Assets.</exception>
    public static string PathOf(string name) => All[name].Path;

    private static ImmutableSortedDictionary<string, (string Path, ReadOnlyMemory<byte> Bytes)> Load()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var all = ImmutableSortedDictionary.CreateBuilder<string, (string Path, ReadOnlyMemory<byte> Bytes)>(
            StringComparer.Ordinal
        );
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            all.Add(name, (Hashed(name, bytes), bytes));
        }

        return all.ToImmutable();
    }

    private static string Hashed(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 5));
        var dot = name.LastIndexOf('.');
        return $"{Paths.Assets}{name[..dot]}.{hash}{name[dot..]}";
    }
}
