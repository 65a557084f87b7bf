using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Articles;

/// <summary>A written file taken apart（开头的说明和正文）.</summary>
/// <param name="File">Path.</param>
/// <param name="Fields">Front matter.</param>
/// <param name="Body">Markdown.</param>
/// <param name="BodyLine">Line of the file on which the body starts.</param>
/// <param name="Refused">Lines in which the privacy gate found something.</param>
internal sealed record WrittenFile(string File, YamlMap Fields, string Body, int BodyLine, IReadOnlySet<int> Refused)
{
    private const int MostBytes = 1_000_000;

    /// <summary>
    /// Reads a Markdown file and passes all of it through the privacy gate; null when it has no sound front matter
    /// (reported).
    /// </summary>
    public static WrittenFile? Read(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        if (file.Content.Length > MostBytes)
        {
            bag.Add(FileCodes.TooLarge, new(file.Path), "文件超过 1 MB，不像是一篇文章。请确认放的是 Markdown 文件。");
            return null;
        }

        if (TextDecoder.ToProse(file, options.Encoding, bag) is not { } text)
        {
            return null;
        }

        CheckGarbled(text, file.Path, bag);
        var refused = PrivacyGate.CheckLines(text, file.Path, "文章", bag);

        // Blanks behind --- cannot be seen.
        var first = text.IndexOf('\n');
        if (
            first < 0
            || text[..first].TrimEnd() != "---"
            || text.IndexOf("\n---", first, StringComparison.Ordinal) is not (>= 0 and var end)
        )
        {
            bag.Add(
                WritingCodes.NoFrontMatter,
                new(file.Path, 1),
                "开头没有用 --- 括起来的说明。第一行写 ---，接着写 标题 等各项，再写一行 ---。"
            );
            return null;
        }

        var after = text.IndexOf('\n', end + 1);
        var body = after < 0 ? "" : text[(after + 1)..];
        var yaml = end <= first ? "" : text[(first + 1)..end];
        if (YamlReader.Read(yaml, file.Path, 1, bag) is not { } fields)
        {
            return null;
        }

        foreach (var (cut, _) in fields.Cut)
        {
            bag.Add(
                WritingCodes.CutByHash,
                new(file.Path, cut.Line, cut.Column),
                $"{Diagnostic.Quote(cut.Text)}后面空格和 # 之后的字会被丢掉。请把整个值加上英文双引号，例如 \"{cut.Text} #…\"。"
            );
        }

        CheckRead(fields, file.Path, refused, bag);
        return new(file.Path, fields, body, text.AsSpan(0, text.Length - body.Length).Count('\n') + 1, refused);
    }

    /// <summary>
    /// Reads a file whose front matter holds no other fields than these, and checks its body; null when it cannot be
    /// read (reported).
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="names">Fields that it may hold.</param>
    /// <param name="paths">Every file there is.</param>
    /// <param name="options">Options.</param>
    /// <param name="bag">Gets what is wrong.</param>
    /// <param name="publishesImages">Whether pictures in the body are published.</param>
    public static (WrittenFile File, FieldReader Fields)? Read(
        SourceFile source,
        IEnumerable<string> names,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag,
        bool publishesImages
    )
    {
        if (Read(source, options, bag) is not { } file)
        {
            return null;
        }

        BodyCheck.Check(file, paths, bag, publishesImages);
        var fields = new FieldReader(file.File, file.Fields, bag);
        fields.OnlyThese([.. names]);
        return (file, fields);
    }

    private static void CheckGarbled(string text, string path, DiagnosticBag bag)
    {
        var line = 0;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            line++;
            if (Mojibake.In(part.ToString()) is { } what)
            {
                bag.Add(
                    FileCodes.Garbled,
                    new(path, line),
                    $"这一行里有乱码：{Diagnostic.Quote(part.ToString())}。{what}"
                );
            }
        }
    }

    /// <summary>
    /// A value may join several lines or be written in escapes; what is read counts as well as what is written.
    /// </summary>
    private static void CheckRead(YamlValue value, string path, HashSet<int> refused, DiagnosticBag bag)
    {
        switch (value)
        {
            case YamlScalar scalar when !refused.Contains(scalar.Line):
                PrivacyGate.Check(scalar.Text, new(path, scalar.Line, scalar.Column), "文章", bag);
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    CheckRead(item, path, refused, bag);
                }

                break;
            case YamlMap map:
                foreach (var (_, inner) in map.Entries)
                {
                    CheckRead(inner, path, refused, bag);
                }

                break;
        }
    }

    /// <summary>The name of the file without folders and extension.</summary>
    public string Slug => File[(File.LastIndexOf('/') + 1)..^3];
}

