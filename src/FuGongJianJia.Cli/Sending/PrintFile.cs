using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Cli.Options;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// One file to print on both sides（打印文件）: every paper begins on a leaf of its own, so a blank page follows an odd
/// number of pages. Its bytes depend on nothing but its pages.
/// </summary>
internal sealed class PrintFile : IDisposable
{
    private const int Digits = 32;
    private const int Guid = 36;

    // What stands before a number, and how long it is.
    private static readonly (byte[] Before, int Length)[] Numbers =
    [
        ("<xmpMM:DocumentID>uuid:"u8.ToArray(), Guid),
        ("<xmpMM:InstanceID>uuid:"u8.ToArray(), Guid),
        ("/ID[<"u8.ToArray(), Digits),
    ];

    private readonly PdfDocument _merged = new();
    private readonly Dictionary<string, PdfDocument> _papers = new(StringComparer.Ordinal);

    /// <summary>Pages so far, blanks among them.</summary>
    public int Pages => _merged.PageCount;

    /// <summary>How many pages a paper has.</summary>
    /// <param name="name">What tells it from others; its bytes are read once.</param>
    /// <param name="content">Its PDF.</param>
    public int PagesOf(string name, Func<byte[]> content) => Paper(name, content).PageCount;

    /// <summary>Adds a paper, and a blank where its last leaf would be shared.</summary>
    public void Add(string name, Func<byte[]> content)
    {
        var paper = Paper(name, content);
        for (var i = 0; i < paper.PageCount; i++)
        {
            _merged.AddPage(paper.Pages[i]);
        }

        if (paper.PageCount % 2 == 1)
        {
            var last = paper.Pages[^1];
            _merged.AddPage(new PdfPage { Width = last.Width, Height = last.Height });
        }
    }

    /// <summary>The file.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="date">编制日期.</param>
    public byte[] ToBytes(string title, DateOnly date)
    {
        _merged.Info.Title = title;
        _merged.Info.Creator = $"FuGongJianJia {Tool.Version}";
        _merged.Info.CreationDate = date.ToDateTime(TimeOnly.MinValue);
        _merged.Info.ModificationDate = date.ToDateTime(TimeOnly.MinValue);
        _merged.ViewerPreferences.Elements.SetName("/Duplex", "/DuplexFlipLongEdge");
        using var stream = new MemoryStream();
        _merged.Save(stream);
        var bytes = stream.ToArray();
        Number(bytes);
        return bytes;
    }

    // The library numbers every file by chance: all its numbers become one, over the rest of the file.
    private static void Number(byte[] bytes)
    {
        List<Range> numbers = [];
        foreach (var (before, length) in Numbers)
        {
            var at = bytes.AsSpan().LastIndexOf(before);
            if (at >= 0)
            {
                var from = at + before.Length;
                numbers.Add(from..(from + length));
                bytes.AsSpan(from, length).Fill((byte)'0');
            }
        }

        if (numbers.Count == Numbers.Length)
        {
            // The second half of the trailer's pair.
            var second = numbers[^1].End.Value + "><".Length;
            numbers.Add(second..(second + Digits));
            bytes.AsSpan(second, Digits).Fill((byte)'0');
        }

        var hash = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        foreach (var number in numbers)
        {
            hash.AsSpan(0, number.End.Value - number.Start.Value).CopyTo(bytes.AsSpan(number));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _merged.Dispose();
        foreach (var paper in _papers.Values)
        {
            paper.Dispose();
        }
    }

    private PdfDocument Paper(string name, Func<byte[]> content)
    {
        if (!_papers.TryGetValue(name, out var paper))
        {
            paper = PdfReader.Open(new MemoryStream(content()), PdfDocumentOpenMode.Import);
            _papers.Add(name, paper);
        }

        return paper;
    }
}
