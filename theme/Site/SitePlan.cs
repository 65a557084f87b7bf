using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Compare;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Search;
using FuGongJianJia.Theme.Site.Sharing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Theme.Site;

/// <summary>Everything the site consists of（全站清单）: pages, and the files beside them.</summary>
public static class SitePlan
{
    private const string Folder = "site/";

    /// <summary>Every file of the site, in order of path. Each may be rendered on any thread, in any order.</summary>
    /// <exception cref="InvalidOperationException">Two pages claim one address.</exception>
    public static ImmutableArray<OutputFile> Create(PublicEdition edition, SiteOptions options)
    {
        var (site, pages) = Gather(edition, options);
        var files = new List<OutputFile>(pages.Length + 64);
        files.AddRange(pages.Select(File));
        files.AddRange(
            SiteAssets.All.Values.Select(a => new OutputFile(Folder + a.Path, OutputKind.Asset, () => a.Bytes))
        );
        // What the options hold is what may be published: the command chose it.
        files.AddRange(
            options
                .Images.Values.DistinctBy(p => p.Id)
                .SelectMany(
                    p => p.Screen,
                    (p, f) => new OutputFile(Folder + Paths.Image(p, f), OutputKind.Asset, () => f.Content)
                )
        );
        files.AddRange(options.Faces is { } faces ? Pictures(pages, faces) : []);
        if (site.Look is { } look)
        {
            files.Add(new OutputFile(Folder + look.Path, OutputKind.Asset, () => look.Bytes));
            files.AddRange(look.Fonts.Select(f => new OutputFile(Folder + f.Path, OutputKind.Asset, () => f.Bytes)));
        }

        if (site.Settings.WorksOffline)
        {
            files.Add(Offline.File);
        }

        files.Add(WebManifest.Of(site));
        files.AddRange(Feeds.Files(site, pages));
        files.AddRange(SearchFiles.Create(site));
        files.AddRange(CompareFiles.Create(site));
        return Sorted(files);
    }

    /// <summary>
    /// The pictures for sharing（分享图）where none can or should be made: only their addresses are meant.
    /// </summary>
    public static ImmutableArray<OutputFile> Pictures(PublicEdition edition, SiteOptions options) =>
        [.. Pictures(Gather(edition, options).Pages, null)];

    private static IEnumerable<OutputFile> Pictures(IEnumerable<SitePage> pages, FontSet? faces) =>
        pages.Where(HasPicture).Select(p => SharePicture.Of(p, faces));

    private static bool HasPicture(SitePage page) =>
        page is { Sheet: 0, Listed: true }
        && page.Site.Settings.SharePictures switch
        {
            SharePictures.None => false,
            SharePictures.Main => page.Kind.HasPicture
                && page.Subject is not UnionResult { Organisation.Level: Level.Grassroots },
            _ => true,
        };

    /// <summary>
    /// The pages and their pictures alone, in order of path, without what is gathered from all of them.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two pages claim one address.</exception>
    public static ImmutableArray<OutputFile> Pages(PublicEdition edition, SiteOptions options)
    {
        var pages = Gather(edition, options).Pages;
        return Sorted([.. pages.Select(File), .. options.Faces is { } faces ? Pictures(pages, faces) : []]);
    }

    /// <summary>The model that knows its addresses, and its pages, in no particular order.</summary>
    internal static (SiteModel Site, ImmutableArray<SitePage> Pages) Gather(PublicEdition edition, SiteOptions options)
    {
        var site = new SiteModel(edition, options);
        ImmutableArray<SitePage> pages =
        [
            .. PageKinds.All.SelectMany(k => k.Pages(site), (kind, entry) => new SitePage(site, kind, entry)),
        ];
        var first = pages.Where(p => p.Sheet == 0).ToLookup(p => p.Kind);
        var kinds = PageKinds.All.Where(k => first[k].Any()).ToArray();
        site.Complete(
            pages
                .Select(p => p.Path)
                .Concat(options.Reports.Keys)
                .Concat(options.OpenData.Keys)
                .Concat(
                    options.Faces is null
                        ? options.KeptPictures
                        : pages.Where(HasPicture).Select(p => Paths.Picture(p.Path))
                )
                .Concat(SiteAssets.All.Values.Select(a => a.Path)),
            kinds.Where(k => k.Menu is not null).OrderBy(Place).Select(k => Entry(k, first[k])),
            kinds.Where(k => k.Column is not null).SelectMany(k => Column(k, first[k]))
        );
        return (site, pages);

        // What the office put first comes first; the rest keeps its order.
        int Place(PageKind kind) => site.Settings.Look.Menu.IndexOf(kind.Menu!) is >= 0 and var at ? at : int.MaxValue;
    }

    private static OutputFile File(SitePage page) =>
        new(Folder + page.Path, OutputKind.Page, () => PageRenderer.Render(page));

    private static MenuEntry Entry(PageKind kind, IEnumerable<SitePage> pages) =>
        new(
            kind.Section,
            kind.Menu!,
            pages.Last().Path,
            pages.Where(p => p.Period is not null).ToFrozenDictionary(p => p.Period!.Period, p => p.Path)
        );

    // Of an earlier period nothing leads to but its own pages.
    private static IEnumerable<SiteColumn> Column(PageKind kind, IEnumerable<SitePage> pages) =>
        pages
            .Where(p => (p.Period is null || p.Period == p.Site.Edition.Latest) && p.Column is not "")
            .Select(p => new SiteColumn(
                p.Column ?? kind.Column!,
                p.Path,
                p.Subject is null ? "" : p.Description,
                p.Period is null && p.Listed,
                kind.Also
            ));

    private static ImmutableArray<OutputFile> Sorted(List<OutputFile> files)
    {
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        for (var i = 1; i < files.Count; i++)
        {
            if (string.Equals(files[i].Path, files[i - 1].Path, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Two pages claim one address: {files[i].Path}");
            }
        }

        return [.. files];
    }
}
