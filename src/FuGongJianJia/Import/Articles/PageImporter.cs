using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Articles;

/// <summary>Reads input/pages/*.md and input/docs/**/*.md.</summary>
internal static class PageImporter
{
    /// <summary>Pages by slug.</summary>
    public static ImmutableArray<WrittenPage> Read(
        IEnumerable<SourceFile> files,
        IReadOnlySet<string> paths,
        ImportOptions options,
        DiagnosticBag bag
    ) =>
        [
            .. files
                .Select(f => Read(f, paths, options, bag))
                .OfType<WrittenPage>()
                .OrderBy(p => p.Slug, StringComparer.Ordinal),
        ];

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

        // input/pages/about.md is /about/, input/docs/manual/start.md is /docs/manual/start/.
        var parts = file.File["input/".Length..^3].Split('/');
        var address = parts[0] == "pages" ? parts[1..] : parts;
        foreach (var part in address)
        {
            if (!(part == "index" && parts[0] == "docs") && !SlugText.Check(part, file.File, bag))
            {
                break;
            }
        }

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
        fields.OnlyThese("标题", "顺序", "摘要");
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

        return new(slug, fields.Text("标题", required: true), number, file.Body.Trim('\n'));
    }
}
