using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Demo;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// Catalogues to begin with（指标目录）: the default of 23, and those of Templates/Catalogues, which are data. Each is a
/// proposal of this program after public rules that its definitions name, and no official list.
/// </summary>
internal static class CataloguePack
{
    /// <summary>默认的 23 项.</summary>
    public const string Default = "默认";

    /// <summary>Only the head of the table.</summary>
    public const string None = "无";

    private const string Folder = "catalogues/";

    /// <summary>Names to choose from, the default first.</summary>
    public static ImmutableArray<string> Names { get; } =
    [Default, .. ProjectTemplate.ResourceNames(Folder).Select(name => name[Folder.Length..]), None];

    /// <summary>指标.csv of a period; null for <see cref="None"/>.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="period">The first period; its year is that of the catalogue.</param>
    public static byte[]? Of(string name, Period period) =>
        name switch
        {
            None => null,
            Default => DemoGenerator.Catalogue(period).ToSourceFile().Content.ToArray(),
            _ => Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(ProjectTemplate.Resource(Folder + name))
                    .Replace(
                        "{年}",
                        period.Year.ToString("0000", CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
            ),
        };
}
