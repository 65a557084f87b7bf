using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;
using FuGongJianJia.Text;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>
/// Reads input/theme（网站的样子）: theme.yml with colours, mark, fonts, order of the menu and footer, and 样式.css.
/// </summary>
internal static class LookImporter
{
    /// <summary>The folder.</summary>
    public const string Folder = "input/theme/";

    private const string Path = Folder + "theme.yml";
    private const string StylePath = Folder + "样式.css";
    private const string OtherStylePath = Folder + "style.css";
    private const int MostStyle = 100_000;
    private const int LongestLine = 200;
    private const int MostLines = 10;

    private static readonly string[] Items = ["颜色", "标志", "字体", "字体文件", "栏目", "页脚"];

    private static readonly (
        string Name,
        Func<LookColours, string> Get,
        Func<LookColours, string, LookColours> Set
    )[] Colours =
    [
        ("底色", c => c.Paper, (c, v) => c with { Paper = v }),
        ("衬底", c => c.Panel, (c, v) => c with { Panel = v }),
        ("文字", c => c.Ink, (c, v) => c with { Ink = v }),
        ("次要文字", c => c.Second, (c, v) => c with { Second = v }),
        ("线", c => c.Line, (c, v) => c with { Line = v }),
        ("强调", c => c.Accent, (c, v) => c with { Accent = v }),
    ];

    private static readonly string[] Grounds = ["底色", "衬底"];
    private static readonly string[] Texts = ["文字", "次要文字", "强调"];

    /// <summary>The look; what is wrong is reported and stays as it is built in.</summary>
    /// <param name="files">Every file.</param>
    /// <param name="paths">Their paths.</param>
    /// <param name="options">Options.</param>
    /// <param name="bag">Gets what is wrong.</param>
    public static SiteLook Read(
        List<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        var look = new SiteLook();
        if (files.Find(f => f.Path == Path) is { } file && SettingsImporter.Open(file, options, bag) is (_, var map))
        {
            var reader = new SettingReader(Path, bag);
            foreach (var (key, value) in map.Entries)
            {
                reader.Name = key.Text;
                look =
                    key.Text == "字体文件"
                        ? FontFiles.Read(look, Map(value, reader, ["标题", "正文"], bag), files, reader, bag)
                        : Item(look, key, value, reader, paths, bag);
            }
        }

        var style = files.Find(f => f.Path == StylePath) ?? files.Find(f => f.Path == OtherStylePath);
        look = style is null ? look : look with { Style = Style(style, options, bag) };
        CheckStray(files, look, style?.Path, bag);
        return look;
    }

    private static SiteLook Item(
        SiteLook look,
        YamlScalar key,
        YamlValue value,
        SettingReader reader,
        IReadOnlySet<string> paths,
        DiagnosticBag bag
    )
    {
        switch (key.Text)
        {
            case "颜色":
                foreach (var (mode, colours) in Map(value, reader, ["浅色", "深色"], bag))
                {
                    look =
                        mode.Text == "浅色"
                            ? look with
                            {
                                Light = Read(look.Light, mode.Text, colours, reader, bag),
                            }
                            : look with
                            {
                                Dark = Read(look.Dark, mode.Text, colours, reader, bag),
                            };
                }

                return look;
            case "标志":
                var logo = "theme/" + reader.Text(value, "");
                return BodyCheck.ImagePath(logo, new(Path, value.Line, value.Column), paths, bag)
                    ? look with
                    {
                        Logo = ArticleMarkdown.PathOf(logo),
                    }
                    : look;
            case "字体":
                foreach (var (role, fonts) in Map(value, reader, ["标题", "正文"], bag))
                {
                    reader.Name = "字体." + role.Text;
                    var names = Fonts(fonts, reader);
                    look = role.Text == "标题" ? look with { HeadingFonts = names } : look with { TextFonts = names };
                }

                return look;
            case "栏目":
                return look with { Menu = Menu(value, reader) };
            case "页脚":
                return look with { Footer = Footer(value, reader, paths, bag) };
            default:
                bag.Add(
                    SettingCodes.UnknownSetting,
                    new(Path, key.Line, key.Column),
                    $"theme.yml 里没有{Diagnostic.Quote(key.Text)}这一项。"
                        + Suggest.Phrase(key.Text, Items, $"可以写的有{string.Join('、', Items)}。")
                );
                return look;
        }
    }

    internal static IEnumerable<(YamlScalar Key, YamlValue Value)> Map(
        YamlValue value,
        SettingReader reader,
        string[] names,
        DiagnosticBag bag
    )
    {
        if (value is not YamlMap map)
        {
            reader.Wrong(value, "下面缩进的几项：" + string.Join('、', names));
            yield break;
        }

        foreach (var entry in map.Entries)
        {
            if (names.Contains(entry.Key.Text))
            {
                yield return entry;
            }
            else
            {
                bag.Add(
                    SettingCodes.UnknownSetting,
                    new(Path, entry.Key.Line, entry.Key.Column),
                    $"没有{Diagnostic.Quote(entry.Key.Text)}这一项。"
                        + Suggest.Phrase(entry.Key.Text, names, $"可以写的有{string.Join('、', names)}。")
                );
            }
        }
    }

