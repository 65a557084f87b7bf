using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>Reads input/site.yml.</summary>
internal static class SettingsImporter
{
    /// <summary>Where the settings stand.</summary>
    public const string Path = "input/site.yml";

    private const string Letters = "西文";

    private static readonly string[] Faces = ["小标宋", "宋", "仿宋", "楷", "黑", "粗黑"];

    // Of every face itself, then of the letters and figures beside it.
    private static readonly string[] FontRoles = [.. Faces, Letters, .. Faces.Select(f => f + Letters)];

    /// <summary>Settings, defaults where nothing is said; wrong values are reported and keep their default.</summary>
    public static Settings Read(SourceFile? file, ImportOptions options, DiagnosticBag bag)
    {
        var settings = new Settings();
        if (file is null)
        {
            bag.Add(SettingCodes.NoSettings, new(Path), "没有 input/site.yml，全部按默认设置。");
            return settings;
        }

        if (TextDecoder.ToProse(file, options.Encoding, bag) is not { } text)
        {
            return settings;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            bag.Add(SettingCodes.NoSettings, new(Path), "input/site.yml 是空的，全部按默认设置。");
            return settings;
        }

        if (YamlReader.Read(text, file.Path, 0, bag) is not { } map)
        {
            return settings;
        }

        CheckCut(map, file.Path, bag);
        var reader = new SettingReader(file.Path, bag);
        foreach (var (key, value) in map.Entries)
        {
            settings = Apply(settings, key, key.Text, value, reader, file.Path, bag);
        }

        CheckWithheld(settings, map, file.Path, bag);
        CheckStars(settings, map, file.Path, bag);
        return CheckBands(settings, map, file.Path, bag);
    }

    /// <summary>The text of a file of settings and what it holds; null when it cannot be read (reported).</summary>
    public static (string Text, YamlMap Map)? Open(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        if (
            TextDecoder.ToProse(file, options.Encoding, bag) is not { } text
            || YamlReader.Read(text, file.Path, 0, bag) is not { } map
        )
        {
            return null;
        }

        CheckCut(map, file.Path, bag);
        return (text, map);
    }

    /// <summary>
    /// Codes of indicators in the settings（评先.必查指标）that no catalogue has, once the catalogues are read.
    /// </summary>
    public static void CheckIndicators(
        SourceFile? file,
        Settings settings,
        IReadOnlyCollection<string> known,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        var unknown = settings.Commending.Indicators.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count == 0 || known.Count == 0 || file is null)
        {
            return;
        }

