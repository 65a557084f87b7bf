using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Writing;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Import.Articles;

/// <summary>
/// Checks Markdown（正文核对）: nothing that would be left out of what is shown, nothing personal, images that exist inside
/// input/.
/// </summary>
internal static class BodyCheck
{
    /// <summary>Reports everything in the body that must not be published.</summary>
    /// <param name="file">The file.</param>
    /// <param name="paths">Every file there is.</param>
    /// <param name="bag">Gets the reports.</param>
    /// <param name="publishesImages">False for cases: their pictures show people, and only the front matter can say
    /// that they agreed.</param>
    public static void Check(WrittenFile file, IReadOnlySet<string> paths, DiagnosticBag bag, bool publishesImages)
    {
        var text = ArticleMarkdown.Read(file.Body);
        foreach (var fault in text.Faults)
        {
            Report(fault, Place(file, fault.Line - 1, fault.Column - 1), bag);
        }

        var isRefused = file.Refused.Count > 0 || text.Faults.Any();
        foreach (var node in text.Document.Descendants())
        {
            var place = Place(file, node.Line, node.Column);
            switch (node)
            {
                case LeafBlock { Inline: { } inline } block
                    when !Enumerable.Range(place.Line, Lines(file.Body, block)).Any(file.Refused.Contains):
                    isRefused |= PrivacyGate.Check(Seen(inline), place, "文章", bag);
                    break;
                case LinkInline { IsImage: true } image:
                    if (ImagePath(image.Url ?? "", place, paths, bag) && !publishesImages)
                    {
                        bag.Add(
                            WritingCodes.ImageConsent,
                            place,
                            "案例正文里的图片不会公开。请写到开头的“图片”里，取得被拍摄人同意后写上“同意: 是”。"
                        );
                    }

                    if (!image.Any())
                    {
                        bag.Add(WritingCodes.ImageAlt, place, "图片没有替代文字。请在方括号里写一句话说明图片内容。");
                    }

                    break;
            }
        }

        // The search holds the article as one text, where what stands in the items of a list is together again.
        if (!isRefused)
        {
            PrivacyGate.CheckJoined(ArticleMarkdown.Plain(text.Document), Place(file, -1, 0), "文章各段连起来", bag);
        }
    }

    /// <summary>True when the path stays inside input/ and the file is there; otherwise reported.</summary>
    public static bool ImagePath(string path, SourcePlace place, IReadOnlySet<string> paths, DiagnosticBag bag)
    {
        if (
            path.Length == 0
            || path.StartsWith('/')
            || path.Contains(':', StringComparison.Ordinal)
            || path.Contains('\\', StringComparison.Ordinal)
            || path.Split('/').Contains("..")
        )
        {
            bag.Add(
                WritingCodes.BadImagePath,
                place,
                $"图片路径{Diagnostic.Quote(path)}不对：图片要放在 input/ 之内，用相对路径，例如 images/家访.jpg。"
            );
            return false;
        }

        var clean = ArticleMarkdown.PathOf(path);
        if (paths.Contains("input/" + clean))
        {
            return true;
        }

        var near = paths.FirstOrDefault(p => string.Equals(p, "input/" + clean, StringComparison.OrdinalIgnoreCase));
        bag.Add(
            WritingCodes.MissingImage,
            place,
            $"图片{Diagnostic.Quote(path)}不存在。{(near is null ? "请核对路径和文件名的大小写。" : $"是否为“{near[6..]}”？文件名区分大小写。")}"
        );
        return false;
    }

    private static SourcePlace Place(WrittenFile file, int line, int column) =>
        line < 0 ? new(file.File, file.BodyLine) : new(file.File, file.BodyLine + line, column + 1);

    /// <summary>Reports what was left out of a text.</summary>
    public static void Report(ArticleFault fault, SourcePlace place, DiagnosticBag bag)
    {
        switch (fault.Kind)
        {
            case ArticleFaultKind.TooDeep:
                bag.Add(WritingCodes.TooDeep, place, "正文嵌套太深，无法解析。请简化列表或引用。");
                break;
            case ArticleFaultKind.TooMany:
                bag.Add(
                    WritingCodes.TooDeep,
                    place,
                    "从这里起，链接、表格的列或成对的符号多得不像一篇文章，无法解析。请拆成几段、几张表或几篇。"
                );
                break;
            case ArticleFaultKind.RawHtml:
                bag.Add(
                    WritingCodes.RawHtml,
                    place,
                    "正文里有 HTML，不允许。请删掉尖括号写的标签；要写尖括号本身请用全角“＜＞”。"
                );
                break;
            case ArticleFaultKind.NoFootnote:
                bag.Add(
                    WritingCodes.MissingFootnote,
                    place,
                    $"没有脚注{Diagnostic.Quote(fault.Found)}。请在文末另起一段写“[^{fault.Found}]: ”和脚注的话，或者删掉这个标记。"
                );
                break;
            case ArticleFaultKind.UnusedFootnote:
                bag.Add(
                    WritingCodes.UnusedFootnote,
                    place,
                    $"脚注{Diagnostic.Quote(fault.Found)}没有用到，不会显示。请在正文里写上 [^{fault.Found}]，或者删掉它。"
                );
                break;
            case ArticleFaultKind.NoReference:
                bag.Add(
                    WritingCodes.BrokenLink,
                    place,
                    $"链接的去处{Diagnostic.Quote(fault.Found)}没有写。请写成 [文字](地址)，或者在文末补一行“[{fault.Found}]: 地址”。"
                );
                break;
            case ArticleFaultKind.UnknownBox when fault.Found == Tabs.Word:
                bag.Add(
                    WritingCodes.UnknownBox,
                    place,
                    "分页里有不在任何一页里的内容。请移到某一页的 ::: 和它的收尾之间，或者移到 :::: 外面。"
                );
                break;
            case ArticleFaultKind.UnknownBox:
                bag.Add(
                    WritingCodes.UnknownBox,
                    place,
                    $"不认识{Diagnostic.Quote(fault.Found)}。提示框写 > [!提示]，方括号里是{Callout.Known}之一；"
                        + "几种做法分页写，外层 :::: 分页，里面每页 ::: 和页名，每页、外层各有收尾。"
                );
                break;
            case ArticleFaultKind.OpenBox:
                bag.Add(
                    WritingCodes.OpenBox,
                    place,
                    $"{Diagnostic.Quote(fault.Found)}没有收尾，后面的文字都算在里面。请在它的末尾另起一行，写同样多个冒号。"
                );
                break;
            default:
                bag.Add(
                    WritingCodes.BadLink,
                    place,
                    $"链接{Diagnostic.Quote(fault.Found)}不安全，只允许站内相对链接、http(s) 链接、mailto 和 tel。请改正。"
                );
                break;
        }
    }

    private static int Lines(string body, LeafBlock block) =>
        body.AsSpan(block.Span.Start, Math.Clamp(block.Span.Length, 0, body.Length - block.Span.Start)).Count('\n') + 1;

    /// <summary>A paragraph as its reader sees it: neither emphasis nor a line end parts a number.</summary>
    private static string Seen(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline.Descendants())
        {
            text.Append(
                part switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    LineBreakInline => " ",
                    _ => "",
                }
            );
        }

        return text.ToString();
    }
}
