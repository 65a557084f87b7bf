using System.Buffers.Binary;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// Fingerprint of bytes（内容指纹）: 64 bits that tell one version of a page from another, the same on every machine. It guards against nobody, so it need not be a
/// cryptographic one: SHA-256 of a union's page takes a fifth of the time that all the rest of the page takes, and the manifest has it for whoever wants to verify.
/// </summary>
internal static class Fingerprint
{
    // Odd and without a pattern: from the golden ratio, and as SplitMix64 uses it.
    private const ulong One = 0x9E3779B97F4A7C15;
    private const ulong Two = 0xBF58476D1CE4E5B9;

    /// <summary>Computes it.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        // Two sums side by side, since a multiplication can begin before the last one has ended only where it does not need it.
        var (a, b) = ((ulong)bytes.Length, One);
        while (bytes.Length >= 16)
        {
            a = Fold(a ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), One);
            b = Fold(b ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), Two);
            bytes = bytes[16..];
        }

        foreach (var rest in bytes)
        {
            a = Fold(a ^ rest, One);
        }

        return Fold(a ^ One, b ^ Two);
    }

    // Every bit of the product comes from many bits of both: its halves laid over one another lose none of that.
    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }
}
