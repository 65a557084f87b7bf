namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Paths of stored state（清单和日志里的路径）: below the output folder, relative, in one normal form. What is read from a
/// file is looked at before anything is moved or deleted by it.
/// </summary>
internal static class StoredPath
{
    /// <summary>The folders that are ours; whatever stands in them and is not listed does not belong there.</summary>
    public static readonly string[] Owned = ["site", "internal"];

    /// <summary>What is wrong with a path of the output, as a predicate in Chinese; null for nothing.</summary>
    public static string? Fault(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return "是空的";
        }

        if (path[0] == '/')
        {
            return "是从根目录写起的";
        }

        var names = path.Split('/');
        return names.Select(PortableName.Fault).FirstOrDefault(fault => fault is not null)
            ?? (IsOwned(path) ? null : "不在 site 或 internal 之内");
    }

    /// <summary>True below a folder that is ours.</summary>
    public static bool IsOwned(string path) =>
        Owned.Any(folder =>
            path.Length > folder.Length + 1
            && path[folder.Length] == '/'
            && path.StartsWith(folder, StringComparison.Ordinal)
        );

    /// <summary>
    /// The folders on the way to a file, the innermost first; the output folder itself is the empty path.
    /// </summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }

        yield return "";
    }
}
