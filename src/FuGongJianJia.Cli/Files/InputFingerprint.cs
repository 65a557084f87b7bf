using System.Collections.Immutable;
using System.Security.Cryptography;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Fingerprints of the input（数据指纹）. The order of rows in a table says nothing, so a CSV's fingerprint is taken over its
/// lines in byte order: the same rows in another order are the same input and give the same output.
/// </summary>
internal static class InputFingerprint
{
    /// <summary>Every input file with its fingerprint, by path.</summary>
    public static ImmutableArray<ManifestEntry> Entries(ImmutableArray<SourceFile> files) =>
        [.. files.Select(f => new ManifestEntry(f.Path, f.Content.Length, Hash(f)))];

    /// <summary>One fingerprint over all, 12 digits.</summary>
    public static string Of(ImmutableArray<SourceFile> files) => Manifest.FingerprintOf(Entries(files));

    private static string Hash(SourceFile file)
    {
        if (!file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return Manifest.Hash(file.Content.Span);
        }

        var lines = Lines(file.Content);
        lines.Sort((a, b) => a.Span.SequenceCompareTo(b.Span));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(line.Span);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static List<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> content)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n');
            lines.Add((end < 0 ? content : content[..end]).TrimEnd("\r"u8.ToArray()));
            content = end < 0 ? default : content[(end + 1)..];
        }

        return lines;
    }
}
