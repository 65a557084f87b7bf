using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>A family that a role would take（字体偏好）.</summary>
/// <param name="Family">Family or full name.</param>
/// <param name="Weight">Wanted weight.</param>
/// <param name="StandsIn">
/// True when the family is of another style and only stands in: a notice, refused by a strict build.
/// </param>
public sealed record FontPreference(string Family, int Weight = 400, bool StandsIn = false);

/// <summary>
/// Which families each role takes, in order（字体偏好表）: those of Windows and office suites, of macOS, then free ones.
/// This is the only list; documentation and the command fonts are derived from it.
/// </summary>
public static class FontPreferences
{
    private static readonly ImmutableDictionary<FontRole, ImmutableArray<FontPreference>> Lists = new Dictionary<
        FontRole,
        ImmutableArray<FontPreference>
    >
    {
        [FontRole.Title] =
        [
            .. Real(
                400,
                "方正小标宋简体",
                "方正小标宋_GBK",
                "方正小标宋_GB18030",
                "方正小标宋_GB2312",
                "FZXiaoBiaoSong-B05S",
                "FZXiaoBiaoSong-B05",
                "文星标宋",
                "汉仪小标宋简",
                "小标宋"
            ),
            .. StandIn(400, "华文中宋", "STZhongsong"),
            .. StandIn(
                900,
                "Songti SC",
                "Noto Serif CJK SC",
                "Noto Serif SC",
                "Source Han Serif SC",
                "思源宋体",
                "Source Han Serif CN"
            ),
            .. StandIn(700, "SimSun", "宋体", "FandolSong", "SimHei", "Noto Sans CJK SC"),
        ],
        [FontRole.Song] =
        [
            .. Real(
                400,
                "SimSun",
                "宋体",
                "Songti SC",
                "STSong",
                "Noto Serif CJK SC",
                "Noto Serif SC",
                "Source Han Serif SC",
                "思源宋体",
                "Source Han Serif CN",
                "FandolSong",
                "AR PL UMing CN"
            ),
            .. StandIn(400, "FangSong", "仿宋", "Noto Sans CJK SC", "Noto Sans SC", "SimHei"),
        ],
        [FontRole.FangSong] =
        [
            .. Real(
                400,
                "仿宋_GB2312",
                "FangSong_GB2312",
                "FangSong",
                "仿宋",
                "STFangsong",
                "华文仿宋",
                "方正仿宋_GBK",
                "方正仿宋简体",
                "FandolFang",
                "FandolFang R",
                "朱雀仿宋",
                "Zhuque Fangsong (technical preview)"
            ),
            .. StandIn(
                400,
                "LXGW WenKai",
                "霞鹜文楷",
                "KaiTi",
                "Kaiti SC",
                "SimSun",
                "Songti SC",
                "Noto Serif CJK SC",
                "Noto Serif SC",
                "Source Han Serif SC"
            ),
        ],
        [FontRole.Hei] =
        [
            .. Real(
                400,
                "SimHei",
                "黑体",
                "Heiti SC",
                "STHeiti",
                "Noto Sans CJK SC",
                "Noto Sans SC",
                "Source Han Sans SC",
                "思源黑体",
                "Source Han Sans CN",
                "Microsoft YaHei",
                "PingFang SC",
                "FandolHei",
                "WenQuanYi Zen Hei",
                "WenQuanYi Micro Hei"
            ),
            .. StandIn(700, "Noto Serif CJK SC", "SimSun"),
        ],
        [FontRole.Kai] =
        [
            .. Real(
                400,
                "楷体_GB2312",
                "KaiTi_GB2312",
                "KaiTi",
                "楷体",
                "Kaiti SC",
                "STKaiti",
                "华文楷体",
                "方正楷体_GBK",
                "LXGW WenKai",
                "霞鹜文楷",
                "LXGW WenKai GB",
                "FandolKai",
                "AR PL UKai CN"
            ),
            .. StandIn(400, "FangSong", "Noto Serif CJK SC", "Songti SC", "SimSun"),
        ],
        [FontRole.HeiBold] =
        [
            .. Real(
                700,
                "Microsoft YaHei",
                "微软雅黑",
                "PingFang SC",
                "Heiti SC",
                "Noto Sans CJK SC",
                "Noto Sans SC",
                "Source Han Sans SC",
                "思源黑体",
                "Source Han Sans CN",
                "FandolHei"
            ),
            .. StandIn(700, "SimHei", "黑体", "WenQuanYi Zen Hei", "Noto Serif CJK SC"),
        ],
    }.ToImmutableDictionary();

