using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>Reads input/reports/annual.yml: 封面, 徽标, and 正文 and 附录 as lists of chapters.</summary>
internal static class AnnualOutlineImporter
{
    /// <summary>Where the outline stands.</summary>
    public const string Path = "input/reports/annual.yml";

    private const string Chapters = "正文";
    private const string Appendices = "附录";
    private const string Cover = "封面";
    private const string Emblem = "徽标";

    private static readonly string[] Keys = [Cover, Emblem, Chapters, Appendices];
    private static readonly string[] ChapterKeys = ["章", "标题"];
    private static readonly string[] PictureKeys = ["图片", "替代文字", "同意"];

    /// <summary>The outline; what is wrong with it is reported and left as it is without the file.</summary>
    /// <param name="file">The file; null where there is none.</param>
    /// <param name="written">Names of chapters that people wrote a text of.</param>
    /// <param name="paths">Every file there is.</param>
    /// <param name="options">Options.</param>
    /// <param name="bag">Gets what is wrong.</param>
    public static AnnualOutline Read(
        SourceFile? file,
        IEnumerable<string> written,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (file is null || SettingsImporter.Open(file, options, bag) is not (var text, var map))
        {
            return AnnualOutline.Default;
        }

        PrivacyGate.CheckLines(text, file.Path, "年度报告的篇目", bag);
        var reader = new SettingReader(file.Path, bag);
        var outline = AnnualOutline.Default;
        string[] own = [.. written];
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            reader.Name = key.Text;
            switch (key.Text)
            {
                case Chapters:
                    outline = outline with { Chapters = List(value, AnnualChapterNames.Chapters, own, listed) };
                    break;
                case Appendices:
                    outline = outline with { Appendices = List(value, AnnualChapterNames.Appendices, own, listed) };
                    break;
                case Cover:
                    outline = outline with { Cover = Picture(value) };
                    break;
                case Emblem:
                    outline = outline with { Emblem = Picture(value) };
                    break;
                default:
                    Unknown(key, Keys);
                    break;
            }
        }

        return outline;

        ImmutableArray<AnnualChapter> List(
            YamlValue value,
            ImmutableArray<string> builtIn,
            string[] own,
            HashSet<string> listed
        )
        {
            if (value is not YamlList list)
            {
                reader.Wrong(value, "几章，一行一章，每行前面写“- ”");
                return [];
            }

            var name = reader.Name;
            return
            [
                .. list
                    .Items.Select(i =>
                    {
                        reader.Name = name;
                        return Chapter(i, [.. builtIn.Concat(own).Distinct(StringComparer.Ordinal)], listed);
                    })
                    .OfType<AnnualChapter>(),
            ];
        }

        AnnualChapter? Chapter(YamlValue value, string[] known, HashSet<string> listed)
        {
            var (name, title, at) = ("", "", value);
            if (value is YamlMap map)
            {
                foreach (var (key, item) in map.Entries)
                {
                    switch (key.Text)
                    {
                        case "章":
                            (name, at) = (reader.Text(item, ""), item);
                            break;
                        case "标题":
                            title = reader.Text(item, "", 40);
                            break;
                        default:
                            Unknown(key, ChapterKeys);
                            break;
                    }
                }
            }
            else if (value is YamlScalar)
            {
                name = reader.Text(value, "");
            }

            var place = new SourcePlace(file.Path, at.Line, at.Column);
            if (name.Length == 0)
            {
                reader.Wrong(at, "章名，或写成 {章: 概况, 标题: 一年概况}");
                return null;
            }

            if (!known.Contains(name, StringComparer.Ordinal))
            {
                bag.Add(
                    WritingCodes.ChapterNotListed,
                    place,
                    $"没有{Diagnostic.Quote(name)}这一章。"
                        + Suggest.Phrase(
                            name,
                            known,
                            $"可以写的有：{string.Join('；', known)}。"
                                + $"自己写的章，先放一个 {ChapterImporter.Folder}年份/{name}.md。"
                        )
                );
                return null;
            }

            if (!listed.Add(name))
            {
                bag.Add(SettingCodes.BadSetting, place, $"{Diagnostic.Quote(name)}列了两次。请删掉一行。");
                return null;
            }

            return new(name, title);
        }

        AnnualPicture? Picture(YamlValue value)
        {
            if (value is not YamlMap map)
            {
                reader.Wrong(value, "下面缩进的三项：" + string.Join('、', PictureKeys));
                return null;
            }

            var (path, alt, agreed, name) = ("", "", false, reader.Name);
            foreach (var (key, item) in map.Entries)
            {
                reader.Name = $"{name}.{key.Text}";
                switch (key.Text)
                {
                    case "图片":
                        path = reader.Text(item, "");
                        path = BodyCheck.ImagePath(path, new(file.Path, item.Line, item.Column), paths, bag)
                            ? path
                            : "";
                        break;
                    case "替代文字":
                        alt = reader.Text(item, "");
                        break;
                    case "同意":
                        agreed = reader.YesNo(item, false);
                        break;
                    default:
                        Unknown(key, PictureKeys);
                        break;
                }
            }

            var place = new SourcePlace(file.Path, value.Line, value.Column);
            if (path.Length > 0 && alt.Length == 0)
            {
                bag.Add(WritingCodes.ImageAlt, place, $"“{name}”没有写“替代文字”。请写一句话说明图片内容。");
            }

            if (path.Length > 0 && !agreed)
            {
                bag.Add(
                    WritingCodes.ImageConsent,
                    place,
                    $"“{name}”没有写“同意: 是”，图片不会印出来。图上有人的，请取得同意后写上。"
                );
            }

            return path.Length > 0 && agreed ? new(path, alt) : null;
        }

        void Unknown(YamlScalar key, string[] known) =>
            bag.Add(
                SettingCodes.UnknownSetting,
                new(file.Path, key.Line, key.Column),
                $"不认识{Diagnostic.Quote(key.Text)}。"
                    + Suggest.Phrase(key.Text, known, $"可以写的有：{string.Join('、', known)}。")
            );
    }
}
