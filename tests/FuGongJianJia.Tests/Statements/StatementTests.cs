using System.Globalization;
using System.Text;
using FuGongJianJia.Tests.Reports;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// Statements under test: every sentence, caption, alternative text and cell of the demo's pages and papers is read,
/// and each claim is worked out again by the second office.
/// </summary>
public sealed class StatementTests(ITestOutputHelper output)
{
    private const decimal LeastChecked = 95m;
    private const int MostFaults = 40;
    private const int MostShapes = 120;

    [Fact]
    public void Every_claim_of_every_page_holds() => Holds(Desk.PagesRead, "pages");

    [Fact]
    public void Every_claim_of_every_page_of_the_office_holds() => Holds(Desk.OfficePagesRead, "office");

    [Fact]
    public void Every_claim_of_every_paper_holds() => Holds(Desk.PapersRead, "papers");

    [Fact]
    public void No_sentence_of_a_unit_without_values_claims_more_than_its_status()
    {
        Assert.Contains(Desk.Office.Periods, p => p.All.Any(u => u.Figures.Total is null && u.Unit.IsPublic));
        Assert.Empty(Desk.PagesRead.OfNothing.Concat(Desk.PapersRead.OfNothing).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_composed_is_what_is_printed()
    {
        var (edition, options) = (Desk.Edition, new ReportOptions());
        var period = edition.Latest;
        var files = ReportPlan
            .Create(DemoData.Office, edition, TestFonts.Set, options)
            .ToLookup(f => f.Path, StringComparer.Ordinal);
        (string Path, IEnumerable<Document> Versions)[] papers =
        [
            (
                $"site/reports/{period.Period}/towns/{period.Towns[^1].Code}.pdf",
                [ReportPlan.Town(edition, period, period.Towns[^1], options)]
            ),
            (
                $"site/reports/{period.Period}/unions/{period.Unions[0].Code}.pdf",
                ReportPlan.Sheet(edition, period, period.Unions[0], options)
            ),
            (
                $"internal/{period.Period}/briefs/district.pdf",
                ReportPlan.Brief(DemoData.Office, DemoData.Office.Latest, DemoData.Office.Latest.District, options)
            ),
        ];
        Assert.All(
            papers,
            paper =>
            {
                var printed = FiguresAgreeTests.InReadingOrder(files[paper.Path].Single().Render().Content.ToArray());
                Assert.Contains(
                    paper.Versions,
                    v =>
                        PaperReader
                            .Printed(v.Sections.SelectMany(s => s.Blocks))
                            .Select(w => string.Concat(w.Where(c => !char.IsWhiteSpace(c))))
                            .All(w => printed.Contains(w, StringComparison.Ordinal))
                );
            }
        );
    }

    private void Holds(Reading reading, string what)
    {
        var tally = reading.Tally;
        Report(tally, what);
        Assert.Empty(tally.Faults.Order(StringComparer.Ordinal).Take(MostFaults));
        Assert.True(
            100m * tally.Checked >= LeastChecked * tally.Seen,
            $"{what}: {tally.Checked} of {tally.Seen} claims checked"
        );
        Assert.All(
            tally.Kinds,
            k =>
                Assert.True(
                    100m * k.Checked >= LeastChecked * k.Seen,
                    $"{what} {k.Kind}: {k.Checked} of {k.Seen} claims checked"
                )
        );
    }

    private void Report(Tally tally, string what)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{what}: claims seen {tally.Seen}, checked {tally.Checked}, ");
        text.Append(CultureInfo.InvariantCulture, $"{100m * tally.Checked / Math.Max(1, tally.Seen):0.00} %\n");
        foreach (var (kind, seen, isChecked) in tally.Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {kind} {isChecked}/{seen}\n");
        }

        foreach (var (shape, count, example) in tally.Unknown.Take(MostShapes))
        {
            text.Append(CultureInfo.InvariantCulture, $"{count, 6} {shape}    {example}\n");
        }

        foreach (var fault in tally.Faults.Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"! {fault}\n");
        }

        output.WriteLine(text.ToString());
        if (Environment.GetEnvironmentVariable("FUGONG_STATEMENTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, what + ".txt"), text.ToString());
        }
    }
}
