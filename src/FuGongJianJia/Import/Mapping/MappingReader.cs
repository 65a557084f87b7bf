using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>Reads input/对应.yml; what is wrong in it is told with line and column.</summary>
internal sealed class MappingReader(ImmutableArray<TableSpec> tables, DiagnosticBag bag)
{
    private static readonly string[] Top = ["区级组织", "直属", "分母为零", "表格", "指标"];

    /// <summary>版面 of a table that stands as most do.</summary>
    public const string Upright = "一行一个工会";

    /// <summary>版面 of a table with a column for each unit.</summary>
    public const string Turned = "一列一个工会";

    private static readonly string[] OfTable =
    [
        "文件",
        "工作表",
        "读作",
        "版面",
        "镇街取自",
        "指标取自",
        "列",
        "值",
        "单位",
        "固定值",
        "向下填充",
    ];

    /// <summary>The mapping; null when there is none or it cannot be used (reported).</summary>
    public static OfficeMapping? Read(
        SourceFile? file,
        ImmutableArray<TableSpec> tables,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (
            file is null
            || TextDecoder.ToProse(file, options.Encoding, bag) is not { } text
            || YamlReader.Read(text, file.Path, 0, bag) is not { } map
        )
        {
            return null;
        }

        var reader = new MappingReader(tables, bag);
        var mapping = reader.Read(map) with { Unconfirmed = Unconfirmed(text) };
        return mapping;
    }

    // The first lines explain the word itself.
    private static int Unconfirmed(string text) =>
        text.Split('\n').Count(l => l.Contains("# 待确认", StringComparison.Ordinal) && !l.StartsWith('#'));

    private OfficeMapping Read(YamlMap map)
    {
        var mapping = new OfficeMapping();
        foreach (var (key, value) in map.Entries)
        {
            mapping = key.Text switch
            {
                "区级组织" => mapping with { DistrictName = new(Word(value), "", value.Line) },
                "直属" => mapping with { Direct = Words(value) },
                "分母为零" => mapping with { ZeroIsNotApplicable = OneOf(value, "不适用", "照原样") == "不适用" },
                "表格" => mapping with { Tables = [.. Items(value).Select(Table).OfType<TableRule>()] },
                "指标" => mapping with { Indicators = [.. Items(value).Select(Indicator).OfType<IndicatorRule>()] },
                _ => Unknown(key, Top, mapping),
            };
        }

        return mapping;
    }

    private TableRule? Table(YamlValue value)
    {
        if (value is not YamlMap map)
        {
            Wrong(value, "“表格”下面每一项应当是几行“名字: 值”");
            return null;
        }

        var rule = new TableRule { Files = "", Line = map.Line };
        foreach (var (key, inner) in map.Entries)
        {
            rule = key.Text switch
            {
                "文件" => rule with { Files = Word(inner) },
                "工作表" => rule with { Sheets = Word(inner) },
                "读作" => rule with { ReadAs = ReadAs(inner) },
                "版面" => rule with { IsTurned = OneOf(inner, Upright, Turned) == Turned },
                "镇街取自" => rule with { TownFrom = OneOf(inner, [.. TableRule.Places]) },
                "指标取自" => rule with { IndicatorFrom = OneOf(inner, [.. TableRule.Places]) },
                "列" => rule with
                {
                    Columns =
                    [
                        .. Pairs(inner)
                            .SelectMany(p =>
                                (p.Value is YamlList several ? several.Items : [p.Value])
                                    .Select(Goal)
                                    .OfType<ColumnGoal>()
                                    .Select(t => new ColumnRule(p.Key.Text, t, "", p.Key.Line))
                            ),
                    ],
                },
                "值" => rule with { Words = [.. Pairs(inner).SelectMany(Words)] },
                "单位" => rule with
                {
                    Units =
                    [
                        .. Pairs(inner)
                            .Where(p => IsUnit(p.Value))
                            .Select(p => (p.Key.Text, new Noted<string>(Word(p.Value)))),
                    ],
                },
                "固定值" => rule with
                {
                    Fixed =
                    [
                        .. Pairs(inner)
                            .Select(p => (Target: Goal(p.Key), Value: new Noted<string>(Word(p.Value), "", p.Key.Line)))
                            .Where(p => p.Target is not null)
                            .Select(p => (p.Target!, p.Value)),
                    ],
                },
                "向下填充" => rule with { FillDown = Words(inner) },
                _ => Unknown(key, OfTable, rule),
            };
        }

        if (rule.Files.Length == 0)
        {
            Wrong(value, "这张表没有写“文件”");
            return null;
        }

        return rule;
    }

