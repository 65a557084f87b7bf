using System.Collections.Frozen;
using System.Globalization;

namespace FuGongJianJia.Privacy;

/// <summary>Masks a person's name（姓名脱敏）: 张三 → 张*, 张三丰 → 张**, 欧阳修 → 欧阳*, 欧阳小明 → 欧阳**.</summary>
public static class NameMask
{
    private static readonly FrozenSet<string> Compound = FrozenSet.ToFrozenSet(
        [
            "欧阳",
            "太史",
            "端木",
            "上官",
            "司马",
            "东方",
            "独孤",
            "南宫",
            "万俟",
            "闻人",
            "夏侯",
            "诸葛",
            "尉迟",
            "公羊",
            "赫连",
            "澹台",
            "皇甫",
            "宗政",
            "濮阳",
            "公冶",
            "太叔",
            "申屠",
            "公孙",
            "慕容",
            "仲孙",
            "钟离",
            "长孙",
            "宇文",
            "司徒",
            "鲜于",
            "司空",
            "闾丘",
            "子车",
            "亓官",
            "司寇",
            "巫马",
            "公西",
            "颛孙",
            "壤驷",
            "公良",
            "漆雕",
            "乐正",
            "宰父",
            "谷梁",
            "拓跋",
            "夹谷",
            "轩辕",
            "令狐",
            "段干",
            "百里",
            "呼延",
            "东郭",
            "南门",
            "羊舌",
            "微生",
            "梁丘",
            "左丘",
            "东门",
            "西门",
            "第五",
        ],
        StringComparer.Ordinal
    );

    /// <summary>
    /// The name with everything after the surname as stars: one star for a two-character name, two otherwise; already
    /// masked names stay.
    /// </summary>
    public static string Mask(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0 || IsMasked(trimmed))
        {
            return trimmed;
        }

        var elements = StringInfo.ParseCombiningCharacters(trimmed);
        if (elements.Length == 1)
        {
            return "*";
        }

        // 欧阳 alone may be a two-character name of the surname 欧.
        var surname = elements.Length >= 3 && Compound.Contains(trimmed[..elements[2]]) ? 2 : 1;
        var given = elements.Length - surname;
        return trimmed[..elements[surname]] + (given == 1 ? "*" : "**");
    }

    /// <summary>True for 张**, 张某, 某职工.</summary>
    public static bool IsMasked(string name) =>
        name.Contains('*', StringComparison.Ordinal)
        || name.Contains('＊', StringComparison.Ordinal)
        || name.Contains('某', StringComparison.Ordinal);
}
