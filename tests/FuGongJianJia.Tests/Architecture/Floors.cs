using System.Collections.Immutable;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>A floor of the house（层）: a namespace, which is a folder, and why it stands where it stands.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="Why">One line.</param>
internal sealed record Floor(string Namespace, string Why);

/// <summary>
/// The floors（层次）of every project from the ground up: a folder uses only folders named before it, so no circle can be.
/// ARCHITECTURE.md shows this very list.
/// </summary>
internal static class Floors
{
    /// <summary>Pictures: bytes of any origin in, what may be published out.</summary>
    public static ImmutableArray<Floor> Pictures { get; } =
    [new("FuGongJianJia.Pictures", "bytes to a picture that tells nothing but itself, or why not")];

    /// <summary>The domain: files in, editions out; pure.</summary>
    public static ImmutableArray<Floor> Domain { get; } =
    [
        new(
            "FuGongJianJia.Model",
            "values all others speak of: periods, levels, words, organisations, observations, settings"
        ),
        new("FuGongJianJia.Text", "how a figure, a date or a word is written and folded, once for everybody"),
        new("FuGongJianJia.Tabular", "rows to CSV; knows neither unions nor editions"),
        new("FuGongJianJia.Catalogue", "what is measured: indicators, rules, rank groups, corrections of targets"),
        new("FuGongJianJia.Writing", "reads Markdown in one way: within bounds, with safe addresses only"),
        new("FuGongJianJia.Privacy", "finds personal data in any text; knows no diagnostics"),
        new(
            "FuGongJianJia.Diagnostics",
            "what there is to say of input: codes, places, messages; masks what privacy finds"
        ),
        new("FuGongJianJia.Import.Files", "a file as it lies there: bytes, text, encodings, options"),
        new("FuGongJianJia.Import.Files.Csv", "bytes to rows, of text"),
        new("FuGongJianJia.Import.Files.Xlsx", "bytes to rows, of workbooks"),
        new("FuGongJianJia.Import.Files.Markup", "bytes to rows, of web pages and XML"),
        new("FuGongJianJia.Import.Files.Yaml", "text to values with places"),
        new("FuGongJianJia.Import.Values", "what one cell may hold: numbers, dates, codes, words"),
        new("FuGongJianJia.Import.Schema", "how the contract names its tables and columns"),
        new("FuGongJianJia.Import.Rows", "rows to columns: header, totals, footers, the privacy gate"),
        new("FuGongJianJia.Import.Tables.Organisations", "the room of 组织, which every other table names"),
        new("FuGongJianJia.Import.Tables.Indicators", "the room of 指标, which values, targets and tasks name"),
        new("FuGongJianJia.Import.Tables.Observations", "the room of 指标值, long or wide"),
        new("FuGongJianJia.Import.Tables.Targets", "the room of 目标"),
        new("FuGongJianJia.Import.Tables.Indexes", "the room of 指数: results as the exporting system computed them"),
        new("FuGongJianJia.Import.Tables.Tasks", "the room of 任务 and 任务流转: the eight steps"),
        new("FuGongJianJia.Import.Tables.GuidanceLadder", "the room of 指导: reminder, warning, supervision, summons"),
        new("FuGongJianJia.Import.Tables.Needs", "the room of 需求"),
        new("FuGongJianJia.Import.Tables.Commendations", "the room of 表彰"),
        new("FuGongJianJia.Import.Tables.Activities", "the room of 活动"),
        new("FuGongJianJia.Import.Tables.Pairings", "the room of 结对"),
        new("FuGongJianJia.Import.Tables.TownTiles", "the room of 镇街方格"),
        new("FuGongJianJia.Import.Tables.Visits", "the room of 家访汇总"),
        new("FuGongJianJia.Import.Tables.Corrections", "the room of 更正"),
        new("FuGongJianJia.Import.Articles", "cases and pages that people write"),
        new("FuGongJianJia.Import.SiteSettings", "site.yml to settings"),
        new("FuGongJianJia.Import.Publishing", "发布.yml to places"),
        new("FuGongJianJia.Import.Handouts", "分发.csv to recipients, 发送.yml to a server of mail"),
        new("FuGongJianJia.Import.Mapping", "an office's own exports to the tables of the contract, by 对应.yml"),
        new("FuGongJianJia.Import", "joins the rooms: files in, a sound dataset or the reasons why not"),
        new("FuGongJianJia.Import.Diff", "what changed between two datasets"),
        new("FuGongJianJia.Handbook", "the contract as plain values, for templates and documentation"),
        new("FuGongJianJia.Scoring", "a dataset to scores, exact to the last step"),
        new("FuGongJianJia.Eligibility", "who may be proposed for commendation, and what speaks against it"),
        new("FuGongJianJia.CrossChecks", "what contradicts what, between tables, levels and periods"),
        new(
            "FuGongJianJia.Editions.Common",
            "what the rooms of an edition share: grades, quantiles, names, marks of what is withheld"
        ),
        new(
            "FuGongJianJia.Editions.Activities",
            "a room: its values, how they are composed, its words; so are those that follow"
        ),
        new("FuGongJianJia.Editions.Corrections", "figures corrected after publication"),
        new("FuGongJianJia.Editions.GuidanceLadder", "the four rungs, as counts"),
        new("FuGongJianJia.Editions.Results", "what a union, a town and the district reached"),
        new("FuGongJianJia.Editions.Histories", "a union over all periods, and what became of it"),
        new("FuGongJianJia.Editions.Honours", "commendations"),
        new("FuGongJianJia.Editions.Method", "how the figures came about, told from settings and catalogue"),
        new("FuGongJianJia.Editions.Needs", "what workers asked for and what followed"),
        new("FuGongJianJia.Editions.Writings", "cases and pages as readers see them"),
        new("FuGongJianJia.Editions.Programmes", "programmes over all periods"),
        new("FuGongJianJia.Editions.Screening", "the screening before commendation, for the office"),
        new("FuGongJianJia.Editions.Tasks", "the eight steps"),
        new("FuGongJianJia.Editions", "what both audiences may see"),
        new("FuGongJianJia.Editions.Explanation", "how every point came about, for the office"),
        new("FuGongJianJia.Editions.Office", "the office's edition: everything"),
        new("FuGongJianJia.Editions.Public", "the public's edition: a type that reaches nothing internal"),
        new("FuGongJianJia.Editions.Protection", "the stage between them"),
        new("FuGongJianJia.Editions.Words", "sentences about a whole period"),
        new("FuGongJianJia.Editions.Briefs", "what a brief for leaders says, rule by rule"),
        new("FuGongJianJia.Editions.Yearbook", "what an annual report says beside what people wrote for it"),
        new("FuGongJianJia.OpenData", "the public edition as CSV and JSON"),
        new("FuGongJianJia.Archive", "what was published, and what a build would change of it"),
    ];

