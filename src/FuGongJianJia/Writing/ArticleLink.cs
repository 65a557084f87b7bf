namespace FuGongJianJia.Writing;

/// <summary>
/// A link from one written file to another（文章之间的链接）: writers name the neighbour's file, as it lies beside theirs.
/// </summary>
/// <param name="File">Path of the file below input/: docs/deploy.md. It may not be there.</param>
/// <param name="Anchor">What stands behind #, decoded; empty for none.</param>
public readonly record struct ArticleLink(string File, string Anchor)
{
    /// <summary>
    /// Reads an address as it was written; null where it leads to no Markdown file and no part of its own.
    /// </summary>
    /// <param name="from">The file that has the link, below input/: docs/manual.md.</param>
    /// <param name="address">deploy.md, ../pages/about.md#one, #two.</param>
    public static ArticleLink? Of(string from, string address)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(address);
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) =
            hash < 0 ? (address, "") : (address[..hash], Uri.UnescapeDataString(address[(hash + 1)..]));
        if (path.Length == 0)
        {
            return anchor.Length > 0 ? new(from, anchor) : null;
        }

        if (
            path.Contains(':', StringComparison.Ordinal)
            || path.Contains('?', StringComparison.Ordinal)
            || !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count > 0 && parts[^1] != "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return new(string.Join('/', parts), anchor);
    }
}
