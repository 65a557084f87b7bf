namespace FuGongJianJia.Import.Files;

/// <summary>Options of a run（导入选项）.</summary>
public sealed record ImportOptions
{
    /// <summary>Everything by default.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>
    /// Encoding of text files without a byte order mark: utf-8, gb18030 or utf-16; null decides strictly.
    /// </summary>
    public string? Encoding { get; init; }

    /// <summary>Diagnostics kept for each file and severity.</summary>
    public int MaximumPerFile { get; init; } = 50;

    /// <summary>
    /// Whether the site itself has an address（已被占用的网址）, below its root without slashes at its ends, so that no written
    /// page may have it. Import knows nothing of the site: who builds one says so.
    /// </summary>
    public Func<string, bool> IsTaken { get; init; } = static _ => false;

    /// <summary>
    /// Markdown of a page that nobody wrote（派生文档）, by its path below input/ without extension: docs/settings; null
    /// where there is none. Written pages link to those as if they were files.
    /// </summary>
    public Func<string, string?> Derived { get; init; } = static _ => null;

    /// <summary>Largest text file in bytes.</summary>
    public long MaximumText { get; init; } = 512L * 1024 * 1024;

    /// <summary>Largest workbook after decompression, in bytes.</summary>
    public long MaximumWorkbook { get; init; } = 512L * 1024 * 1024;
}
