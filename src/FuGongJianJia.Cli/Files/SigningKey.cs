using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// The key that signs（签名私钥）, Ed25519 (RFC 8032), as PKCS #8 in PEM (RFC 8410), which OpenSSL reads too. It never leaves
/// the folder it was made in.
/// </summary>
internal sealed class SigningKey
{
    private const string Label = "PRIVATE KEY";
    private const long MostBytes = 1 << 16;

    // PKCS #8 around an Ed25519 seed of 32 bytes is always this.
    private static readonly byte[] Prefix = Convert.FromHexString("302e020100300506032b657004220420");

    private readonly Ed25519PrivateKeyParameters _key;

    private SigningKey(ReadOnlySpan<byte> seed) => _key = new Ed25519PrivateKeyParameters(seed.ToArray(), 0);

    /// <summary>The key that checks what this one signs.</summary>
    public VerifyingKey Public => new(_key.GeneratePublicKey().GetEncoded());

    /// <summary>Makes a key and stores it, readable to its owner only.</summary>
    /// <param name="path">Where; nothing may stand there.</param>
    public static SigningKey Create(string path)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(PemEncoding.WriteString(Label, [.. Prefix, .. seed]) + "\n"));
        stream.Flush(flushToDisk: true);
        return new SigningKey(seed);
    }

    /// <summary>Reads a key; null when the file holds none.</summary>
    public static SigningKey? Read(string path) =>
        Pem.Read(path, Label, MostBytes) is { } bytes
        && bytes.Length == Prefix.Length + Ed25519.SecretKeySize
        && bytes.AsSpan().StartsWith(Prefix)
            ? new SigningKey(bytes.AsSpan(Prefix.Length))
            : null;

    /// <summary>True when others on this machine may read the file.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None;

    /// <summary>64 bytes; the same for the same text.</summary>
    public byte[] Sign(byte[] text)
    {
        var signature = new byte[Ed25519.SignatureSize];
        _key.Sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.Length, signature, 0);
        return signature;
    }
}

/// <summary>The key that checks（公钥）, Ed25519, as SubjectPublicKeyInfo in PEM (RFC 8410).</summary>
/// <param name="raw">32 bytes.</param>
internal sealed class VerifyingKey(byte[] raw)
{
    private const string Label = "PUBLIC KEY";
    private const long MostBytes = 1 << 16;

    private static readonly byte[] Prefix = Convert.FromHexString("302a300506032b6570032100");

    /// <summary>
    /// SHA-256 of the key as it is stored, lower-case hexadecimal: short enough to print and to compare.
    /// </summary>
    public string Fingerprint => Manifest.Hash([.. Prefix, .. raw]);

    /// <summary>Reads a key; null when the file holds none.</summary>
    public static VerifyingKey? Read(string path) =>
        Pem.Read(path, Label, MostBytes) is { } bytes
        && bytes.Length == Prefix.Length + Ed25519.PublicKeySize
        && bytes.AsSpan().StartsWith(Prefix)
        && Ed25519.ValidatePublicKeyFull(bytes, Prefix.Length)
            ? new VerifyingKey(bytes[Prefix.Length..])
            : null;

    /// <summary>PEM with a last line break.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(PemEncoding.WriteString(Label, [.. Prefix, .. raw]) + "\n");

    /// <summary>True when the text was signed with the other half of this key.</summary>
    public bool Verifies(byte[] text, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, 0, raw, 0, text, 0, text.Length);
}

/// <summary>Text around bytes（PEM, RFC 7468）.</summary>
internal static class Pem
{
    /// <summary>The bytes of the first block when it has this label; null when there is none.</summary>
    public static byte[]? Read(string path, string label, long most)
    {
        if (StoredFile.ReadUpTo(path, most) is not { } bytes)
        {
            return null;
        }

        var text = Encoding.ASCII.GetString(bytes);
        if (!PemEncoding.TryFind(text, out var found) || text[found.Label] != label)
        {
            return null;
        }

        var content = new byte[found.DecodedDataLength];
        return Convert.TryFromBase64String(text[found.Base64Data], content, out var length) && length == content.Length
            ? content
            : null;
    }
}
