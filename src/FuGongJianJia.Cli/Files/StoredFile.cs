using System.Security.Cryptography;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Files that should stand where the program put them（已存的文件）. Somebody may have put something else there: reading never
/// waits and never takes more than is expected.
/// </summary>
internal static class StoredFile
{
    private const int Piece = 1 << 16;

    /// <summary>
    /// The bytes when the file has exactly this size; null when it is not there or has another. Pipes and devices have
    /// no size and are not opened.
    /// </summary>
    public static byte[]? Read(string path, long size)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length != size || size > Array.MaxLength)
        {
            return null;
        }

        if (size == 0)
        {
            return [];
        }

        var content = new byte[size];
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var read = 0;
        while (read < content.Length && RandomAccess.Read(handle, content.AsSpan(read), read) is var more and > 0)
        {
            read += more;
        }

        return read == content.Length ? content : null;
    }

    /// <summary>The bytes whatever their size; null when it is not there or longer than allowed.</summary>
    public static byte[]? ReadUpTo(string path, long most) =>
        new FileInfo(path) is { Exists: true } file && file.Length <= most ? Read(path, file.Length) : null;

    /// <summary>True when the file holds exactly these bytes.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> content) =>
        Read(path, content.Length) is { } now && content.SequenceEqual(now);

    /// <summary>True when the file holds the bytes that an entry stands for, read piece by piece.</summary>
    public static bool Holds(string path, ManifestEntry entry)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length != entry.Size)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (entry.Size > 0)
        {
            using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            var piece = new byte[Math.Min(Piece, entry.Size)];
            long at = 0;
            while (at < entry.Size && RandomAccess.Read(handle, piece, at) is var more and > 0)
            {
                hash.AppendData(piece.AsSpan(0, more));
                at += more;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == entry.Sha256;
    }
}
