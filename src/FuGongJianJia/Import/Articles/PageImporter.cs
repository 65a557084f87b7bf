using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Articles;

/// <summary>Reads input/pages/*.md, input/docs/**/*.md and input/handbook/**/*.md.</summary>
internal static class PageImporter
{
    /// <summary>Pages by slug.</summary>
    public static ImmutableArray<WrittenPage> Read(
        IEnumerable<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        var pages = files
            .Select(f => Read(f, paths, options, bag))
            .OfType<WrittenPage>()
            .OrderBy(p => p.Slug, StringComparer.Ordinal)
            .ToImmutableArray();
        foreach (var (first, again) in pages.Zip(pages.Skip(1)).Where(p => p.First.Slug == p.Second.Slug))
        {
            bag.Add(
                WritingCodes.SameAddress,
                new(again.File),
                $"网址 /{again.Slug}/ 已经是 {first.File} 的。请并成一篇，或者给其中一个改名。"
            );
        }

        return pages;
    }

    private static WrittenPage? Read(
        SourceFile source,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    )
    {
        if (WrittenFile.Read(source, options, bag) is not { } file)
        {
            return null;
        }

        // input/pages/about.md is /about/, input/docs/manual/start.md is /docs/manual/start/, and the page of a folder,
        // input/docs/manual/index.md, is /docs/manual/.
        var parts = file.File["input/".Length..^3].Split('/');
        var isOfBook = parts[0] != "pages";
        var address = isOfBook ? parts : parts[1..];
        foreach (var part in address)
        {
            if (!(part == "index" && isOfBook) && !SlugText.Check(part, file.File, bag))
            {
                break;
            }
        }

        address = isOfBook && address is [_, _, .., "index"] ? address[..^1] : address;

        var slug = string.Join('/', address);
        if (options.IsTaken(slug))
        {
            bag.Add(
                WritingCodes.AddressTaken,
                new(file.File),
                $"网址 /{slug}/ 是网站自己要用的，文章不能占用。请给文件改名，例如 {address[^1]}-note.md。"
            );
        }

        BodyCheck.Check(file, paths, bag, publishesImages: true);
        var fields = new FieldReader(file.File, file.Fields, bag);
        fields.OnlyThese(isOfBook ? ["标题", "顺序", "摘要", "类型"] : ["标题", "顺序", "摘要"]);
        var order = fields.Text("顺序", required: false);
        var number = 0;
        if (
            order.Length > 0
            && !int.TryParse(
                ReadingFold.Of(order),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out number
            )
        )
        {
            fields.Wrong(fields.Find("顺序")!, "顺序", "整数");
        }

        var body = file.Body.TrimStart('\n');
        return new(slug, fields.Text("标题", required: true), number, body.TrimEnd('\n'))
        {
            File = file.File,
            BodyLine = file.BodyLine + file.Body.Length - body.Length,
            Kind = isOfBook ? KindOf(fields) : null,
            Summary = fields.Text("摘要", required: false),
        };
    }

    private static DocKind? KindOf(FieldReader fields)
    {
        var word = fields.Text("类型", required: false);
        if (word.Length == 0)
        {
            return null;
        }

        foreach (var kind in Vocabulary.DocKinds.Where(k => k.Word() == word))
        {
            return kind;
        }

        fields.Wrong(
            fields.Find("类型")!,
            "类型",
            string.Join('、', Vocabulary.DocKinds.Select(k => k.Word())) + "之一"
        );
        return null;
    }
}
