using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Pictures;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Import.Articles;

/// <summary>Reads the pictures that cases and pages show（图片）: each once, whoever shows it.</summary>
internal static class PictureImporter
{
    // Each may need 160 MB while it is read.
    private const int AtOnce = 4;

    /// <summary>Pictures by path below input/; those that cannot be published are reported at their own file.</summary>
    /// <param name="files">Every file there is.</param>
    /// <param name="onPaper">Pictures below input/ that are printed as well as shown: of cases, chapters, the
    /// cover.</param>
    /// <param name="pages">Pages, whose pictures are shown.</param>
    /// <param name="logo">Path below input/ of the mark of input/theme; null for none.</param>
    /// <param name="bag">Gets the reports.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static ImmutableSortedDictionary<string, Picture> Read(
        IEnumerable<SourceFile> files,
        ImmutableArray<string> onPaper,
        ImmutableArray<WrittenPage> pages,
        string? logo,
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var printed = onPaper.ToHashSet(StringComparer.Ordinal);
        var shown = pages
            .SelectMany(p => ArticleMarkdown.Images(p.Body))
            .Concat(printed)
            .Concat(logo is null ? [] : [logo])
            .Select(p => "input/" + p);
        var read = files
            .IntersectBy(shown, f => f.Path, StringComparer.Ordinal)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(AtOnce)
            .WithCancellation(cancellation)
            .Select(f => (f.Path, Result: PictureReader.Read(f.Path, f.Content, printed.Contains(Below(f.Path)))))
            .ToList();

        var pictures = ImmutableSortedDictionary.CreateBuilder<string, Picture>(StringComparer.Ordinal);
        foreach (var (path, (picture, fault)) in read)
        {
            if (fault is not null)
            {
                Report(fault, path, bag);
            }
            else
            {
                Look(picture!, path, printed.Contains(Below(path)), bag);
                pictures.Add(Below(path), picture!);
            }
        }

        return pictures.ToImmutable();
    }

    private static string Below(string path) => path["input/".Length..];

    private static void Look(Picture picture, string path, bool printed, DiagnosticBag bag)
    {
        foreach (var words in picture.Words)
        {
            PrivacyGate.Check(words, new(path), "图片", bag);
        }

        if (printed && picture.Paper is null)
        {
            bag.Add(
                WritingCodes.PictureNotPrinted,
                new(path),
                "SVG 图片只在网页上显示，不印进年报和镇街报告。要印出来，请导出为 PNG。"
            );
        }
    }

    private static void Report(PictureFault fault, string path, DiagnosticBag bag)
    {
        var place = new SourcePlace(path, fault.Line, fault.Column);
        switch (fault.Kind)
        {
            case PictureFaultKind.Unsupported:
                bag.Add(WritingCodes.NotAPicture, place, Unsupported(fault.Content));
                break;
            case PictureFaultKind.Misnamed:
                bag.Add(
                    WritingCodes.PictureMisnamed,
                    place,
                    $"文件的内容是 {Word(fault.Content)}，扩展名却不是。"
                        + $"请把扩展名改成 .{Word(fault.Content).ToLowerInvariant()}，并改正文章里的路径。"
                );
                break;
            case PictureFaultKind.TooLarge:
                bag.Add(
                    WritingCodes.PictureTooLarge,
                    place,
                    fault.Content == ContentKind.Svg
                        ? $"SVG 太大（{fault.Found}）：不能超过 2 MB、十万个图形。请在绘图软件里化简，或者导出为 PNG。"
                        : $"图片太大（{fault.Found}）：不能超过 50 MB、四千万像素、每边 20000 像素。请缩小后另存，宽 2000 像素已经足够。"
                );
                break;
            case PictureFaultKind.Damaged:
                bag.Add(
                    WritingCodes.PictureDamaged,
                    place,
                    fault.Found.Length > 0
                        ? $"图片没有可用的“{fault.Found}”，不知道多大。请在绘图软件里另存一份。"
                        : "图片不完整或已损坏，打不开。请用看图软件打开看一看，重新复制或另存一份。"
                );
                break;
            case PictureFaultKind.Animated:
                bag.Add(
                    WritingCodes.PictureAnimated,
                    place,
                    "图片会动，印不到纸上。请截取其中一幅，另存为 PNG 或 JPEG。"
                );
                break;
            default:
                bag.Add(
                    WritingCodes.PictureActive,
                    place,
                    $"SVG 里有{Diagnostic.Quote(fault.Found)}，不允许：只公布静止的图形。请在绘图软件里去掉它，或者导出为 PNG。"
                );
                break;
        }
    }

    private static string Unsupported(ContentKind content) =>
        content switch
        {
            ContentKind.Empty => "文件是空的，不是图片。请重新复制或另存一份。",
            ContentKind.Heic =>
                "这是手机拍的 HEIC 照片，浏览器显示不出来。请另存为 JPEG（苹果手机：设置—相机—格式—兼容性最佳）。",
            ContentKind.Film => "这是一段视频，不是图片。请截取一幅，另存为 JPEG。",
            _ => $"这不是能用的图片，而是“{Word(content)}”。图片只能是 PNG、JPEG、GIF、WebP 或 SVG，请另存为其中一种。",
        };

    private static string Word(ContentKind content) =>
        content switch
        {
            ContentKind.Png => "PNG",
            ContentKind.Jpeg => "JPG",
            ContentKind.Gif => "GIF",
            ContentKind.WebP => "WEBP",
            ContentKind.Svg => "SVG",
            ContentKind.Avif => "AVIF 图片",
            ContentKind.Tiff => "TIFF 或相机原始格式",
            ContentKind.Bitmap => "BMP 图片",
            ContentKind.Pdf => "PDF 文件",
            ContentKind.Archive => "压缩包或 Office 文件",
            ContentKind.Html => "网页",
            _ => "别的文件",
        };
}
