using System.Collections.Immutable;
using FuGongJianJia.Demo;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Demo;

/// <summary>The repository's own folder and the demo as text.</summary>
internal static class DemoFolder
{
    public static string Root { get; } = Find();

    public static Dictionary<string, byte[]> Generate(DemoOptions options) =>
        DemoGenerator
            .Generate(options)
            .Select(f => f.ToSourceFile())
            .Where(f => f.Content.Length > 0)
            .ToDictionary(f => f.Path, f => f.Content.ToArray(), StringComparer.Ordinal);

    /// <summary>Three towns and 24 unions, as few as the demo makes.</summary>
    public static void LaySmall(TemporaryFolder folder, params ImmutableArray<Period> periods)
    {
        var options = new DemoOptions
        {
            Towns = 3,
            Unions = 24,
            Periods = periods,
        };
        foreach (var (path, content) in Generate(options))
        {
            folder.Write(path, content);
        }
    }

    /// <summary>Rows of a generated table by column name.</summary>
    public static List<Dictionary<string, string>> Rows(this Dictionary<string, byte[]> files, string path)
    {
        var lines = Text(files[path]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(l =>
                    l.Split(',').Zip(header).ToDictionary(p => p.Second, p => p.First, StringComparer.Ordinal)
                ),
        ];
    }

    // What has no mark of UTF-8 is the one table in GB18030.
    private static string Text(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..]
            ? System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3))
            : System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FuGongJianJia.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("FuGongJianJia.sln is in no folder above the tests.");
    }
}