    private IndicatorRule? Indicator(YamlValue value)
    {
        if (value is not YamlMap map)
        {
            Wrong(value, "“指标”下面每一项应当写成 {指标编码: …, 指标名称: …}");
            return null;
        }

        var spec = tables.First(t => t.Name == "指标");
        var cells = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (key, inner) in map.Entries)
        {
            if (spec.Find(key.Text) is { } column)
            {
                cells.Add((column.Name, Word(inner)));
            }
            else
            {
                Unknown(key, [.. spec.Columns.Select(c => c.Name)], 0);
            }
        }

        return new(cells.ToImmutable(), "", map.Line);
    }

    private IEnumerable<WordRule> Words((YamlScalar Key, YamlValue Value) pair) =>
        Goal(pair.Key) is { } target
            ? Pairs(pair.Value).Select(p => new WordRule(target, p.Key.Text, Word(p.Value), "", p.Key.Line))
            : [];

    private ImmutableArray<string> ReadAs(YamlValue value)
    {
        var names = Words(value);
        foreach (var name in names.Where(n => n != OfficeWords.Unwanted && tables.All(t => t.Name != n)))
        {
            Wrong(value, $"没有叫{Diagnostic.Quote(name)}的表。{Suggest.Phrase(name, tables.Select(t => t.Name))}");
        }

        return names.Remove(OfficeWords.Unwanted);
    }

    private ColumnGoal? Goal(YamlValue value)
    {
        var text = Word(value);
        if (ColumnGoal.Parse(text, tables) is { } target)
        {
            return target;
        }

        var known = tables
            .SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}"))
            .Concat([OfficeWords.UnitCode, OfficeWords.UnitName, OfficeWords.UnitTown, OfficeWords.Unwanted]);
        Wrong(
            value,
            $"{Diagnostic.Quote(text)}不是一列。应写成 组织.职工数、指标值.R01.分子、单位.名称 或 不读。{Suggest.Phrase(text, known)}"
        );
        return null;
    }

    private bool IsUnit(YamlValue value)
    {
        if (HeadUnit.Parse(Word(value)) is not null)
        {
            return true;
        }

        Wrong(value, $"不认识单位{Diagnostic.Quote(Word(value))}。应写成 万元、万人、千人、% 等");
        return false;
    }

    private string OneOf(YamlValue value, params string[] words)
    {
        var text = Word(value);
        if (!words.Contains(text))
        {
            Wrong(value, $"应为 {string.Join('、', words)} 之一，读到{Diagnostic.Quote(text)}");
        }

        return text;
    }

    private string Word(YamlValue value)
    {
        if (value is YamlScalar scalar)
        {
            PrivacyGate.Check(scalar.Text, new(OfficeMapping.Path, scalar.Line, scalar.Column), "对应.yml", bag, true);
            return scalar.Text.Trim();
        }

        Wrong(value, "这里应当是一个值");
        return "";
    }

    private ImmutableArray<string> Words(YamlValue value) =>
        value is YamlList list ? [.. list.Items.Select(Word)]
        : Word(value) is { Length: > 0 } one ? [one]
        : [];

    private ImmutableArray<YamlValue> Items(YamlValue value)
    {
        if (value is YamlList list)
        {
            return list.Items;
        }

        if (value is not YamlScalar { Text: "" })
        {
            Wrong(value, "这里应当是一条一条的，每条以“- ”开头");
        }

        return [];
    }

    private ImmutableArray<(YamlScalar Key, YamlValue Value)> Pairs(YamlValue value)
    {
        if (value is YamlMap map)
        {
            return map.Entries;
        }

        if (value is not YamlScalar { Text: "" })
        {
            Wrong(value, "这里应当一行一项，写成“名字: 值”");
        }

        return [];
    }

    private T Unknown<T>(YamlScalar key, string[] names, T unchanged)
    {
        Wrong(
            key,
            $"没有{Diagnostic.Quote(key.Text)}这一项。{Suggest.Phrase(key.Text, names, "可以写：" + string.Join('、', names))}"
        );
        return unchanged;
    }

    private void Wrong(YamlValue value, string message) =>
        bag.Add(
            MappingCodes.Wrong,
            new(OfficeMapping.Path, value.Line, value.Column),
            message.TrimEnd('。', '？') + (message.EndsWith('？') ? "？" : "。")
        );
}
