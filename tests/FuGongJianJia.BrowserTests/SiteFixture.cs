using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.BrowserTests;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Pictures;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The demo of the repository as a site in a temporary folder, Debian's Chromium, and a host that serves the site from
/// a sub-folder:
/// once for a run of the tests.
/// </summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private const string SubFolder = "/nianjian/";

    // Two years and a quarter show every kind of page; the other four exports only make more of the same.
    private static readonly string[] Periods = ["data/2023/", "data/2024/", "data/2024Q4/"];

    private readonly string _folder = Path.Combine(
        Path.GetTempPath(),
        "fugong-browser-" + Guid.NewGuid().ToString("N")
    );
    private IPlaywright _playwright = null!;
    private WebApplication _host = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The edition that the site shows.</summary>
    public PublicEdition Edition { get; private set; } = null!;

    /// <summary>The folder of the site.</summary>
    public string Folder => Path.Combine(_folder, "site");

    /// <summary>file:// address of the site's root.</summary>
    public string FileRoot => new Uri(Folder + Path.DirectorySeparatorChar).AbsoluteUri;

    /// <summary>http:// address of the site below a sub-folder.</summary>
    public string HttpRoot { get; private set; } = "";

    /// <summary>One page of every kind, below the root; 404.html, which only a host can show, apart.</summary>
    public ImmutableArray<string> Kinds { get; private set; }

    /// <summary>A page of its own, with what went wrong on it.</summary>
    public async Task<(IPage Page, List<string> Troubles)> OpenAsync(
        int width = 1280,
        bool scripts = true,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
                JavaScriptEnabled = scripts,
                ColorScheme = scheme,
                Locale = "zh-CN",
                AcceptDownloads = true,
            }
        );
        var page = await context.NewPageAsync();
        var troubles = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                troubles.Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => troubles.Add("script: " + error);
        page.RequestFailed += (_, request) => troubles.Add("request: " + request.Url);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(FileRoot, StringComparison.Ordinal)
                && !request.Url.StartsWith(HttpRoot, StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
            {
                troubles.Add("outside: " + request.Url);
            }
        };
        return (page, troubles);
    }

    public async ValueTask InitializeAsync()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Edition = Compose(Root());
        var data = OpenDataFiles.Create(Edition).ToArray();
        var options = new SiteOptions
        {
            BasePath = SubFolder,
            Images = SitePictures(Edition),
            OpenData = data.ToImmutableSortedDictionary(
                d => d.Path["site/".Length..],
                d => (long?)d.Content.Length,
                StringComparer.Ordinal
            ),
        };
        var files = SitePlan
            .Create(Edition, options)
            .Concat(data.Select(d => new OutputFile(d.Path, OutputKind.Data, () => d.Content)));
        Parallel.ForEach(
            files,
            file =>
            {
                var path = Path.Combine(_folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Render().Content.ToArray());
            }
        );
        Kinds = [.. SitePlan.Gather(Edition, options).Pages.GroupBy(p => p.Kind).SelectMany(Shown)];
        await ServeAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Of a kind the pages that show most, else its last, which is the newest period's.
    private IEnumerable<string> Shown(IEnumerable<SitePage> pages)
    {
        var p = Edition.Latest;
        var union = p.Unions.First(u => u.Losses.Any() && u.Ranking.Place is not null).Code;
        var telling = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Paths.Index(p.Period, IndexKey.Vigour)] = "",
            [Paths.Indicator(p.Period, "G04")] = "",
            [Paths.Town(p.Period, p.Towns[0].Code)] = "",
            [Paths.Union(p.Period, union)] = "",
            [Paths.History(union)] = "",
            [Paths.Case(Edition.Cases[0].Slug)] = "",
            [Paths.Programme(Edition.Programmes[0].Slug)] = "",
            [Paths.Doc("dictionary")] = "",
            [Paths.Doc("manual")] = "",
            [Paths.Doc("handbook")] = "",
            [Paths.Doc("diagnostics")] = "",
            ["about/index.html"] = "",
            [Paths.Compare] = $"?u={union},{p.Towns[0].Code}&p={p.Period}",
            [Paths.Search] = "?q=工会",
        };
        var paths = pages
            .Where(page => page.Sheet == 0 && page.Path != Paths.NotFound)
            .Select(page => page.Path)
            .ToArray();
        return paths.Any(telling.ContainsKey)
            ? paths.Where(telling.ContainsKey).Select(path => path + telling[path])
            : paths.TakeLast(1);
    }

    private static PublicEdition Compose(string root)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(root, "data"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "input"), "*", SearchOption.AllDirectories))
            .Select(f => (Full: f, Name: Path.GetRelativePath(root, f).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f =>
                f.Name.StartsWith("input/", StringComparison.Ordinal)
                || Periods.Any(p => f.Name.StartsWith(p, StringComparison.Ordinal))
            )
            .Select(f => new SourceFile(f.Name, File.ReadAllBytes(f.Full)));
        var import = Importer.Import(
            [.. files],
            new ImportOptions { IsTaken = TakenAddresses.Contains, Derived = DerivedDocuments.Find }
        );
        Assert.False(
            import.HasErrors,
            string.Join('\n', import.Diagnostics.Where(d => d.Severity == Diagnostics.Severity.Error).Take(5))
        );
        return DisclosureControl.Protect(
            OfficeComposer.Compose(
                import.Dataset!,
                Scorer.Score(import.Dataset!),
                new EditionOptions(null, "0.1.0", "0123456789ab")
            )
        );
    }

    private static ImmutableSortedDictionary<string, Picture> SitePictures(PublicEdition edition) =>
        edition
            .Pages.SelectMany(p => ArticleMarkdown.Images(p.Body))
            .Distinct()
            .ToImmutableSortedDictionary(
                i => i,
                i => PictureReader.Read(i, File.ReadAllBytes(Path.Combine(Root(), "input", i)), printed: true).Picture!,
                StringComparer.Ordinal
            );

    internal static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "FuGongJianJia.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run below the repository.");
        }

        return at.FullName;
    }

    private async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        var content = new PhysicalFileProvider(Folder);
        var path = new PathString(SubFolder.TrimEnd('/'));
        _host.UseDefaultFiles(new DefaultFilesOptions { FileProvider = content, RequestPath = path });
        _host.UseStaticFiles(new StaticFileOptions { FileProvider = content, RequestPath = path });
        await _host.StartAsync();
        var address = _host
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        HttpRoot = address + SubFolder;
    }
}
