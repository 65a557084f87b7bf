using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using FuGongJianJia.Handbook;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// A new project folder（项目模板）: settings with comments, one example case, one programme, the documentation, and the
/// tables of the first period with the default catalogue. All of it lies in the program, so that the single file on a
/// PC without network is enough.
/// </summary>
internal static class ProjectTemplate
{
    private static readonly Assembly Program = typeof(ProjectTemplate).Assembly;

    /// <summary>What people write, by path below the project.</summary>
    /// <param name="publisher">主办单位, such as 示例区总工会.</param>
    /// <param name="area">地区, such as 示例区.</param>
    /// <param name="period">The first period.</param>
    /// <param name="isDemo">演示数据.</param>
    public static ImmutableArray<(string Path, byte[] Bytes)> Input(
        string publisher,
        string area,
        Period period,
        bool isDemo
    )
    {
        return
        [
            ("input/site.yml", Filled("site.yml")),
            ("input/cases/example.md", Filled("case.md")),
            ("input/programmes/model-workers-help.md", Filled("programme.md")),
            .. ResourceNames("docs/")
                .Concat(ResourceNames("images/"))
                .Select(name => ($"input/{name}", Resource(name))),
        ];

        byte[] Filled(string template) =>
            Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(Resource("templates/" + template))
                    .Replace("{主办单位}", Quoted(publisher), StringComparison.Ordinal)
                    .Replace("{地区}", Quoted(area), StringComparison.Ordinal)
                    .Replace(
                        "{期间}",
                        period.Year.ToString("0000", CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
                    .Replace("{演示数据}", isDemo ? "是" : "否", StringComparison.Ordinal)
            );
    }

    /// <summary>The tables of a period: heads only, but for the catalogue（指标目录）.</summary>
    /// <param name="period">The period.</param>
    /// <param name="catalogue">One of <see cref="CataloguePack.Names"/>.</param>
    /// <param name="district">The federation and its 行政区划代码; null where it is not known.</param>
    public static ImmutableArray<(string Path, byte[] Bytes)> Data(
        Period period,
        string catalogue,
        (string Name, string Division)? district = null
    ) =>
        [
            .. TemplateWriter
                .Create(period, district)
                .Select(f =>
                    (
                        $"data/{period}/{f.Name}",
                        f.Name == "指标.csv" ? CataloguePack.Of(catalogue, period) ?? f.Bytes : f.Bytes
                    )
                ),
        ];

    /// <summary>Names of what lies in the program below a folder, in order.</summary>
    public static IEnumerable<string> ResourceNames(string folder) =>
        Program
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // A name may hold what YAML reads as something else.
    private static string Quoted(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";

    /// <summary>What lies in the program under this name.</summary>
    public static byte[] Resource(string name)
    {
        using var stream = Program.GetManifestResourceStream(name)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