    private static LookColours Read(
        LookColours built,
        string mode,
        YamlValue value,
        SettingReader reader,
        DiagnosticBag bag
    )
    {
        var colours = built;
        var places = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        reader.Name = "颜色." + mode;
        foreach (var (key, written) in Map(value, reader, [.. Colours.Select(c => c.Name)], bag))
        {
            reader.Name = $"颜色.{mode}.{key.Text}";
            if (written is YamlScalar scalar && Contrast.IsColour(scalar.Text.Trim()))
            {
                var colour = scalar.Text.Trim().ToUpperInvariant();
                colours = Colours.First(c => c.Name == key.Text).Set(colours, colour);
                places.Add(key.Text, written);
            }
            else
            {
                reader.Wrong(written, "六位的颜色，连同 # 加上引号，例如 \"#A3201D\"");
            }
        }

        CheckContrast(colours, mode, places, bag);
        return colours;
    }

    // Each text on each ground; said once a text, at the worst of its grounds, where the office wrote one of the two.
    private static void CheckContrast(
        LookColours colours,
        string mode,
        Dictionary<string, YamlValue> places,
        DiagnosticBag bag
    )
    {
        string Of(string name) => Colours.First(c => c.Name == name).Get(colours);
        string[] grounds = [.. Grounds.Select(Of)];
        foreach (var text in Texts)
        {
            var worst = Grounds.MinBy(g => Contrast.Of(Of(text), Of(g)))!;
            var ratio = Contrast.Of(Of(text), Of(worst));
            if (ratio >= Contrast.Least)
            {
                continue;
            }

            var at =
                places.GetValueOrDefault(text) ?? places.GetValueOrDefault(worst) ?? places.Values.FirstOrDefault();
            var remedy = Contrast.Nearest(Of(text), grounds) is { } near
                ? $"离它最近、够得上的颜色是“{near}”。"
                : "底色和衬底相差太大，没有一种颜色在两者上都读得清，请先改底色。";
            bag.Add(
                LookCodes.LowContrast,
                new(Path, at?.Line ?? 0, at?.Column ?? 0),
                $"{mode}的{text}“{Of(text)}”{(places.ContainsKey(text) ? "" : "（原来的）")}在{worst}“{Of(worst)}”上的对比度是 "
                    + $"{Contrast.Say(ratio)}，不到 4.5∶1。{remedy}"
            );
        }
    }

    private static ImmutableArray<string> Fonts(YamlValue value, SettingReader reader)
    {
        var names = reader.Lines(value);
        if (
            names.Length <= 8
            && names.All(n => n.Length <= 60 && n.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-'))
        )
        {
            return names;
        }

        reader.Wrong(value, "字体名，几个时用列表，例如 [思源宋体, SimSun]");
        return [];
    }

    private static ImmutableArray<string> Menu(YamlValue value, SettingReader reader)
    {
        var words = reader.Lines(value);
        if (words.All(w => SiteLook.MenuWords.Contains(w)) && words.Distinct().Count() == words.Length)
        {
            return words;
        }

        reader.Wrong(value, $"栏目的名字，每个一次：{string.Join('、', SiteLook.MenuWords)}；没有写的排在后面");
        return [];
    }

    private static ImmutableArray<string> Footer(
        YamlValue value,
        SettingReader reader,
        IReadOnlySet<string> paths,
        DiagnosticBag bag
    )
    {
        var lines = reader.Lines(value);
        var place = new SourcePlace(Path, value.Line, value.Column);
        if (lines.Length > MostLines || lines.Any(l => l.Length > LongestLine))
        {
            reader.Wrong(value, $"不超过 {MostLines} 行，每行不超过 {LongestLine} 个字");
            return [];
        }

        foreach (var line in lines)
        {
            // The line of an office is what people look for below a page.
            PrivacyGate.Check(line, place, "页脚", bag, allowed: PersonalKind.LandLine);
            var read = ArticleMarkdown.Read(line);
            foreach (var fault in read.Faults)
            {
                BodyCheck.Report(fault, place, bag);
            }

            foreach (
                var target in ArticleMarkdown.Links(read.Document).Select(l => ArticleLink.Of("theme/theme.yml", l))
            )
            {
                if (target is { } link && !paths.Contains("input/" + link.File))
                {
                    bag.Add(
                        WritingCodes.BrokenLink,
                        place,
                        $"页脚的链接到 input/{link.File}，没有这个文件。请核对；从 input/theme 算起，例如 ../pages/about.md。"
                    );
                }
            }
        }

        return lines;
    }

    private static string Style(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        if (file.Content.Length > MostStyle)
        {
            bag.Add(FileCodes.TooLarge, new(file.Path), "样式文件超过 100 KB。请只写要改的几处。");
            return "";
        }

        if (TextDecoder.ToProse(file, options.Encoding, bag) is not { } text)
        {
            return "";
        }

        PrivacyGate.CheckLines(text, file.Path, "样式", bag);
        StyleCheck.Check(text, file.Path, bag);
        return text;
    }

    private static void CheckStray(List<SourceFile> files, SiteLook look, string? style, DiagnosticBag bag)
    {
        foreach (
            var path in files
                .Select(f => f.Path)
                .Where(p => p.StartsWith(Folder, StringComparison.Ordinal))
                .Where(p => p != Path && p != style && p != "input/" + look.Logo)
                .Where(p => p != Folder + look.HeadingFile?.File && p != Folder + look.TextFile?.File)
                .Where(p => !p.EndsWith("/README.md", StringComparison.Ordinal))
        )
        {
            bag.Add(
                LookCodes.UnknownLookFile,
                new(path),
                "这个文件没有用到。颜色、字体等写在 theme.yml，样式写在 样式.css，标志、字体文件在 theme.yml 写明文件名。"
            );
        }
    }
}
