using System.Collections.Immutable;

namespace FuGongJianJia.Import.Tables.Activities;

/// <summary>
/// Programmes（专题）by name: kinds of activity that are known everywhere, and every 专项 that an office writes, the text
/// before “·”.
/// </summary>
public static class ProgrammeNames
{
    /// <summary>Known kinds: the address part, the title, and what 类型 may say.</summary>
    public static ImmutableArray<KnownProgramme> Known { get; } =
    [
        new("model-workers-help", "劳模助企", ["劳模助企"]),
        new("home-visits", "大家访", ["家访", "大家访"]),
        new("lecture-hall", "大讲堂", ["大讲堂"]),
        new("mentoring", "拜师结对", ["拜师结对", "结对"]),
        new("training", "技能培训", ["培训", "技能培训"]),
        new("culture-and-sport", "文体活动", ["文体", "文体活动", "文化活动"]),
    ];

    /// <summary>专项 into its name and its part: 五提升·关爱服务; the part is empty where there is none.</summary>
    public static (string Name, string Part) Split(string? programme)
    {
        var text = programme?.Trim() ?? "";
        var at = text.IndexOfAny(['·', '•', '・']);
        return at < 0 ? (text, "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }

    /// <summary>Titles of the programmes that an activity belongs to: by its 类型, and by its 专项 as <see cref="Split"/>
    /// names it; often none.</summary>
    public static IEnumerable<string> TitlesOf(string kind, string name) =>
        Known
            .Where(k => k.Kinds.Contains(kind, StringComparer.Ordinal))
            .Select(k => k.Title)
            .Concat(name.Length > 0 ? [name] : [])
            .Distinct(StringComparer.Ordinal);

    /// <summary>Every title there is: the known ones, then 专项 in order.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Activity> activities) =>
        [
            .. Known.Select(k => k.Title),
            .. activities
                .Select(a => a.Programme)
                .Distinct(StringComparer.Ordinal)
                .Select(p => Split(p).Name)
                .Where(n => n.Length > 0 && Known.All(k => k.Title != n))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>A kind of activity that has a programme of its own（专题）.</summary>
/// <param name="Slug">ASCII address part.</param>
/// <param name="Title">Such as 大家访.</param>
/// <param name="Kinds">类型 of its activities.</param>
public sealed record KnownProgramme(string Slug, string Title, ImmutableArray<string> Kinds);
