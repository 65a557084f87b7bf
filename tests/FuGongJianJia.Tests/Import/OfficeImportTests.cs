using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Demo;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// The folders of tests/exports: made-up districts, each with a layout of its own, a folder a period. The first is
/// imported, the next are read by what that wrote; no cell is touched.
/// </summary>
public sealed class OfficeImportTests
{
    private static readonly string Root = Repository.PathOf("tests", "exports");

    public static TheoryData<string> Districts =>
        [.. Directory.EnumerateDirectories(Root).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Districts))]
    public void An_export_in_any_layout_is_read_without_an_error_and_the_next_without_a_question(string district)
    {
        var periods = Periods(district);
        var project = ImmutableArray<SourceFile>.Empty;
        var first = true;
        foreach (var period in periods)
        {
            project = project.AddRange(Exports(district, period));
            var proposal = Propose(project, period);
            if (first)
            {
                GoldenCases.Compare(Root, district, "对应.yml", proposal.Mapping!);
            }

            project = With(project, OfficeImport.MappingPath, proposal.Mapping);
            var read = Importer.Import(project, ImportOptions.Default, TestContext.Current.CancellationToken);
            Assert.Empty(read.Diagnostics.Where(d => d.Severity == Severity.Error));
            project = With(
                project,
                OfficeImport.RegisterPath,
                read.Register is { } register ? Encoding.UTF8.GetString(register.Span) : null
            );
            Assert.All(read.Dataset!.Periods[^1].Catalogue, i => Assert.NotEmpty(i.Name));
            Assert.Equal(period, read.Dataset.Periods[^1].Period);
            first = false;
        }

        // By then nothing is new: what is written is all there is to know.
        var last = Importer.Import(project, ImportOptions.Default, TestContext.Current.CancellationToken);
        GoldenCases.Compare(Root, district, "读到的.txt", Told(last.Dataset!.Periods[^1]));
        Assert.Null(last.Register);
        Assert.Null(Propose(project, periods[^1]).Mapping);
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public void A_code_once_given_stays_whatever_the_order_of_the_files(string district)
    {
        var periods = Periods(district);
        var project = Exports(district, periods[0]);
        project = With(project, OfficeImport.MappingPath, Propose(project, periods[0]).Mapping);
        var read = Importer.Import(project, ImportOptions.Default, TestContext.Current.CancellationToken);
        var turned = Importer.Import(
            [.. project.Reverse()],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Names(read), Names(turned));
        var kept = Importer.Import(
            With(project, OfficeImport.RegisterPath, Encoding.UTF8.GetString(read.Register!.Value.Span)),
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );
        Assert.Null(kept.Register);
        Assert.Equal(Names(read), Names(kept));

        static IEnumerable<(string, string, string?)> Names(ImportResult result) =>
            result.Dataset!.Periods[0].Organisations.Select(o => (o.Code, o.Name, o.Parent));
    }

    [Fact]
    public void What_is_not_read_comes_nowhere()
    {
        var project = Exports("sheet-per-town", Period.Parse("2025Q1"));
        project = With(project, OfficeImport.MappingPath, Propose(project, Period.Parse("2025Q1")).Mapping);
        var read = Importer.Import(project, ImportOptions.Default, TestContext.Current.CancellationToken);

        // Every row of the three sheets has a telephone number; not one is spoken of.
        Assert.All(read.Diagnostics, d => Assert.Empty(PersonalData.Find(d.Message)));
        Assert.DoesNotContain(read.Diagnostics, d => d.Code.StartsWith("FG09", StringComparison.Ordinal));
        Assert.Contains(read.Ledger.Entries.SelectMany(e => e.Lines), l => l.Text.Contains("联系电话"));
    }

    // Every organisation and every value of a period, as an eye compares them with the export.
    private static string Told(PeriodData period)
    {
        var lines = period
            .Organisations.OrderBy(o => o.Code, StringComparer.Ordinal)
            .Select(o =>
                FormattableString.Invariant(
                    $"{o.Code} {o.Name}｜{o.Level.Word()}｜上级 {o.Parent}｜{o.Category.Word()}｜"
                ) + FormattableString.Invariant($"职工 {o.Workers} 会员 {o.Members}")
            )
            .Concat(
                period
                    .Observations.OrderBy(v => v.Organisation, StringComparer.Ordinal)
                    .ThenBy(v => v.Indicator, StringComparer.Ordinal)
                    .Select(v =>
                        FormattableString.Invariant(
                            $"{v.Organisation} {v.Indicator} {v.State.Word()} {v.Numerator}/{v.Denominator} {v.Value}"
                        )
                    )
            )
            .Concat(
                period.Activities.Select(a => FormattableString.Invariant($"{a.Code} {a.Name} {a.Start:yyyy-MM-dd}"))
            );
        return string.Join('\n', lines) + '\n';
    }

    private static ImportProposal Propose(ImmutableArray<SourceFile> project, Period period) =>
        OfficeImport.Propose(
            project,
            period,
            DemoGenerator.Catalogue(period).ToSourceFile(),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    private static List<Period> Periods(string district) =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Root, district))
                .Select(p => Path.GetFileName(p))
                .Where(n => Period.TryParse(n, out _))
                .Select(Period.Parse)
                .Order(),
        ];

    private static ImmutableArray<SourceFile> Exports(string district, Period period) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Root, district, $"{period}"))
                .Order(StringComparer.Ordinal)
                .Select(p => new SourceFile($"data/{period}/{Path.GetFileName(p)}", File.ReadAllBytes(p))),
        ];

    private static ImmutableArray<SourceFile> With(ImmutableArray<SourceFile> files, string path, string? text) =>
        text is null ? files : files.RemoveAll(f => f.Path == path).Add(new(path, Encoding.UTF8.GetBytes(text)));
}
