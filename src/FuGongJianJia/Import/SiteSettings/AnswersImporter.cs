using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>Reads input/answers.yml: a question a key, below it 也叫, 答 and 去.</summary>
internal static class AnswersImporter
{
    /// <summary>Where the answers stand.</summary>
    public const string Path = "input/answers.yml";

    private const string Also = "也叫";
    private const string Text = "答";
    private const string Place = "去";
    private const int LongestText = 120;
    private const int LongestQuestion = 30;

    private static readonly string[] Items = [Also, Text, Place];

    /// <summary>Answers in the order of the file; one that says or leads to nothing is reported and left out.</summary>
    /// <param name="file">The file; null where there is none.</param>
    /// <param name="pages">Titles of the pages of input/pages, which an answer may lead to.</param>
    /// <param name="options">Options.</param>
    /// <param name="bag">Gets what is wrong.</param>
    public static ImmutableArray<Answer> Read(
        SourceFile? file,
        IEnumerable<string> pages,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (file is null || SettingsImporter.Open(file, options, bag) is not (_, var map))
        {
            return [];
        }

        var reader = new SettingReader(file.Path, bag);
        string[] places = [.. Answer.Places, .. pages];
        return [.. map.Entries.Select(e => One(e.Key, e.Value, places, reader, file.Path, bag)).OfType<Answer>()];
    }

    private static Answer? One(
        YamlScalar question,
        YamlValue value,
        string[] places,
        SettingReader reader,
        string file,
        DiagnosticBag bag
    )
    {
        var at = new SourcePlace(file, question.Line, question.Column);
        PrivacyGate.Check(question.Text, at, "问题", bag);
        reader.Name = question.Text;
        var asked = reader.Text(question, "", LongestQuestion);
        if (value is not YamlMap items)
        {
            reader.Wrong(value, "下面缩进的三项：" + string.Join('、', Items));
            return null;
        }

        var (also, answer, place) = (ImmutableArray<string>.Empty, "", "");
        foreach (var (key, item) in items.Entries)
        {
            reader.Name = $"{question.Text}.{key.Text}";
            switch (key.Text)
            {
                case Also:
                    also = reader.Lines(item);
                    foreach (var word in also)
                    {
                        PrivacyGate.Check(word, new(file, item.Line, item.Column), "别的叫法", bag);
                    }

                    break;
                case Text:
                    answer = reader.Text(item, "", LongestText);
                    // The line of an office is what people ask for.
                    PrivacyGate.Check(
                        answer,
                        new(file, item.Line, item.Column),
                        "答案",
                        bag,
                        allowed: PersonalKind.LandLine
                    );
                    break;
                case Place:
                    place = Known(item, places, reader, file, bag);
                    break;
                default:
                    bag.Add(
                        SettingCodes.UnknownSetting,
                        new(file, key.Line, key.Column),
                        $"“{question.Text}”下面没有{Diagnostic.Quote(key.Text)}这一项。"
                            + Suggest.Phrase(key.Text, Items, "只有也叫、答、去三项。")
                    );
                    break;
            }
        }

        foreach (var missing in new[] { Text, Place }.Where(n => items.Entries.All(e => e.Key.Text != n)))
        {
            bag.Add(
                SettingCodes.BadSetting,
                at,
                $"“{question.Text}”没有写“{missing}”。请在它下面补一行“{missing}: ……”。"
            );
        }

        return asked.Length > 0 && answer.Length > 0 && place.Length > 0 ? new(asked, also, answer, place) : null;
    }

    private static string Known(YamlValue item, string[] places, SettingReader reader, string file, DiagnosticBag bag)
    {
        var place = reader.Text(item, "");
        if (place.Length == 0 || places.Contains(place, StringComparer.Ordinal))
        {
            return place;
        }

        bag.Add(
            SettingCodes.BadSetting,
            new(file, item.Line, item.Column),
            $"“{reader.Name}”应为一个栏目或 input/pages 里一页的标题，读到{Diagnostic.Quote(place)}。"
                + Suggest.Phrase(place, places, $"栏目有{string.Join('、', Answer.Places)}。")
        );
        return "";
    }
}
