using System.Security.Cryptography;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// The bytes of a font file, read piecewise（字体数据）. A CJK collection is 20–26 MB, of which a document needs some hundred
/// outlines: the file stays on disk and each piece is read when it is asked for. Safe for threads.
/// </summary>
internal sealed class FontSource
{
    private readonly Lock _gate = new();
    private readonly Func<Stream>? _open;
    private readonly ReadOnlyMemory<byte> _bytes;
    private Stream? _stream;

    public FontSource(Func<Stream> open) => _open = open;

    public FontSource(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    /// <summary>A piece of the file.</summary>
    /// <exception cref="FontFormatException">The piece is not within the file.</exception>
    public ReadOnlyMemory<byte> Slice(long offset, int length)
    {
        if (offset < 0 || length < 0)
            throw new FontFormatException($"The font points to {length} bytes at {offset}, which is nowhere.");
        if (_open is null)
        {
            return offset + length <= _bytes.Length
                ? _bytes.Slice((int)offset, length)
                : throw OutOfFile(offset, length, _bytes.Length);
        }

        lock (_gate)
        {
            _stream ??= _open();
            if (offset + length > _stream.Length)
                throw OutOfFile(offset, length, _stream.Length);
            var piece = GC.AllocateUninitializedArray<byte>(length);
            _stream.Position = offset;
            _stream.ReadExactly(piece);
            return piece;
        }
    }

    /// <summary>SHA-256 of the whole file.</summary>
    public byte[] Digest()
    {
        if (_open is null)
            return SHA256.HashData(_bytes.Span);
        using var stream = _open();
        return SHA256.HashData(stream);
    }

    /// <summary>Closes the file; the next piece opens it again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    private static FontFormatException OutOfFile(long offset, int length, long size) =>
        new($"The font points to {length} bytes at {offset}, but the file has {size}.");
}