/// <summary>Reads the fields of a front matter with messages.</summary>
internal sealed class FieldReader(string file, YamlMap fields, DiagnosticBag bag)
{
    /// <summary>Place of a field, or of the front matter.</summary>
    public SourcePlace Place(string name) => Find(name) is { } value ? Place(value) : new(file, fields.Line);

    /// <summary>Place of a value.</summary>
    public SourcePlace Place(YamlValue value) => new(file, value.Line, value.Column);

    /// <summary>The value of a field, or null.</summary>
    public YamlValue? Find(string name) => fields.Entries.FirstOrDefault(e => e.Key.Text == name).Value;

    /// <summary>A line of text; empty when absent.</summary>
    public string Text(string name, bool required)
    {
        var text = "";
        switch (Find(name))
        {
            case YamlScalar scalar:
                text = CellCleaner.Line(scalar.Text);
                break;
            case { } other:
                Wrong(other, name, "一行文字");
                return "";
        }

        if (required && text.Length == 0)
        {
            bag.Add(WritingCodes.MissingField, new(file, fields.Line), $"开头的说明里没有“{name}”。请补上。");
        }

        return text;
    }

    /// <summary>Several short texts, or one; empty when absent.</summary>
    public ImmutableArray<string> List(string name)
    {
        var items = Find(name) switch
        {
            null => [],
            YamlList list => list.Items,
            { } one => [one],
        };
        foreach (var item in items.Where(i => i is not YamlScalar))
        {
            Wrong(item, name, "一项，或写成 [甲, 乙]");
        }

        return
        [
            .. items
                .OfType<YamlScalar>()
                .Select(s => CellCleaner.Line(s.Text))
                .Where(t => t.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>是 or 否; false when absent.</summary>
    public bool YesNo(string name)
    {
        if (Find(name) is not { } value)
        {
            return false;
        }

        if (value is YamlScalar scalar && YesNoText.TryParse(scalar.Text, out var yes))
        {
            return yes;
        }

        Wrong(value, name, " 是 或 否");
        return false;
    }

    /// <summary>Refuses fields that nothing reads.</summary>
    public void OnlyThese(params string[] names)
    {
        foreach (var (key, _) in fields.Entries)
        {
            if (!names.Contains(key.Text))
            {
                bag.Add(
                    WritingCodes.UnknownField,
                    new(file, key.Line, key.Column),
                    $"不认识{Diagnostic.Quote(key.Text)}。"
                        + Suggest.Phrase(key.Text, names, $"可以写的有：{string.Join('、', names)}。")
                );
            }
        }
    }

    /// <summary>Reports a value of the wrong form.</summary>
    public void Wrong(YamlValue value, string name, string expected) =>
        bag.Add(
            WritingCodes.BadField,
            Place(value),
            $"“{name}”应为{expected}{(value is YamlScalar scalar ? $"，读到{Diagnostic.Quote(scalar.Text)}" : "")}。"
        );
}

/// <summary>Addresses made of file names.</summary>
internal static class SlugText
{
    /// <summary>
    /// True for lower-case ASCII letters, digits and inner hyphens that are safe as a file name anywhere.
    /// </summary>
    public static bool IsSound(string slug) =>
        CodeText.IsSound(slug) && slug.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    /// <summary>Reports a file name that cannot be an address.</summary>
    public static bool Check(string slug, string file, DiagnosticBag bag)
    {
        if (IsSound(slug))
        {
            return true;
        }

        bag.Add(
            WritingCodes.BadSlug,
            new(file),
            $"文件名{Diagnostic.Quote(slug)}会成为网页地址，只能用小写英文字母、数字和短横线。请改成例如 dajiafang-2023.md。"
        );
        return false;
    }
}
