using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Words of a union's office that tell which of the five indexes an indicator belongs to（指数用词）, for offices whose
/// exports name indicators and no index.
/// </summary>
internal static class IndexHints
{
    private static readonly (string Index, string[] Words)[] Hints =
    [
        (
            "红色",
            ["红色", "思想", "党建", "宣讲", "政治", "引领", "学习", "理论", "劳模", "工匠精神", "宣传", "教育", "党"]
        ),
        (
            "温暖",
            [
                "温暖",
                "帮扶",
                "困难",
                "家访",
                "走访",
                "慰问",
                "关爱",
                "疗休养",
                "体检",
                "服务",
                "驿站",
                "互助",
                "救助",
                "送清凉",
                "送温暖",
                "普惠",
                "女职工",
                "母婴",
                "健康",
                "福利",
                "婚恋",
            ]
        ),
        (
            "和谐",
            [
                "和谐",
                "协商",
                "争议",
                "调解",
                "劳动关系",
                "集体合同",
                "法律",
                "维权",
                "安全",
                "信访",
                "化解",
                "欠薪",
                "工资",
                "厂务",
                "仲裁",
                "劳动保护",
                "劳动合同",
            ]
        ),
        (
            "活力",
            [
                "活力",
                "竞赛",
                "技能",
                "创新",
                "培训",
                "比武",
                "提升",
                "文体",
                "文化",
                "活动",
                "成果",
                "产改",
                "大赛",
                "练兵",
                "发明",
                "合理化",
                "新就业",
                "师徒",
            ]
        ),
        (
            "规范",
            [
                "规范",
                "建会",
                "组建",
                "入会",
                "实名",
                "会员",
                "民主管理",
                "职代会",
                "经费",
                "财务",
                "经审",
                "换届",
                "组织",
                "制度",
                "会费",
                "阵地",
                "职工之家",
                "建家",
                "台账",
                "法人",
                "上缴",
                "收缴",
                "信息",
            ]
        ),
    ];

    /// <summary>The index a name speaks of, and by which word; null where no word says.</summary>
    /// <param name="name">Name of an indicator, or of the group it stands in.</param>
    public static (string? Index, string Word) Of(string name)
    {
        foreach (var index in Vocabulary.Indexes.Select(k => k.Word()))
        {
            if (name.Contains(index, StringComparison.Ordinal))
            {
                return (index, index);
            }
        }

        // The earliest word counts: 劳模 in 困难劳模帮扶 does not.
        var best = (At: int.MaxValue, Index: (string?)null, Word: "");
        foreach (var (index, words) in Hints)
        {
            foreach (var word in words)
            {
                var at = name.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && (at < best.At || (at == best.At && word.Length > best.Word.Length)))
                {
                    best = (at, index, word);
                }
            }
        }

        return (best.Index, best.Word);
    }
}
