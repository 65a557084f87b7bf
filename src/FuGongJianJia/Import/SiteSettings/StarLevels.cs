using System.Collections.Immutable;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>
/// How a scheme of stars（星级.等级）is written: a list of levels, the highest first, each a few named values.
/// </summary>
internal static class StarLevels
{
    private const string Name = "名称";
    private const string Least = "最低总指数";
    private const string Condition = "条件";

    private const string Form = "由高到低的几级，每级写作 {名称: 五星, 最低总指数: 90, 条件: 必备达标}，条件可以不写";

    private static readonly ImmutableArray<(string Word, StarCondition Value)> Conditions =
    [
        ("必备达标", StarCondition.MandatoryMet),
        ("资格审查通过", StarCondition.ScreeningPassed),
    ];

    /// <summary>Reads the levels; what held before, after a report, when any is wrong.</summary>
    public static ImmutableArray<StarLevel> Read(YamlValue value, SettingReader reader, ImmutableArray<StarLevel> now)
    {
        if (value is not YamlList { Items.IsEmpty: false } list)
        {
            reader.Wrong(value, Form);
            return now;
        }

        var levels = list.Items.Select(item => Level(item, reader)).ToList();
        if (levels.Contains(null))
        {
            return now;
        }

        for (var i = 1; i < levels.Count; i++)
        {
            if (levels[i]!.LeastTotal > levels[i - 1]!.LeastTotal)
            {
                reader.Wrong(list.Items[i], "由高到低：后一级的最低总指数不高于前一级");
                return now;
            }

            if (levels.Take(i).Any(l => l!.Name == levels[i]!.Name))
            {
                reader.Wrong(list.Items[i], "各不相同的名称");
                return now;
            }
        }

        return [.. levels.OfType<StarLevel>()];
    }

    /// <summary>The levels as they would be written.</summary>
    public static string Write(ImmutableArray<StarLevel> levels) =>
        levels.IsEmpty ? "空" : $"[{string.Join(", ", levels.Select(Written))}]";

    private static string Written(StarLevel level) =>
        $"{{{Name}: {level.Name}, {Least}: {ExactNumber.Of(level.LeastTotal)}{Written(level.Condition)}}}";

    private static string Written(StarCondition condition) =>
        condition == StarCondition.None ? "" : $", {Condition}: {Conditions.First(c => c.Value == condition).Word}";

    private static StarLevel? Level(YamlValue value, SettingReader reader)
    {
        if (
            value is not YamlMap map
            || map.Entries.Any(e => e.Key.Text is not (Name or Least or Condition))
            || Find(map, Name) is not { } name
            || Find(map, Least) is not { } least
        )
        {
            reader.Wrong(value, Form);
            return null;
        }

        var level = new StarLevel(
            reader.Text(name, "", 20),
            reader.Number(least, -1m, 0m, 100m),
            Find(map, Condition) is { } condition
                ? reader.Word(condition, (StarCondition)(-1), Conditions)
                : StarCondition.None
        );
        return level.Name.Length == 0 || level.LeastTotal < 0m || level.Condition < 0 ? null : level;
    }

    private static YamlValue? Find(YamlMap map, string key) => map.Entries.FirstOrDefault(e => e.Key.Text == key).Value;
}
