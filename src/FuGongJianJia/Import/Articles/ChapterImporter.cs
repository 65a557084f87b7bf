using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Import.Articles;

/// <summary>
/// Reads input/reports/2024/问题和措施.md: texts of chapters of an annual report, by year, then name.
/// </summary>
internal static class ChapterImporter
{
    /// <summary>The folder.</summary>
    public const string Folder = "input/reports/";

    /// <summary>Names of chapters that there is a text of, whether it can be read or not.</summary>
    public static IEnumerable<string> Names(IEnumerable<SourceFile> files) =>
        files.Select(f => NameOf(f.Path)).Distinct(StringComparer.Ordinal);

    /// <summary>The texts.</summary>
    public static ImmutableArray<WrittenChapter> Read(
        IEnumerable<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    ) =>
        [
            .. files
                .Select(f => Read(f, paths, options, bag))
                .OfType<WrittenChapter>()
                .OrderBy(c => c.Year)
                .ThenBy(c => c.Name, StringComparer.Ordinal),
        ];

    /// <summary>
    /// A text is of a year that is there and of a chapter that the outline has; parts are of towns and indexes.
    /// </summary>
    /// <param name="chapters">The texts.</param>
    /// <param name="outline">The outline.</param>
    /// <param name="towns">Short names of the towns of each period.</param>
    /// <param name="bag">Gets the reports.</param>
    public static void Check(
        ImmutableArray<WrittenChapter> chapters,
        AnnualOutline outline,
        IReadOnlyDictionary<Period, ImmutableArray<string>> towns,
        DiagnosticBag bag
    )
    {
        string[] names = [.. outline.Names];
        foreach (var chapter in chapters)
        {
            if (!towns.TryGetValue(chapter.Year, out var known))
            {
                bag.Add(
                    WritingCodes.ChapterOfNothing,
                    new(chapter.File),
                    $"data/ 里没有{chapter.Year.Title}的数据，这一章不知道印在哪一年的年度报告里。"
                        + "请核对文件夹名，或者先放进这一年的数据。"
                );
                continue;
            }

            if (!names.Contains(chapter.Name, StringComparer.Ordinal))
            {
                bag.Add(
                    WritingCodes.ChapterNotListed,
                    new(chapter.File),
                    $"年度报告里没有{Diagnostic.Quote(chapter.Name)}这一章，这个文件不会印出来。"
                        + Suggest.Phrase(
                            chapter.Name,
                            names,
                            $"请改文件名，或者在 {Folder}annual.yml 的“正文”或“附录”里加一行。"
                        )
                );
            }

            string[]? parts = chapter.Name switch
            {
                AnnualChapterNames.Towns => [.. known],
                AnnualChapterNames.Indexes => [.. Vocabulary.Indexes.Select(k => k.Title())],
                _ => null,
            };
            foreach (var part in chapter.Parts.Where(p => parts?.Contains(p.Heading, StringComparer.Ordinal) == false))
            {
                bag.Add(
                    WritingCodes.ChapterPart,
                    new(chapter.File, part.Line),
                    $"“{chapter.Name}”这一章里没有{Diagnostic.Quote(part.Heading)}。"
                        + Suggest.Phrase(
                            part.Heading,
                            parts!,
                            chapter.Name == AnnualChapterNames.Towns
                                ? "标题要写组织表里镇街的简称。"
                                : $"标题要写以下几个之一：{string.Join('、', parts!)}。"
                        )
                );
            }
        }
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..^3];

    private static WrittenChapter? Read(
        SourceFile source,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        var parts = source.Path[Folder.Length..].Split('/');
        if (parts.Length != 2 || !Period.TryParse(parts[0], out var year) || year.Kind != PeriodKind.Year)
        {
            bag.Add(
                WritingCodes.ChapterOfNothing,
                new(source.Path),
                $"年度报告的一章要放在以年份命名的文件夹里，例如 {Folder}2024/致辞.md。请移到那一年的文件夹。"
            );
            return null;
        }

        if (
            WrittenFile.Read(source, ["标题", "导语", "同意"], paths, options, bag, publishesImages: true)
            is not
            (var file, var fields)
        )
        {
            return null;
        }

        var agreed = fields.YesNo("同意");
        var pictures = ArticleMarkdown.Images(file.Body).ToImmutableArray();
        if (pictures.Length > 0 && !agreed)
        {
            bag.Add(
                WritingCodes.ImageConsent,
                new(file.File, 1),
                "这一章有图片，开头没有写“同意: 是”，图片不会印出来。请取得被拍摄人同意后写上。"
            );
        }

        var (body, sections) = Divide(file);
        return new(file.File, year, NameOf(file.File))
        {
            Title = fields.Text("标题", required: false),
            Lead = fields.Text("导语", required: false),
            Body = body,
            Parts = sections,
            Pictures = agreed ? pictures : [],
        };
    }

    private static (string Body, ImmutableArray<WrittenPart> Parts) Divide(WrittenFile file)
    {
        var text = new StringBuilder();
        var parts = ImmutableArray.CreateBuilder<WrittenPart>();
        (string Heading, int Line)? open = null;
        var (body, line) = ("", file.BodyLine);
        foreach (var part in file.Body.AsSpan().EnumerateLines())
        {
            if (part.StartsWith("# "))
            {
                Close();
                open = (part[2..].Trim().ToString(), line);
            }
            else
            {
                text.Append(part).Append('\n');
            }

            line++;
        }

        Close();
        return (body, parts.ToImmutable());

        void Close()
        {
            var written = text.ToString().Trim('\n');
            text.Clear();
            if (open is { } heading)
            {
                parts.Add(new(heading.Heading, heading.Line, written));
            }
            else
            {
                body = written;
            }
        }
    }
}
