using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.OpenData;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The signature of an output（签名）: a statement of a few lines that names the digest of the manifest, which stands for
/// every file, and those of the open data, which a reader of the site can compute; the signature of the statement; and
/// the public key. They stand in the site beside the open data. The manifest does not list them, since the statement
/// names the manifest.
/// </summary>
internal static class OutputSignature
{
    private const string Statement = "site/data/signature.txt";
    private const string Signature = "site/data/signature.sig";
    private const string Key = "site/data/public-key.pem";
    private const long MostBytes = 1 << 20;

    /// <summary>Its files below the output folder.</summary>
    public static readonly ImmutableArray<string> Paths = [Key, Signature, Statement];

    /// <summary>True when any of its files stands there.</summary>
    public static bool Exists(string output) => Paths.Any(p => Path.Exists(Path.Combine(output, p)));

    /// <summary>Signs an output that was checked.</summary>
    public static void Write(string output, StoredManifest stored, SigningKey key)
    {
        var statement = Text(stored);
        void Put(string path, byte[] content)
        {
            var full = Path.Combine(output, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full + ".part", content);
            File.Move(full + ".part", full, overwrite: true);
        }

        Put(Key, key.Public.ToBytes());
        Put(Statement, statement);
        Put(Signature, key.Sign(statement));
    }

    /// <summary>
    /// The key that signed what stands there; null when the signature does not fit, or is not all there.
    /// </summary>
    public static VerifyingKey? SignedBy(string output, StoredManifest stored)
    {
        var expected = Text(stored);
        return
            StoredFile.Holds(Path.Combine(output, Statement), expected)
            && StoredFile.ReadUpTo(Path.Combine(output, Signature), MostBytes) is { } signature
            && VerifyingKey.Read(Path.Combine(output, Key)) is { } key
            && key.Verifies(expected, signature)
            ? key
            : null;
    }

    // One text for one manifest, so that nothing need be read back from it.
    private static byte[] Text(StoredManifest stored)
    {
        var manifest = stored.Manifest!;
        var text = new StringBuilder("富工建家 签名 1\n")
            .Append(CultureInfo.InvariantCulture, $"编制日期 {manifest.Date}\n")
            .Append(CultureInfo.InvariantCulture, $"数据指纹 {manifest.Fingerprint}\n")
            .Append(CultureInfo.InvariantCulture, $"清单 {stored.Digest}\n");
        foreach (
            var entry in manifest
                .Files.Where(f => f.Path.EndsWith("/" + OpenDataFiles.ChecksumFile, StringComparison.Ordinal))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"开放数据 {entry.Path["site/data/".Length..]} {entry.Sha256}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