    /// <summary>The fictional district: what a dataset of any size looks like as files.</summary>
    public static ImmutableArray<Floor> Demo { get; } =
    [
        new("FuGongJianJia.Demo.Scenes", "a picture for a case, drawn by rays"),
        new("FuGongJianJia.Demo.District", "who there is"),
        new("FuGongJianJia.Demo.Indicators", "what they report"),
        new("FuGongJianJia.Demo.Rows", "their rows, over the columns of the contract"),
        new("FuGongJianJia.Demo", "the files"),
    ];

    /// <summary>Chinese typesetting: blocks in, PDF out; knows no unions.</summary>
    public static ImmutableArray<Floor> Typesetting { get; } =
    [
        new("FuGongJianJia.Typesetting.Drawing", "points, paths and colours"),
        new("FuGongJianJia.Typesetting.Fonts.Tables", "the tables of a font file"),
        new("FuGongJianJia.Typesetting.Fonts.Cff", "outlines of PostScript fonts"),
        new("FuGongJianJia.Typesetting.Fonts.TrueType", "outlines of TrueType fonts"),
        new("FuGongJianJia.Typesetting.Fonts", "a face: its outlines, metrics and subset"),
        new("FuGongJianJia.Typesetting.Paged", "what a finished page holds"),
        new("FuGongJianJia.Typesetting.Text", "characters to lines: classes, spacing, breaks"),
        new("FuGongJianJia.Typesetting.Layout", "what an author says: blocks, tables, styles, pages"),
        new("FuGongJianJia.Typesetting.Engine.Boxes", "what has been measured"),
        new("FuGongJianJia.Typesetting.Engine.Measuring", "blocks to boxes"),
        new("FuGongJianJia.Typesetting.Engine.Paging", "boxes to pages"),
        new("FuGongJianJia.Typesetting.Engine", "a document to pages"),
        new("FuGongJianJia.Typesetting.Pdf", "pages to bytes, tagged"),
        new("FuGongJianJia.Typesetting.Pdf.Reading", "bytes back to text, for the second look"),
        new("FuGongJianJia.Typesetting.Ofd", "pages to an OFD file, and back to text"),
        new("FuGongJianJia.Typesetting.Word", "a document to a Word file, and back to text"),
    ];

