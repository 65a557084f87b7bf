using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Cli.Commands;

/// <summary>What a build is asked to do（生成选项）.</summary>
internal sealed record BuildOptions
{
    public required string Root { get; init; }

    public required string Output { get; init; }

    public ImmutableArray<Period> Periods { get; init; } = [];

    public DateOnly? Date { get; init; }

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public bool Pdf { get; init; } = true;

    public bool Strict { get; init; }

    public bool Notes { get; init; }

    public string BasePath { get; init; } = "/";

    /// <summary>The output folder when none was named: output below the root.</summary>
    public static string OutputOf(string root, string? output) =>
        Path.GetFullPath(output ?? Path.Combine(root, "output"));
}

/// <summary><c>fugong build</c>（生成）: the whole architecture, one line a stage.</summary>
internal static class BuildCommand
{
    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output, periods, date) = (
            CommonOptions.Root(),
            CommonOptions.Output(),
            CommonOptions.Periods(),
            CommonOptions.Date()
        );
        var (jobs, noPdf, strict, notes, basePath) = (
            CommonOptions.Jobs(),
            CommonOptions.NoPdf(),
            CommonOptions.Strict(),
            CommonOptions.Notes(),
            CommonOptions.BasePath()
        );
        var command = new Command("build", "读取 data 和 input，生成网站、年报、成绩单和简报")
        {
            root,
            output,
            periods,
            date,
            basePath,
            jobs,
            noPdf,
            strict,
            notes,
        };
        command.SetAction(parsed =>
            Run(
                new BuildOptions
                {
                    Root = parsed.GetValue(root)!,
                    Output = BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                    Periods = [.. parsed.GetValue(periods)!.Select(Period.Parse)],
                    Date = parsed.GetValue(date),
                    Jobs = Math.Max(1, parsed.GetValue(jobs)),
                    Pdf = !parsed.GetValue(noPdf),
                    Strict = parsed.GetValue(strict),
                    Notes = parsed.GetValue(notes),
                    BasePath = parsed.GetValue(basePath)!,
                },
                screen,
                cancellation
            )
        );
        return command;
    }

    /// <summary>Runs a build.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="screen">Where it tells its user.</param>
    /// <param name="cancellation">Leaves the last good output as it was.</param>
    /// <param name="seen">Gets the diagnostics too, for a preview.</param>
    /// <returns>An exit code.</returns>
    internal static int Run(
        BuildOptions options,
        Screen screen,
        CancellationToken cancellation,
        Action<ImmutableArray<Diagnostic>>? seen = null
    )
    {
        var report = new BuildReport(screen, options, seen);

        var files = SourceFolder.Read(options.Root, cancellation);
        report.Stage("读取", $"{files.Length} 个文件");

        var import = Importer.Import(files, ImportOptions.Default, cancellation);
        if (report.Refuses(import.Diagnostics))
        {
            return ExitCode.BadInput;
        }

        var dataset = import.Dataset!;
        if (options.Periods.FirstOrDefault(p => dataset.Periods.All(d => d.Period != p)) is { Year: > 0 } absent)
        {
            screen.Fail($"没有 {absent} 这一期的数据。");
            return ExitCode.Usage;
        }

        report.Stage(
            "导入",
            $"{dataset.Periods.Length} 期，{dataset.Periods.Sum(p => p.Observations.Length):N0} 个指标值"
        );

        var scores = Scorer.Score(dataset, cancellation);
        report.Stage("计算", $"{dataset.Periods[^1].Organisations.Length:N0} 个组织");

        report.Refuses(Reconciliation.Check(scores));

        var edition = Only(
            Composer.Compose(
                dataset,
                scores,
                new EditionOptions(options.Date, BuildReport.ToolVersion, InputFingerprint.Of(files))
            ),
            options.Periods
        );
        report.Stage(
            "成版",
            $"{edition.Latest.Period.Title}，{edition.Cases.Length} 个案例，{edition.Commendations.Length} 项表彰"
        );

        var fonts = options.Pdf ? InstalledFonts.Resolve(options.Root, dataset.Settings) : null;
        if (fonts is not null && report.Refuses(fonts.Diagnostics))
        {
            return ExitCode.BadInput;
        }

        var scanner = OutputScanner.For(dataset.Settings);
        var maker = Maker.Of(fonts?.Resolution.Fonts, scanner);
        using var output = OutputFolder.Open(options.Output, maker);
        var images = SiteInputs.Images(files, edition);
        var reports = fonts is null
            ? []
            : ReportPlan.Create(edition, fonts.Resolution.Fonts!, new ReportOptions { Images = images });
        var data = OpenData.Create(edition).Select(f => new OutputFile(f.Path, OutputKind.Data, () => f.Content));
        var made = Renderer.Render("排版", [.. reports, .. data], output, scanner, report, options, cancellation);
        var pages = SitePlan.Create(edition, SiteInputs.For(options, made.Sizes, images));
        var site = Renderer.Render("网页", pages, output, scanner, report, options, cancellation);
        if (report.Refuses([.. made.Diagnostics, .. site.Diagnostics]))
        {
            return ExitCode.BadInput;
        }

        var swap = output.Swap(entries => new Manifest
        {
            Tool = BuildReport.ToolVersion,
            Date = edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Fingerprint = edition.Fingerprint,
            Inputs = InputFingerprint.Entries(files),
            Fonts = fonts?.Manifest ?? [],
            MadeBy = maker.Program,
            LookedAtBy = maker.Rules,
            Files = entries,
        });
        report.Summary(edition, swap);
        return ExitCode.Done;
    }

    // All periods are computed, since changes need the earlier ones; only those asked for are shown.
    private static Edition Only(Edition edition, ImmutableArray<Period> periods) =>
        periods.IsEmpty
            ? edition
            : edition with
            {
                Periods = [.. edition.Periods.Where(p => periods.Contains(p.Period))],
            };
}