        // Read again for the places; what is wrong with the file has been said.
        var unheard = new DiagnosticBag();
        var map = TextDecoder.ToProse(file, options.Encoding, unheard) is { } text
            ? YamlReader.Read(text, file.Path, 0, unheard)
            : null;
        var value = Find(Find(map, "评先"), "必查指标");
        foreach (var code in unknown)
        {
            var at = value is YamlList list
                ? list.Items.FirstOrDefault(i => i is YamlScalar scalar && scalar.Text.Trim() == code) ?? value
                : value;
            bag.Add(
                SettingCodes.UnknownIndicator,
                new(file.Path, at?.Line ?? 0, at?.Column ?? 0),
                $"“评先.必查指标”里的{Diagnostic.Quote(code)}不在任何一期的指标目录里。"
                    + Suggest.Phrase(code, known, "请核对指标编码，或者删掉。")
            );
        }
    }

    private static YamlValue? Find(YamlValue? value, string key) =>
        (value as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Text == key).Value;

    // Whoever is told of a star is told that its conditions are met, and whoever is not, that one is not.
    private static void CheckStars(Settings settings, YamlMap map, string file, DiagnosticBag bag)
    {
        if (
            settings.Stars.ArePublic
            && settings.Stars.Levels.Any(l => l.Condition == StarCondition.ScreeningPassed)
            && Find(Find(map, "星级"), "公开") is { } at
        )
        {
            bag.Add(
                SettingCodes.BadSetting,
                new(file, at.Line, at.Column),
                "“星级.公开”是“是”，“星级.等级”的条件就不能写“资格审查通过”：没有星级会让人推出内部的结论。请改用“必备达标”，或者不公开。"
            );
        }
    }

    /// <summary>Reports values behind which the rest of the line is lost.</summary>
    private static void CheckCut(YamlMap map, string file, DiagnosticBag bag)
    {
        foreach (var (cut, _) in map.Cut.Where(c => !c.IsRemark))
        {
            bag.Add(
                WritingCodes.CutByHash,
                new(file, cut.Line, cut.Column),
                $"{Diagnostic.Quote(cut.Text)}后面空格和 # 之后的字会被丢掉。请把整个值加上英文双引号；是说明的，在 # 后面空一格。"
            );
        }
    }

    private static void CheckWithheld(Settings settings, YamlMap map, string file, DiagnosticBag bag)
    {
        foreach (
            var name in new[]
            {
                settings.ScoresWithheld ? "小数保护计分" : "",
                settings.ScoresUnpublished ? "不公开计分" : "",
            }.Where(name => name.Length > 0 && !settings.Demo)
        )
        {
            var at = map.Entries.First(e => e.Key.Text == name).Key;
            bag.Add(
                SettingCodes.WithheldScores,
                new(file, at.Line, at.Column),
                $"“{name}”是“是”：不公布的得分照常计入指数，懂得方法的人能由指数把它算出来。真实数据请改为 否。"
            );
        }
    }

    private static Settings Apply(
        Settings settings,
        YamlScalar key,
        string path,
        YamlValue value,
        SettingReader reader,
        string file,
        DiagnosticBag bag
    )
    {
        var spec = SettingsSchema.All.FirstOrDefault(s =>
            s.Path == path
            || (
                s.Path.EndsWith(".*", StringComparison.Ordinal)
                && path.StartsWith(s.Path[..^1], StringComparison.Ordinal)
            )
        );
        if (spec is not null && (spec.Path != "字体.*" || FontRoles.Contains(path[3..])))
        {
            Gate(key.Text, value, spec, file, bag);
            if (value is YamlScalar { Text: "" })
            {
                // “标题:” with nothing behind it is the same as no line at all.
                return settings;
            }

            reader.Name = path;
            return spec.Apply(settings, value, reader);
        }

        if (
            value is YamlMap group
            && SettingsSchema.All.Any(s => s.Path.StartsWith(path + ".", StringComparison.Ordinal))
        )
        {
            foreach (var (inner, innerValue) in group.Entries)
            {
                settings = Apply(settings, inner, $"{path}.{inner.Text}", innerValue, reader, file, bag);
            }

            return settings;
        }

        if (SettingsSchema.All.Any(s => s.Path.StartsWith(path + ".", StringComparison.Ordinal)))
        {
            if (value is not YamlScalar { Text: "" })
            {
                reader.Name = path;
                reader.Wrong(
                    value,
                    "下面缩进的几项："
                        + string.Join(
                            '、',
                            SettingsSchema
                                .All.Where(s => s.Path.StartsWith(path + ".", StringComparison.Ordinal))
                                .Select(s => s.Path[(path.Length + 1)..])
                        )
                );
            }

            return settings;
        }

        var names = SettingsSchema
            .All.Select(s => s.Path)
            .Concat(FontRoles.Select(r => "字体." + r))
            .Concat(
                SettingsSchema
                    .All.Where(s => s.Path.Contains('.', StringComparison.Ordinal))
                    .Select(s => s.Path[..s.Path.IndexOf('.', StringComparison.Ordinal)])
            );
        PrivacyGate.Check(key.Text, new(file, key.Line, key.Column), "设置的名字", bag);
        bag.Add(
            SettingCodes.UnknownSetting,
            new(file, key.Line, key.Column),
            $"没有设置{Diagnostic.Quote(path)}。{Suggest.Phrase(path, names, "请核对名字，或者删掉。")}"
        );
        return settings;
    }

    private static void Gate(string name, YamlValue value, SettingSpec spec, string file, DiagnosticBag bag)
    {
        switch (value)
        {
            case YamlScalar scalar:
                // A record number of fourteen digits is no card; an office telephone is meant to be seen.
                PrivacyGate.Check(
                    scalar.Text,
                    new(file, scalar.Line, scalar.Column),
                    $"设置“{name}”",
                    bag,
                    isCode: spec.Path.StartsWith("备案", StringComparison.Ordinal),
                    allowed: spec.IsOfficePhone ? PersonalKind.LandLine : null
                );
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    Gate(name, item, spec, file, bag);
                }

                break;
            case YamlMap map:
                foreach (var (_, inner) in map.Entries)
                {
                    Gate(name, inner, spec, file, bag);
                }

                break;
        }
    }

    private static Settings CheckBands(Settings settings, YamlMap map, string file, DiagnosticBag bag)
    {
        if (settings.GradeBands[0] > settings.GradeBands[1] && settings.GradeBands[1] > settings.GradeBands[2])
        {
            return settings;
        }

        var at = map.Entries.FirstOrDefault(e => e.Key.Text == "等次线").Key;
        bag.Add(
            SettingCodes.BadSetting,
            new(file, at?.Line ?? 0, at?.Column ?? 0),
            "“等次线”应为优秀高于良好、良好高于合格。"
        );
        return settings with { GradeBands = new Settings().GradeBands };
    }
}