    /// <summary>What readers see.</summary>
    public static ImmutableArray<Floor> Theme { get; } =
    [
        new("FuGongJianJia.Theme", "a file of the output, made when it is asked for; how hanzi are read"),
        new("FuGongJianJia.Theme.Charts", "figures of pages and papers, as drawings"),
        new("FuGongJianJia.Theme.Facts", "tables that page and paper both show, said once"),
        new("FuGongJianJia.Theme.Reports.Common", "what the papers share"),
        new("FuGongJianJia.Theme.Reports.Annual", "the annual report, a file a chapter"),
        new("FuGongJianJia.Theme.Reports.Brief", "the brief for leaders"),
        new("FuGongJianJia.Theme.Reports.Letters", "letters to units, each with its reply slip"),
        new("FuGongJianJia.Theme.Reports.Lists", "lists of the office"),
        new("FuGongJianJia.Theme.Reports.Sheet", "a union's result on one sheet"),
        new("FuGongJianJia.Theme.Reports.Town", "a town's report"),
        new("FuGongJianJia.Theme.Reports", "which papers there are"),
        new("FuGongJianJia.Theme.Handouts", "who gets which papers, and the papers that go with them"),
        new("FuGongJianJia.Theme.Workbook", "all of a period in one workbook"),
        new("FuGongJianJia.Theme.Site.Writing", "what writers wrote, as markup"),
        new("FuGongJianJia.Theme.Site.Docs", "the books of documentation, and their pages that are derived"),
        new("FuGongJianJia.Theme.Site.Map", "every address and what is looked up"),
        new("FuGongJianJia.Theme.Site.Components", "parts of pages"),
        new("FuGongJianJia.Theme.Site.Compare", "files of the page that compares"),
        new("FuGongJianJia.Theme.Site.Pages", "the pages"),
        new("FuGongJianJia.Theme.Site.Search", "files of the search"),
        new("FuGongJianJia.Theme.Site.Sharing", "pictures that stand beside shared links"),
        new("FuGongJianJia.Theme.Site", "the plan: which page stands where"),
        new("FuGongJianJia.Theme.Office", "pages of the office, which no page of the site leads to"),
    ];

    /// <summary>The command: the only project that touches files, clock, environment and console.</summary>
    public static ImmutableArray<Floor> Cli { get; } =
    [
        new("FuGongJianJia.Cli.Options", "what a command was asked to do"),
        new("FuGongJianJia.Cli.Terminal", "what its user reads"),
        new("FuGongJianJia.Cli.Files", "folders in, folders out"),
        new("FuGongJianJia.Cli.Sharding", "which machine makes what, and its shares joined"),
        new("FuGongJianJia.Cli.Stages", "stages that more than one command takes"),
        new("FuGongJianJia.Cli.Publishing", "the site to where it is served"),
        new("FuGongJianJia.Cli.Sending", "papers to those who get them"),
        new("FuGongJianJia.Cli.Server", "the preview"),
        new("FuGongJianJia.Cli.Commands", "a command each"),
        new("FuGongJianJia.Cli", "the entry"),
    ];

    /// <summary>The floors of all projects, from the ground up.</summary>
    public static ImmutableArray<(string Project, ImmutableArray<Floor> Floors)> All { get; } =
    [
        ("FuGongJianJia.Pictures", Pictures),
        ("FuGongJianJia", Domain),
        ("FuGongJianJia.Demo", Demo),
        ("FuGongJianJia.Typesetting", Typesetting),
        ("FuGongJianJia.Theme", Theme),
        ("FuGongJianJia.Cli", Cli),
    ];

    /// <summary>
    /// What is wrong with these uses, one line each: a floor that looks up, or a namespace on no floor.
    /// </summary>
    public static IEnumerable<string> Faults(IEnumerable<Use> uses, ImmutableArray<Floor> floors)
    {
        var heights = floors
            .Select((f, n) => (f.Namespace, n))
            .ToDictionary(f => f.Namespace, f => f.n, StringComparer.Ordinal);
        return uses.Where(u =>
                heights.ContainsKey(u.From) && heights.TryGetValue(u.To, out var to) && to > heights[u.From]
            )
            .Select(u => $"{u.Place}: {u.From} uses {u.Type} of {u.To}, which stands above it")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The floors of a project as they stand in ARCHITECTURE.md, the roof on top.</summary>
    public static string Picture(string project)
    {
        var floors = All.First(p => p.Project == project).Floors;
        var widest = floors.Max(f => f.Namespace.Length);
        return string.Join(
            '\n',
            floors
                .Reverse()
                .Select(f => $"│ {f.Namespace.PadRight(widest)} │ {f.Why}")
                .Prepend($"┌ {project}")
                .Append("└")
        );
    }
}
