using System.Collections.Immutable;
using System.Text;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// 主色 that a new project may choose: the colour of the mark and of a page's subject, by day and by night. Each is read
/// on the paper of the site at 4.5 to 1 and more (WCAG 2.2, 1.4.3), as input/theme asks.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Light">On light paper.</param>
/// <param name="Dark">On dark paper.</param>
internal sealed record MainColour(string Name, string Light, string Dark)
{
    /// <summary>What the site has by itself.</summary>
    public const string Default = "朱红";

    /// <summary>All but the built-in one, which needs no file.</summary>
    private static readonly ImmutableArray<MainColour> Others =
    [
        new("藏蓝", "#1F4E8C", "#8FB4E8"),
        new("松绿", "#1E6B4A", "#7CC9A2"),
        new("赭石", "#8A4B12", "#E0A36A"),
    ];

    /// <summary>The names, the built-in one first.</summary>
    public static ImmutableArray<string> Names { get; } = [Default, .. Others.Select(c => c.Name)];

    /// <summary>input/theme/theme.yml with it; nothing for the built-in one.</summary>
    public static ImmutableArray<(string Path, byte[] Bytes)> Files(string name) =>
        Others.FirstOrDefault(c => c.Name == name) is { } colour
            ?
            [
                (
                    "input/theme/theme.yml",
                    Encoding.UTF8.GetBytes(
                        $$"""
                        # 网站的样子：颜色、标志、字体、栏目次序、页脚。各项含义见 文档 → 换样子；删掉一行就用程序自带的。
                        颜色:
                          浅色: {强调: "{{colour.Light}}"}
                          深色: {强调: "{{colour.Dark}}"}

                        """
                    )
                ),
            ]
            : [];
}
