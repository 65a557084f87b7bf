using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>
/// Reads values of settings with messages（读设置）. What cannot be read is reported and the default stays.
/// </summary>
internal sealed class SettingReader(string path, DiagnosticBag bag)
{
    /// <summary>Name of the setting that is being read.</summary>
    public string Name { get; set; } = "";

    /// <summary>Reports a value of the wrong form.</summary>
    public void Wrong(YamlValue value, string expected)
    {
        var found = value is YamlScalar scalar ? $"，读到{Diagnostic.Quote(scalar.Text)}" : "";
        bag.Add(SettingCodes.BadSetting, new(path, value.Line, value.Column), $"“{Name}”应为{expected}{found}。");
    }

    /// <summary>A line of text.</summary>
    public string Text(YamlValue value, string fallback, int longest = 200)
    {
        if (
            value is YamlScalar scalar
            && scalar.Text.Length <= longest
            && !scalar.Text.Contains('\n', StringComparison.Ordinal)
        )
        {
            return CellCleaner.Line(scalar.Text);
        }

        Wrong(value, $"一行文字（不超过 {longest} 个字）");
        return fallback;
    }

    /// <summary>是 or 否.</summary>
    public bool YesNo(YamlValue value, bool fallback)
    {
        if (value is YamlScalar scalar && YesNoText.TryParse(scalar.Text, out var yes))
        {
            return yes;
        }

        Wrong(value, " 是 或 否");
        return fallback;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(YamlValue value, int fallback, int least, int most)
    {
        if (
            value is YamlScalar scalar
            && int.TryParse(
                ReadingFold.Of(scalar.Text),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Wrong(value, $" {least} 到 {most} 的整数");
        return fallback;
    }

    /// <summary>A number within bounds.</summary>
    public decimal Number(YamlValue value, decimal fallback, decimal least, decimal most)
    {
        if (
            value is YamlScalar scalar
            && NumberCell.TryParse(scalar.Text, out var number)
            && number.Value >= least
            && number.Value <= most
        )
        {
            return number.Value;
        }

        Wrong(value, $" {ExactNumber.Of(least)} 到 {ExactNumber.Of(most)} 的数");
        return fallback;
    }

    /// <summary>One of some words.</summary>
    public T Word<T>(YamlValue value, T fallback, ImmutableArray<(string Word, T Value)> words)
    {
        if (value is YamlScalar scalar)
        {
            foreach (var (word, meant) in words)
            {
                if (word == scalar.Text.Trim())
                {
                    return meant;
                }
            }
        }

        Wrong(value, " " + string.Join(" 或 ", words.Select(w => w.Word)));
        return fallback;
    }

    /// <summary>A list of lines, or one line.</summary>
    public ImmutableArray<string> Lines(YamlValue value)
    {
        switch (value)
        {
            case YamlScalar scalar:
                return scalar.Text.Length == 0 ? [] : [Text(scalar, "")];
            case YamlList list:
                return [.. list.Items.Select(i => Text(i, "")).Where(t => t.Length > 0)];
            default:
                Wrong(value, "几行文字，每行前面写“- ”");
                return [];
        }
    }

    /// <summary>A list of whole numbers.</summary>
    public ImmutableArray<int> Wholes(YamlValue value, int least, int most)
    {
        if (value is YamlList list)
        {
            return [.. list.Items.Select(i => Whole(i, least, least, most))];
        }

        Wrong(value, "方括号括起来的整数，例如 [25, 200]");
        return [];
    }
}
