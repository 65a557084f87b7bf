using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// The objects of a PDF file and where they stand（PDF 对象）: streams in the open, everything else in object streams, all
/// found through a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). The identifier is a hash of what is written.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    // Larger object streams deflate better; a reader that wants one object inflates its whole stream.
    private const int ObjectsPerStream = 1000;

    // Measured on a report of 40 pages with zlib-ng: level 5 is within 0.2 % of the size of level 6 and takes a tenth
    // to a third less time; levels 1 to 4 save at most a fifth of the time and cost 1–30 % of the size, level 9 takes
    // twice as long for 1 %.
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 5 };
    private readonly PdfBuffer _file = new(1 << 18);
    private readonly PdfBuffer _objects = new(1 << 16);
    private readonly PdfBuffer _deflated = new(1 << 16);
    private readonly PdfBuffer _work = new(1 << 16);
    private readonly List<(int Number, int Offset)> _pending = [];
    private readonly List<Place> _places = [default];

    public PdfFile() => _file.Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    /// <summary>Numbers for several objects in a row; returns the first.</summary>
    public int Reserve(int count)
    {
        var first = _places.Count;
        for (var i = 0; i < count; i++)
            _places.Add(default);
        return first;
    }

    /// <summary>
    /// Begins an object that is no stream; what is written to the buffer until the next object is its value.
    /// </summary>
    public PdfBuffer Object(int number)
    {
        if (_pending.Count == ObjectsPerStream)
            FlushObjects();
        if (_objects.Length > 0)
            _objects.Byte((byte)'\n');
        _pending.Add((number, _objects.Length));
        return _objects;
    }

    /// <summary>Writes a stream, deflated; nothing at all is left as it is, since no zlib stream comes of it.</summary>
    /// <param name="number">Object number.</param>
    /// <param name="entries">Entries of its dictionary besides Length and Filter.</param>
    /// <param name="data">Content before deflating.</param>
    public void DeflatedStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            PlainStream(number, entries, data);
            return;
        }

        Deflate(data, _deflated);
        Begin(number);
        _file.Raw("<<"u8).Raw(entries).Raw("/Filter/FlateDecode"u8);
        WriteStream(_deflated.Written);
    }

    /// <summary>Writes a stream as it is.</summary>
    public void PlainStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        Begin(number);
        _file.Raw("<<"u8).Raw(entries);
        WriteStream(data);
    }

    /// <summary>Writes the cross-reference stream and returns the file.</summary>
    public byte[] Finish(int catalog, int info)
    {
        FlushObjects();
        var number = Reserve();
        _places[number] = new Place(1, _file.Length, 0);
        var id = SHA256.HashData(_file.Written).AsSpan(0, 16);
        WriteRows();
        Deflate(_work.Written, _deflated);
        var start = _file.Length;
        _file
            .Int(number)
            .Raw(" 0 obj\n<</Type/XRef/W[1 4 2]/Size "u8)
            .Int(_places.Count)
            .Raw("/Root "u8)
            .Ref(catalog)
            .Raw("/Info "u8)
            .Ref(info)
            .Raw("/ID["u8);
        for (var copy = 0; copy < 2; copy++)
        {
            _file.Byte((byte)'<');
            for (var i = 0; i < id.Length; i += 2)
                _file.Hex16((id[i] << 8) | id[i + 1]);
            _file.Byte((byte)'>');
        }

        _file.Raw("]/Filter/FlateDecode/DecodeParms<</Columns 7/Predictor 12>>"u8);
        WriteStream(_deflated.Written);
        _file.Raw("startxref\n"u8).Int(start).Raw("\n%%EOF\n"u8);
        return _file.Written.ToArray();
    }

    public void Dispose()
    {
        _file.Dispose();
        _objects.Dispose();
        _deflated.Dispose();
        _work.Dispose();
    }

    // Rows of seven bytes, each as the difference from the row above: neighbours differ little, so they deflate to
    // almost nothing.
    private void WriteRows()
    {
        _work.Clear();
        Span<byte> above = stackalloc byte[7];
        Span<byte> row = stackalloc byte[7];
        above.Clear();
        for (var i = 0; i < _places.Count; i++)
        {
            var place = _places[i];
            row[0] = place.Kind;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], place.First);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], i == 0 ? (ushort)0xFFFF : (ushort)place.Second);
            _work.Byte(2);
            for (var k = 0; k < row.Length; k++)
                _work.Byte((byte)(row[k] - above[k]));
            row.CopyTo(above);
        }
    }

    private void FlushObjects()
    {
        if (_pending.Count == 0)
            return;
        var stream = Reserve();
        _work.Clear();
        for (var i = 0; i < _pending.Count; i++)
        {
            var (number, offset) = _pending[i];
            _places[number] = new Place(2, stream, i);
            _work.Int(number).Byte((byte)' ').Int(offset).Byte((byte)(i + 1 < _pending.Count ? ' ' : '\n'));
        }

        var first = _work.Length;
        _work.Raw(_objects.Written);
        using var entries = new PdfBuffer(64);
        entries.Raw("/Type/ObjStm/N "u8).Int(_pending.Count).Raw("/First "u8).Int(first);
        DeflatedStream(stream, entries.Written, _work.Written);
        _pending.Clear();
        _objects.Clear();
    }

    private void Begin(int number)
    {
        _places[number] = new Place(1, _file.Length, 0);
        _file.Int(number).Raw(" 0 obj\n"u8);
    }

    private void WriteStream(ReadOnlySpan<byte> data) =>
        _file.Raw("/Length "u8).Int(data.Length).Raw(">>\nstream\n"u8).Raw(data).Raw("\nendstream\nendobj\n"u8);

    private static void Deflate(ReadOnlySpan<byte> data, PdfBuffer target)
    {
        target.Clear();
        using var stream = new ZLibStream(new BufferStream(target), Level);
        stream.Write(data);
    }

    /// <summary>Kind 1: byte offset. Kind 2: number of the object stream, and index in it.</summary>
    private readonly record struct Place(byte Kind, int First, int Second);

    private sealed class BufferStream(PdfBuffer target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => target.Length;

        public override long Position
        {
            get => target.Length;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Raw(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => target.Raw(buffer);
    }
}
