using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>The sample site, rendered once for all tests.</summary>
public sealed class BuiltSite
{
    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> _files;

    public BuiltSite()
    {
        var edition = SampleEdition.Create();
        Options = SampleEdition.Options(edition);
        Files = SitePlan.Create(edition, Options);
        _files = Files.ToFrozenDictionary(
            f => f.Path["site/".Length..],
            f => f.Render().Content,
            StringComparer.Ordinal
        );
        Pages = [.. Files.Where(f => f.Kind == OutputKind.Page).Select(f => f.Path["site/".Length..])];
    }

    public SiteOptions Options { get; }

    public ImmutableArray<OutputFile> Files { get; }

    /// <summary>Paths of the pages, below site/.</summary>
    public ImmutableArray<string> Pages { get; }

    public IEnumerable<string> Paths => _files.Keys;

    public bool Has(string path) =>
        _files.ContainsKey(path) || Options.Reports.ContainsKey(path) || Options.OpenData.ContainsKey(path);

    public string Text(string path) => Encoding.UTF8.GetString(_files[path].Span);

    public int Size(string path) => _files[path].Length;

    public IHtmlDocument Parse(string path) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(Text(path));

    /// <summary>One page of every kind, and the standing pages: rules of markup hold for a kind as a whole.</summary>
    public IEnumerable<string> Kinds() => Pages.GroupBy(KindOf, StringComparer.Ordinal).Select(g => g.Last());

    // 2024/unions/X/index.html and 2023/unions/Y/index.html are one kind; docs/manual/index.html and docs/index.html
    // are two.
    internal static string KindOf(string path)
    {
        var parts = path.Split('/')[..^1].Select(p => p.StartsWith("20", StringComparison.Ordinal) ? "P" : p).ToArray();
        return parts.Length == 0 ? path
            : parts is ["P", ..] ? string.Join('/', parts.Take(2)) + parts.Length
            : parts.Length == 1 ? parts[0]
            : parts[0] + "/*";
    }
}
