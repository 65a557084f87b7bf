using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Privacy;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Office;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Cli.Commands;

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
        var (jobs, noPdf, strict, notes, basePath, takeOver) = (
            CommonOptions.Jobs(),
            CommonOptions.NoPdf(),
            CommonOptions.Strict(),
            CommonOptions.Notes(),
            CommonOptions.BasePath(),
            new Option<bool>("--take-over")
            {
                Description = "清单坏了或有别的文件占着位置时，把不认识的文件移到一边，重新登记",
            }
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
            takeOver,
        };
        command.SetAction(parsed =>
            Run(
                new BuildReport(
                    screen,
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
                        TakeOver = parsed.GetValue(takeOver),
                        BasePath = parsed.GetValue(basePath)!,
                    }
                ),
                cancellation
            )
        );
        return command;
    }

    /// <summary>Runs a build.</summary>
    /// <returns>An exit code.</returns>
    internal static int Run(BuildReport report, CancellationToken cancellation)
    {
        var (options, screen) = (report.Options, report.Screen);

        var stored = report.Stage("核对已有的输出", () => Stored(options.Output), _ => null);
        report.Add(options.TakeOver ? [] : stored.Faults);
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        var source = report.Stage(
            "读取",
            () => SourceFolder.Read(options.Root, cancellation),
            s => $"{s.Files.Length} 个文件"
        );
        var files = source.Files;

        var import = report.Stage(
            "导入",
            () => Inputs.Import(source, cancellation),
            i =>
                i.Dataset is { } d
                    ? $"{d.Periods.Length} 期，{d.Periods.Sum(p => p.Observations.Length):N0} 个指标值"
                    : null
        );
        screen.Line("台账", $"  {import.Ledger.Summary}");
        report.Add(import.Diagnostics);
        if (import.Dataset is not { } dataset)
        {
            return report.Refuse();
        }

        if (options.Periods.FirstOrDefault(p => dataset.Periods.All(d => d.Period != p)) is { Year: > 0 } absent)
        {
            return screen.NoSuchPeriod($"{absent}", dataset.Periods.Select(p => p.Period));
        }

        var scores = report.Stage(
            "计算",
            () => Scorer.Score(dataset, cancellation),
            _ => $"{dataset.Periods[^1].Organisations.Length:N0} 个组织"
        );
        var fonts = options.Pdf ? InstalledFonts.Resolve(options.Root, dataset.Settings) : null;
        report.Add(fonts?.Diagnostics ?? []);
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        var whole = report.Stage(
            "成版",
            () =>
                OfficeComposer.Compose(
                    dataset,
                    scores,
                    new EditionOptions(options.Date, Tool.Version, InputFingerprint.Of(files))
                ),
            e => $"{e.Latest.Period.Title}，{e.Cases.Length} 个案例，{e.Commendations.Length} 项表彰"
        );
        report.Add(CrossChecker.Summary([.. whole.Periods.SelectMany(p => p.Discrepancies)]));
        var office = Only(whole, options.Periods);
        var edition = DisclosureControl.Protect(office);
        report.Add(
            report.Stage(
                "推算",
                () => DisclosureAttack.Check(edition),
                found => found.IsEmpty ? "不公布的数一个也推算不出" : null
            )
        );
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        var scanner = OutputScanner.For(dataset.Settings, KnownNumbers.Of(scores));
        var maker = Maker.Of(fonts?.Resolution.Fonts, scanner);
        using var output = OutputFolder.Open(options.Output, maker, options.TakeOver);
        var renderer = new Renderer(output, scanner, screen, options.Jobs);
        RenderResult Render(string title, Func<ImmutableArray<OutputFile>> plan) =>
            report.Stage(
                title,
                () => renderer.Render(title, plan(), cancellation),
                r => $"{r.Files.Length:N0} 个文件" + (r.Kept == 0 ? "" : $"，其中 {r.Kept:N0} 个内容未变，沿用上次的")
            );

        var images = SiteInputs.Images(dataset.Pictures, edition);
        var data = OpenDataFiles.Create(edition);
        var digests = OpenDataFiles.Digests(data);
        var papers = Render(
            "排版",
            () =>
                [
                    LedgerFile.Of(import.Ledger),
                    .. Papers(office, edition, fonts, new ReportOptions { Images = images, Digests = digests }),
                    .. data.Select(f => new OutputFile(f.Path, OutputKind.Data, () => f.Content)),
                ]
        );
        var pages = Render(
            "网页",
            () =>
                [
                    .. SitePlan.Create(edition, SiteInputs.For(options, papers.Sizes, digests, images)),
                    .. OfficePlan.Create(office, papers.Sizes.Keys.ToFrozenSet(StringComparer.Ordinal)),
                ]
        );
        report.Add([.. papers.Diagnostics, .. pages.Diagnostics]);
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        var swap = report.Stage(
            "换入",
            () =>
                output.Swap(entries => new Manifest
                {
                    Tool = Tool.Version,
                    Date = edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Options = new([.. options.Periods.Select(p => p.ToString())], options.BasePath, options.Pdf),
                    Fingerprint = edition.Fingerprint,
                    Inputs = InputFingerprint.Entries(files),
                    Fonts = fonts?.Manifest ?? [],
                    MadeBy = maker.Program,
                    LookedAtBy = maker.Rules,
                    Files = entries,
                }),
            _ => null
        );
        return report.Summary(edition, [.. papers.Files, .. pages.Files], swap);
    }

    // Mended before anything is read: where the data are refused, what stands is the last good output all the same.
    private static StoredManifest Stored(string output)
    {
        using var view = OutputView.Open(output);
        return view.Stored;
    }

    // Where there are fonts to set them in.
    private static ImmutableArray<OutputFile> Papers(
        OfficeEdition office,
        PublicEdition edition,
        InstalledFonts? fonts,
        ReportOptions options
    ) => fonts is null ? [] : ReportPlan.Create(office, edition, fonts.Resolution.Fonts!, options);

    // All periods are computed, since changes need the earlier ones; only those asked for are shown.
    private static OfficeEdition Only(OfficeEdition edition, ImmutableArray<Period> periods) =>
        periods.IsEmpty
            ? edition
            : edition with
            {
                Periods = [.. edition.Periods.Where(p => periods.Contains(p.Period))],
            };
}
