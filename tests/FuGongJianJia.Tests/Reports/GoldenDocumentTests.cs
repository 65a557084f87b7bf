using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Editions;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Letters;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// One document of every kind, whole: pages, outline, structure and words, beside what was last looked at and found
/// good (golden/*.txt).
/// After a change that is meant, run these tests with FUGONG_GOLDEN=1, read the difference in git, and commit it.
/// </summary>
public sealed class GoldenDocumentTests
{
    private static readonly OfficeEdition Office = Sample.Office();
    private static readonly OfficeEdition Screened = ScreeningSample.Office();
    private static readonly PublicEdition Whole = DisclosureControl.Protect(Office);

    /// <summary>Every kind of paper.</summary>
    public static TheoryData<string> Kinds { get; } =
    [
        "annual",
        "town",
        "sheet",
        "brief-district",
        "brief-town",
        "brief-public",
        "list",
        "board",
        "screening",
        "letter-reminder",
        "letter-warning",
        "letter-supervision",
        "letter-summons",
        "opinion-union",
        "opinion-town",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_document_is_what_was_looked_at(string name)
    {
        var actual = Describe(Lay(name));
        var path = Repository.PathOf("tests", "FuGongJianJia.Tests", "Reports", "golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("FUGONG_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is not there: run with FUGONG_GOLDEN=1 and look at it.");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }

    internal static LayoutResult Lay(string name)
    {
        var (period, options) = (Whole.Latest, new ReportOptions());
        (int Pages, ImmutableArray<Document> Versions) document = name switch
        {
            "annual" => (int.MaxValue, [ReportPlan.Annual(Whole, period, options)]),
            "town" => (int.MaxValue, [ReportPlan.Town(Whole, period, period.Towns[1], options)]),
            "sheet" => (1, ReportPlan.Sheet(Whole, period, period.Unions[7], options)),
            "brief-district" => (
                LeaderBrief.MostPages(Office),
                ReportPlan.Brief(Office, Office.Latest, Office.Latest.District, options)
            ),
            "brief-town" => (
                LeaderBrief.MostPages(Office),
                ReportPlan.Brief(Office, Office.Latest, Office.Latest.Towns[1], options)
            ),
            "brief-public" => (LeaderBrief.MostPages(Whole), ReportPlan.Brief(Whole, period, period.District, options)),
            "board" => (1, TaskSheet.Versions(Office, Office.Latest)),
            "screening" => (
                int.MaxValue,
                [ScreeningPaper.Compose(Screened, Screened.Latest, Screened.Latest.Screening!)]
            ),
            "letter-reminder" => (2, Letter(GuidanceRung.Reminder)),
            "letter-warning" => (2, Letter(GuidanceRung.Warning)),
            "letter-supervision" => (2, Letter(GuidanceRung.Supervision)),
            "letter-summons" => (2, Letter(GuidanceRung.Summons)),
            "opinion-union" => (3, OpinionTo("SL06-0006")),
            "opinion-town" => (3, OpinionTo("SL06")),
            "list" => (int.MaxValue, [OfficeList.Compose(Office, Office.Latest)]),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        return Printing.FirstWithin(document.Pages, document.Versions, TestFonts.Set);
    }

    // Of the demo, since a letter needs a ladder, a task and figures of several periods.
    private static ImmutableArray<Document> Letter(GuidanceRung rung) =>
        GuidanceLetterPaper.Versions(
            DemoData.Office,
            DemoData.Office.Letters.First(l => l is { Year: 2024, Task: not null } && l.Guidance.Rung == rung)
        );

    private static ImmutableArray<Document> OpinionTo(string unit) =>
        OpinionPaper.Versions(
            DemoData.Office,
            DemoData.Office.Latest,
            Opinion.Of(DemoData.Office).Last(o => o.Unit.Code == unit)
        );

    private static string Describe(LayoutResult laid)
    {
        var text = new StringBuilder();
        var document = laid.Document;
        text.Append(
            CultureInfo.InvariantCulture,
            $"{document.Info.Title}\n{document.Pages.Length} pages, {laid.Notices.Length} notices\n"
        );
        foreach (var notice in laid.Notices)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {notice.Kind} {notice.Message}\n");
        }

        text.Append("\nOutline\n");
        Outline(document.Outline, 1);
        text.Append("\nStructure\n");
        foreach (var tag in Nodes(document.Structure).GroupBy(n => n.Tag).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {tag.Key} {tag.Count()}\n");
        }

        for (var i = 0; i < document.Pages.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nPage {i + 1} ({document.Pages[i].Label})\n");
            foreach (var line in Lines(document.Pages[i]))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();

        void Outline(ImmutableArray<OutlineEntry> entries, int depth)
        {
            foreach (var entry in entries)
            {
                text.Append(' ', depth * 2)
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"{entry.Title} … {document.Pages[entry.Target.Page].Label}\n"
                    );
                Outline(entry.Children, depth + 1);
            }
        }
    }

    private static IEnumerable<StructureNode> Nodes(StructureNode node) =>
        node.Children.SelectMany(Nodes).Prepend(node);

    // Runs on one baseline are a line; two spaces stand for a gap between cells. A figure is told by its alternative
    // text.
    private static IEnumerable<string> Lines(Page page)
    {
        var runs = page
            .Items.OfType<GlyphRun>()
            .Where(r => r.Glyphs is [.., { Text.Length: > 0 }])
            .Select(r =>
                (
                    r.Y,
                    r.X,
                    End: r.X + r.Glyphs[^1].Offset + (r.Size * r.Face.AdvanceOf(r.Glyphs[^1].Glyph)),
                    r.Size,
                    Text: string.Concat(r.Glyphs.Select(g => g.Text))
                )
            );
        var figures = page
            .Items.OfType<DrawingItem>()
            .Where(d => d.Structure is not null)
            .Select(d => (d.Y, d.X, End: d.X, Size: 1.0, Text: $"[{d.Drawing.Description}]"));
        foreach (
            var line in runs.Concat(figures)
                .GroupBy(r => Math.Round(r.Y, MidpointRounding.AwayFromZero))
                .OrderBy(g => g.Key)
        )
        {
            var words = new StringBuilder();
            var end = double.NaN;
            foreach (var run in line.OrderBy(r => r.X))
            {
                words.Append(run.X - end > run.Size * 0.4 ? "  " : "").Append(run.Text);
                end = run.End;
            }

            yield return words.ToString().TrimEnd();
        }
    }
}
