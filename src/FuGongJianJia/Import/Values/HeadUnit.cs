namespace FuGongJianJia.Import.Values;

/// <summary>What a unit counts（单位的种类）.</summary>
internal enum UnitKind
{
    /// <summary>人, 次, 件 …</summary>
    Count,

    /// <summary>元.</summary>
    Money,

    /// <summary>%, ‰.</summary>
    Percent,
}

/// <summary>A unit that stands in a header（表头里的单位）: 万人, 元, %, ‰.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Scale">By what its numbers are multiplied: 10000 for 万人, 0.1 for ‰, 1 for 人, 元 and %.</param>
internal sealed record HeadUnit(string Text, UnitKind Kind, decimal Scale)
{
    private static readonly string[] Counts =
    [
        "人",
        "人次",
        "人数",
        "名",
        "位",
        "户",
        "家",
        "个",
        "场",
        "场次",
        "次",
        "件",
        "项",
        "起",
        "条",
        "对",
        "间",
        "处",
        "期",
        "天",
        "分",
        "平方米",
        "",
    ];

    private static readonly (string Word, decimal Scale)[] Scales =
    [
        ("十万", 100_000m),
        ("百万", 1_000_000m),
        ("千万", 10_000_000m),
        ("百", 100m),
        ("千", 1_000m),
        ("万", 10_000m),
        ("亿", 100_000_000m),
        ("", 1m),
    ];

    /// <summary>The unit of a text such as 万人 or 单位:万元; null when it is none.</summary>
    public static HeadUnit? Parse(string text)
    {
        var unit = text is ['单', '位', ':', .. var rest] ? rest : text;
        switch (unit)
        {
            case "%" or "百分比" or "百分数" or "百分率":
                return new(text, UnitKind.Percent, 1m);
            case "‰" or "千分比" or "千分数" or "千分率":
                return new(text, UnitKind.Percent, 0.1m);
            case "":
                return null;
        }

        foreach (var (word, scale) in Scales)
        {
            if (unit.StartsWith(word, StringComparison.Ordinal))
            {
                var of = unit[word.Length..];
                if (of is "元" or "元人民币")
                {
                    return new(text, UnitKind.Money, scale);
                }

                if (Counts.Contains(of) && unit.Length > 0)
                {
                    return new(text, UnitKind.Count, scale);
                }
            }
        }

        return null;
    }
}
