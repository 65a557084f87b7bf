using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>Metadata of a document（文档信息）; nothing of a clock or a machine.</summary>
public sealed record DocumentInfo
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Author: an organisation.</summary>
    public string Author { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Keywords.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Language tag.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>Date of the document, given from outside; midnight at +08:00 is written.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Producer name and version.</summary>
    public string Producer { get; init; } = "FuGongJianJia.Typesetting";
}

/// <summary>A file carried inside the PDF（附件）.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Such as text/csv.</param>
/// <param name="Description">What it is.</param>
/// <param name="Content">Bytes.</param>
public sealed record Attachment(string Name, string MediaType, string Description, ImmutableArray<byte> Content);
