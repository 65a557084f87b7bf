using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Articles;

/// <summary>Reads input/programmes/*.md: what each programme is（专题说明）, by its 标题.</summary>
internal static class ProgrammeTexts
{
    /// <summary>The texts, by title.</summary>
    public static ImmutableArray<WrittenPage> Read(
        IEnumerable<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        var texts = files.Select(f => Read(f, paths, options, bag)).OfType<WrittenPage>().ToList();
        foreach (var again in texts.GroupBy(t => t.Title, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            bag.Add(
                WritingCodes.ProgrammeTwice,
                Place(again),
                $"“{again.Title}”已经有一篇说明，一个专题只能有一篇。请并成一篇，或者改正“标题”。"
            );
        }

        return [.. texts.OrderBy(t => t.Title, StringComparer.Ordinal)];
    }

    /// <summary>Reports texts of programmes that there are not.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="known">Titles of the programmes, in order.</param>
    /// <param name="bag">Gets the reports.</param>
    public static void Check(ImmutableArray<WrittenPage> texts, ImmutableArray<string> known, DiagnosticBag bag)
    {
        foreach (var text in texts.Where(t => t.Title.Length > 0 && !known.Contains(t.Title, StringComparer.Ordinal)))
        {
            bag.Add(
                WritingCodes.UnknownProgramme,
                Place(text),
                $"没有专题{Diagnostic.Quote(text.Title)}。"
                    + Suggest.Phrase(text.Title, known)
                    + $"“标题”应为以下几个之一：{string.Join('、', known)}。"
            );
        }
    }

    private static SourcePlace Place(WrittenPage text) => new($"input/{text.Slug}.md");

    private static WrittenPage? Read(
        SourceFile source,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (
            WrittenFile.Read(source, ["标题"], paths, options, bag, publishesImages: true) is not (var file, var fields)
        )
        {
            return null;
        }

        var body = file.Body.TrimStart('\n');
        return new(file.File["input/".Length..^3], fields.Text("标题", required: true), Order: 0, body.TrimEnd('\n'))
        {
            File = file.File,
            BodyLine = file.BodyLine + file.Body.Length - body.Length,
        };
    }
}
