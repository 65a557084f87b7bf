namespace FuGongJianJia.Cli.Server;

/// <summary>
/// The files of the preview（预览的文件）: those that lie in the folder itself. What a link leads to may be anywhere, so no
/// link is followed.
/// </summary>
internal sealed class PreviewFiles(string site)
{
    private readonly string _site = Path.GetFullPath(site);

    /// <summary>The file of an address; a folder means its index.html. Null when there is none, or none that may be
    /// shown.</summary>
    public string? Find(string path)
    {
        // A NUL, or a name that this system does not know, is no address of a file.
        if (path.Any(c => char.IsControl(c) || c == '\\'))
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(_site, path.TrimStart('/')));
        if (full != _site && !full.StartsWith(_site + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        full = Directory.Exists(full) ? Path.Combine(full, "index.html") : full;
        return File.Exists(full) && !HasLink(full) ? full : null;
    }

    // Up to the folder itself, which may well lie behind a link that its owner made.
    private bool HasLink(string file)
    {
        for (var at = file; at.Length > _site.Length; at = Path.GetDirectoryName(at)!)
        {
            if ((File.GetAttributes(at) & FileAttributes.ReparsePoint) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
