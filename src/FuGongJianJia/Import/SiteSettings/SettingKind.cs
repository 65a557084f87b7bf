using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>How a kind of setting is written（设置的写法）, both ways.</summary>
/// <param name="Type">What may be written, for the documentation.</param>
/// <param name="Read">Reads a value; what it is now, after reporting, when it cannot be read.</param>
/// <param name="Write">The value as it would be written, for the documentation of its default.</param>
internal sealed record SettingKind<T>(string Type, Func<YamlValue, SettingReader, T, T> Read, Func<T, string> Write);

/// <summary>The kinds of settings.</summary>
internal static class SettingKinds
{
    private const string NoPaper = "不做";

    /// <summary>是 or 否.</summary>
    public static SettingKind<bool> YesNo { get; } =
        new("是/否", (value, reader, now) => reader.YesNo(value, now), yes => yes ? "是" : "否");

    /// <summary>The lines of an imprint, or none.</summary>
    public static SettingKind<ImmutableArray<string>> Lines { get; } =
        new("几行文字", (value, reader, _) => reader.Lines(value), lines => lines.IsEmpty ? "空" : List(lines));

    /// <summary>
    /// Words that stand for a protection: an empty list would switch it off without a word, so it has to name
    /// something.
    /// </summary>
    public static SettingKind<ImmutableArray<string>> Words { get; } =
        new(
            "列表",
            (value, reader, now) =>
            {
                var words = reader.Lines(value);
                if (!words.IsEmpty && words.All(w => w.Length <= 20))
                {
                    return words;
                }

                reader.Wrong(value, "一个或几个词（每个不超过 20 个字），例如 [困难, 争议]");
                return now;
            },
            List
        );

    /// <summary>Variants of the method, in their own order.</summary>
    public static SettingKind<ImmutableArray<Variant>> Variants { get; } =
        new(
            "列表",
            (value, reader, now) =>
            {
                var words = reader.Lines(value);
                var known = Vocabulary.Variants.Select(v => v.Word());
                if (!words.IsEmpty && words.All(known.Contains))
                {
                    return [.. Vocabulary.Variants.Where(v => words.Contains(v.Word(), StringComparer.Ordinal))];
                }

                reader.Wrong(value, "以下几种中的一种或几种：" + string.Join('、', known));
                return now;
            },
            variants => List(variants.Select(v => v.Word()))
        );

    /// <summary>Papers that are also made as OFD, in their own order; 不做 for none.</summary>
    public static SettingKind<ImmutableArray<OfdPaper>> OfdPapers { get; } =
        new(
            "列表",
            (value, reader, now) =>
            {
                var words = reader.Lines(value);
                if (words is [NoPaper])
                {
                    return [];
                }

                var known = Vocabulary.OfdPapers;
                if (!words.IsEmpty && words.All(w => known.Any(p => p.Word() == w)))
                {
                    return [.. known.Where(p => words.Contains(p.Word(), StringComparer.Ordinal))];
                }

                var all = string.Join('、', known.Select(p => p.Word()));
                reader.Wrong(value, $"以下几种中的一种或几种：{all}；或者 {NoPaper}");
                return now;
            },
            papers => papers.IsEmpty ? NoPaper : List(papers.Select(p => p.Word()))
        );

    /// <summary>Levels of a scheme of stars, the highest first.</summary>
    public static SettingKind<ImmutableArray<StarLevel>> Stars { get; } =
        new("列表", StarLevels.Read, StarLevels.Write);

    /// <summary>The address of a folder on the web.</summary>
    public static SettingKind<string> Address { get; } =
        new(
            "网址",
            (value, reader, now) =>
            {
                var text = reader.Text(value, now);
                if (
                    text.Length == 0
                    || (
                        Uri.TryCreate(text, UriKind.Absolute, out var uri)
                        && uri is { Scheme: "http" or "https", Query: "", Fragment: "" }
                    )
                )
                {
                    return text.Length == 0 || text.EndsWith('/') ? text : text + "/";
                }

                reader.Wrong(value, "以 http:// 或 https:// 开头的完整地址");
                return now;
            },
            OrEmpty
        );

    /// <summary>An office telephone.</summary>
    public static SettingKind<string> OfficePhone { get; } =
        new(
            "办公电话",
            (value, reader, now) =>
            {
                var text = reader.Text(value, now, 40);
                if (text.All(c => char.IsAsciiDigit(c) || c is '-' or ' ' or '(' or ')' or '、' or '/' or '转'))
                {
                    return text;
                }

                reader.Wrong(value, "办公电话，写作区号、短横线、号码");
                return now;
            },
            OrEmpty
        );

    /// <summary>A line of text.</summary>
    public static SettingKind<string> Text(int longest = 200) =>
        new("文字", (value, reader, now) => reader.Text(value, now, longest), OrEmpty);

    /// <summary>A whole number within bounds.</summary>
    public static SettingKind<int> Whole(int least, int most) =>
        new(
            "整数",
            (value, reader, now) => reader.Whole(value, now, least, most),
            number => number.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>A number within bounds.</summary>
    public static SettingKind<decimal> Number(decimal least, decimal most) =>
        new("数", (value, reader, now) => reader.Number(value, now, least, most), ExactNumber.Of);

    /// <summary>One of some words.</summary>
    public static SettingKind<T> Word<T>(params ImmutableArray<(string Word, T Value)> words) =>
        new(
            string.Join('、', words.Select(w => w.Word)),
            (value, reader, now) => reader.Word(value, now, words),
            meant => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, meant)).Word
        );

    /// <summary>Bounds that rise.</summary>
    /// <param name="type">What may be written.</param>
    /// <param name="least">Lowest.</param>
    /// <param name="most">Highest.</param>
    /// <param name="longest">How many at most.</param>
    /// <param name="expected">What is expected, for a message.</param>
    /// <param name="none">What holds where there are none.</param>
    public static SettingKind<ImmutableArray<int>> Ascending(
        string type,
        int least,
        int most,
        int longest,
        string expected,
        string none = ""
    ) =>
        new(
            type,
            (value, reader, now) =>
            {
                var bounds = reader.Wholes(value, least, most);
                if (
                    bounds.Length > 0
                    && bounds.Length <= longest
                    && bounds.Zip(bounds.Skip(1)).All(p => p.First < p.Second)
                )
                {
                    return bounds;
                }

                reader.Wrong(value, expected);
                return now;
            },
            bounds => bounds.IsEmpty ? none : List(bounds.Select(b => b.ToString(CultureInfo.InvariantCulture)))
        );

    private static string OrEmpty(string text) => text.Length == 0 ? "空" : text;

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string List(ImmutableArray<string> items) => List(items.AsEnumerable());
}
