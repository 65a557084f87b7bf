using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// Where a walk puts what it meets; lengths go before what has one, so that no two trees give the same bytes.
/// </summary>
internal sealed class KeySink : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 14];
    private int _length;

    /// <summary>Adds a value of fixed size, as it lies in memory.</summary>
    public void Add<T>(T value)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));
        if (_length + bytes.Length > _buffer.Length)
            Flush();
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Adds a text; null differs from empty.</summary>
    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        Append(bytes);
    }

    /// <summary>The hash of all of it, in lower-case hexadecimal.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _buffer.Length)
            Flush();
        if (bytes.Length > _buffer.Length)
        {
            _hash.AppendData(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _length));
        _length = 0;
    }
}
