using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Import.Articles;

/// <summary>Checks Markdown（正文核对）: no raw HTML, no link that runs anything, images that exist inside input/.</summary>
internal static class BodyCheck
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    /// <summary>Reports everything in the body that must not be published.</summary>
    /// <param name="file">The file.</param>
    /// <param name="paths">Every file there is.</param>
    /// <param name="bag">Gets the reports.</param>
    /// <param name="publishesImages">False for cases: their pictures show people, and only the front matter can say
    /// that they agreed.</param>
    public static void Check(WrittenFile file, IReadOnlySet<string> paths, DiagnosticBag bag, bool publishesImages)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(file.Body, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses documents that nest too deeply with this exception.
            bag.Add(WritingCodes.TooDeep, new(file.File, file.BodyLine), "正文嵌套太深，无法解析。请简化列表或引用。");
            return;
        }

        foreach (var node in document.Descendants())
        {
            var place = new SourcePlace(file.File, file.BodyLine + node.Line, node.Column + 1);
            switch (node)
            {
                case LeafBlock { Inline: { } inline } block
                    when !Enumerable.Range(place.Line, Lines(file.Body, block)).Any(file.Refused.Contains):
                    PrivacyGate.Check(Seen(inline), place, "文章", bag);
                    break;
                case HtmlBlock or HtmlInline:
                    bag.Add(
                        WritingCodes.RawHtml,
                        place,
                        "正文里有 HTML，不允许。请删掉尖括号写的标签；要写尖括号本身请用全角“＜＞”。"
                    );
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
                case LinkInline link:
                    Link(link.Url ?? "", place, bag);
                    break;
                case AutolinkInline auto:
                    Link(auto.Url, place, bag);
                    break;
            }
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

    /// <summary>True when the path stays inside input/ and the file is there; otherwise reported.</summary>
    public static bool ImagePath(string path, SourcePlace place, IReadOnlySet<string> paths, DiagnosticBag bag)
    {
        if (
            path.Length == 0
            || path.StartsWith('/')
            || path.StartsWith('\\')
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

        var clean = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
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

    private static void Link(string url, SourcePlace place, DiagnosticBag bag)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var slash = url.IndexOfAny(['/', '?', '#']);
        var hasScheme = colon >= 0 && (slash < 0 || colon < slash);
        if (
            (
                hasScheme
                && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ) || url.StartsWith("//", StringComparison.Ordinal)
        )
        {
            bag.Add(
                WritingCodes.BadLink,
                place,
                $"链接{Diagnostic.Quote(url)}不安全，只允许站内相对链接和 http(s) 链接。请改正。"
            );
        }
    }
}