    private const string Latin = "西文";

    private static readonly ImmutableArray<string> Serifs = ["Times New Roman"];

    private static readonly ImmutableArray<string> SerifFallbacks =
    [
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "Noto Serif SC",
        "SimSun",
        "SimSun-ExtB",
        "Songti SC",
    ];
    private static readonly ImmutableArray<string> SansFallbacks =
    [
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Noto Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
    ];
    private static readonly ImmutableArray<string> SymbolFallbacks =
    [
        "LXGW WenKai",
        "DejaVu Sans",
        "Segoe UI Symbol",
        "Apple Symbols",
    ];

    /// <summary>
    /// Families asked for characters that the face of a role lacks, in order: wide Chinese repertoires of its style, of
    /// the other, then symbols.
    /// </summary>
    public static ImmutableArray<FontPreference> FallbacksOf(FontRole role) =>
        role switch
        {
            FontRole.Hei => [.. Real(400, [.. SansFallbacks, .. SerifFallbacks, .. SymbolFallbacks])],
            FontRole.HeiBold => [.. Real(700, [.. SansFallbacks, .. SerifFallbacks, .. SymbolFallbacks])],
            FontRole.Title => [.. Real(700, [.. SerifFallbacks, .. SansFallbacks, .. SymbolFallbacks])],
            _ => [.. Real(400, [.. SerifFallbacks, .. SansFallbacks, .. SymbolFallbacks])],
        };

    /// <summary>Families of a role, best first.</summary>
    public static ImmutableArray<FontPreference> Of(FontRole role) => Lists[role];

    /// <summary>
    /// Families whose letters and figures a role takes（西文）, in order; none for the roles that keep their own. After
    /// them comes the 宋 of the document: a serif in any case, and in the file already.
    /// </summary>
    /// <remarks>
    /// Beside 仿宋, 宋 and 楷 an office sets Times New Roman. A face of the weight of 小标宋, 黑 or 粗黑 cannot be chosen
    /// for every machine, and their own letters are of it.
    /// </remarks>
    public static ImmutableArray<string> LatinOf(FontRole role) =>
        role is FontRole.FangSong or FontRole.Song or FontRole.Kai ? Serifs : [];

    /// <summary>Name of what stands beside a role, as settings and messages write it: 仿宋西文.</summary>
    public static string LatinNameOf(FontRole role) => NameOf(role) + Latin;

    /// <summary>
    /// Whose letters a setting names: 西文 those of every role that takes a serif (null), 仿宋西文 those of one.
    /// </summary>
    public static bool TryParseLatin(string name, out FontRole? role)
    {
        role = null;
        if (name == Latin)
            return true;
        if (!name.EndsWith(Latin, StringComparison.Ordinal) || !TryParseRole(name[..^Latin.Length], out var one))
            return false;
        role = one;
        return true;
    }

    /// <summary>Chinese name of a role, as settings and messages write it.</summary>
    public static string NameOf(FontRole role) =>
        role switch
        {
            FontRole.Title => "小标宋",
            FontRole.Song => "宋",
            FontRole.FangSong => "仿宋",
            FontRole.Hei => "黑",
            FontRole.Kai => "楷",
            FontRole.HeiBold => "粗黑",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };

    /// <summary>Role of a name: 小标宋, 宋, 仿宋, 黑, 楷, 粗黑, each also with 体, or the English one (Title, Song …).</summary>
    public static bool TryParseRole(string name, out FontRole role)
    {
        foreach (var candidate in Enum.GetValues<FontRole>())
        {
            if (
                name == NameOf(candidate)
                || name == NameOf(candidate) + "体"
                || name.Equals(candidate.ToString(), StringComparison.OrdinalIgnoreCase)
            )
            {
                role = candidate;
                return true;
            }
        }

        role = default;
        return false;
    }

    private static IEnumerable<FontPreference> Real(int weight, params string[] families) =>
        families.Select(f => new FontPreference(f, weight));

    private static IEnumerable<FontPreference> StandIn(int weight, params string[] families) =>
        families.Select(f => new FontPreference(f, weight, StandsIn: true));
}
