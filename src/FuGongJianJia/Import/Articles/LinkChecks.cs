using System.Collections.Frozen;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Writing;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Import.Articles;

/// <summary>
/// Links between written files（文章之间的链接）: the file that a link names is there, and in it the heading.
/// </summary>
internal static class LinkChecks
{
    /// <summary>Reports every link that leads nowhere.</summary>
    /// <param name="texts">Everything written that pages show.</param>
    /// <param name="options">Knows the pages that nobody wrote.</param>
    /// <param name="publishesDocs">False where a link to the documentation leads to nothing.</param>
    /// <param name="bag">Gets the reports.</param>
    public static void Check(
        IEnumerable<WrittenPage> texts,
        ImportOptions options,
        bool publishesDocs,
        DiagnosticBag bag
    )
    {
        var read = texts.Select(t => (Text: t, ArticleMarkdown.Read(t.Body).Document)).ToList();
        var anchors = read.DistinctBy(r => r.Text.File, StringComparer.Ordinal)
            .ToFrozenDictionary(r => Below(r.Text.File), r => Anchors(r.Document, r.Text.File), StringComparer.Ordinal);
        foreach (var (text, document) in read)
        {
            var isDoc = IsDoc(Below(text.File));
            foreach (var link in document.Descendants<LinkInline>().Where(l => l is { IsImage: false, Url: not null }))
            {
                if (ArticleLink.Of(Below(text.File), link.Url!) is { } target)
                {
                    var place = new SourcePlace(text.File, text.BodyLine + link.Line, link.Column + 1);
                    Look(link.Url!, target, isDoc || publishesDocs, place, bag);
                }
            }
        }

        void Look(string address, ArticleLink target, bool seesDocs, SourcePlace place, DiagnosticBag bag)
        {
            if ((IsDoc(target.File) && !seesDocs) || Known(target.File) is not { } known)
            {
                bag.Add(
                    WritingCodes.BrokenLink,
                    place,
                    IsDoc(target.File) && !seesDocs
                        ? $"链接{Diagnostic.Quote(address)}到的是文档，而设置“文档.公布”是否，读者到不了。请删掉链接。"
                        : $"链接{Diagnostic.Quote(address)}的文件 input/{target.File} 不存在。" + Nearest(target.File)
                );
            }
            else if (target.Anchor.Length > 0 && !known.Contains(target.Anchor))
            {
                bag.Add(
                    WritingCodes.BrokenAnchor,
                    place,
                    $"链接{Diagnostic.Quote(address)}里，input/{target.File} 没有标题{Diagnostic.Quote(target.Anchor)}。"
                        + Suggest.Phrase(target.Anchor, known, "请核对标题；空格和标点不写。")
                );
            }
        }

        string Nearest(string file)
        {
            var name = Name(file);
            return anchors.Keys.Order(StringComparer.Ordinal).FirstOrDefault(f => Name(f) == name) is { } same
                ? $"同名的文件是 input/{same}，请核对文件夹；路径从这篇文章算起，上一级写 ../。"
                : Suggest.Phrase(
                    name,
                    anchors.Keys.Select(Name).Order(StringComparer.Ordinal),
                    "请核对文件名；路径从这篇文章算起，上一级写 ../。"
                );
        }

        IReadOnlySet<string>? Known(string file) =>
            anchors.GetValueOrDefault(file)
            ?? (options.Derived(file[..^3]) is { } body ? Anchors(ArticleMarkdown.Read(body).Document, file) : null);
    }

    private static FrozenSet<string> Anchors(MarkdownDocument document, string file)
    {
        var terms = file.EndsWith($"/{GlossaryTerm.PageName}.md", StringComparison.Ordinal)
            ? GlossaryTerm.Set(document).Select(t => t.Id)
            : [];
        return Headings.Set(document).Select(h => h.Id).Concat(terms).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string Name(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static bool IsDoc(string file) => file.StartsWith("docs/", StringComparison.Ordinal);

    private static string Below(string path) => path["input/".Length..];
}
