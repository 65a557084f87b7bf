using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sharding;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Text;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Office;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Workbook;

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
        var (mostDeletes, shard) = (CommonOptions.MostDeletes(), CommonOptions.Shard());
        var amend = new Option<string?>("--amend")
        {
            Description = "有意改动定稿的数字：写明原因，更正自动列在“数据质量与更正”页",
            HelpName = "原因",
        };
        amend.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (text.Trim().Length == 0 || VisibleText.Of(text) != text))
            {
                result.AddError("应为一句话的原因，读到空的或看不见的字符。");
            }
        });
        var (quiet, events) = (CommonOptions.Quiet(), CommonOptions.Events());
        var (jobs, noPdf, strict, notes, basePath, takeOver) = (
            CommonOptions.Jobs(),
            CommonOptions.NoPdf(),
            CommonOptions.Strict(),
            CommonOptions.Notes(),
            CommonOptions.BasePath(),
            CommonOptions.TakeOver()
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
            mostDeletes,
            amend,
            shard,
            quiet,
            events,
        };
        shard.Validators.Add(result =>
        {
            if (result.GetResult(output) is null)
            {
                result.AddError("要同时用 --output 写明这一份放到哪个文件夹。");
            }

            // Both change what stands, of which a share knows nothing.
            foreach (var other in (Option[])[noPdf, amend])
            {
                if (result.GetResult(other) is { Implicit: false })
                {
                    result.AddError($"不能与 {other.Name} 同时用。");
                }
            }
        });
        command.SetAction(parsed =>
        {
            screen.IsQuiet = parsed.GetValue(quiet);
            screen.Events = parsed.GetValue(events) ? new EventLog(screen.Out) : null;
            return Run(
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
                        MostDeletes = parsed.GetValue(mostDeletes),
                        Shard = parsed.GetValue(shard),
                        Amend = parsed.GetValue(amend)?.Trim(),
                        BasePath = parsed.GetValue(basePath)!,
                    }
                ),
                cancellation
            );
        });
        return command;
    }

    /// <summary>Runs a build.</summary>
    /// <param name="report">What it is asked, and whom it tells.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="shards">Shares that were made before and are joined; null for none.</param>
    /// <returns>An exit code.</returns>
    internal static int Run(BuildReport report, CancellationToken cancellation, ShardSet? shards = null)
    {
        if (report.Options.IsAmongSources)
        {
            report.Screen.Fail("输出文件夹不能放在 data 或 input 里面：下一次会把它当作数据来读。");
            report.Screen.Advise("请换一个地方，例如项目文件夹下的 output。");
            return ExitCode.Usage;
        }

        var (code, composition) = Composition.Make(report, cancellation);
        return composition is null ? code : Make(report, composition, shards, cancellation);
    }

    private static int Make(
        BuildReport report,
        Composition composition,
        ShardSet? shards,
        CancellationToken cancellation
    )
    {
        var (options, screen) = (report.Options, report.Screen);
        var (office, edition, publication, fonts) = (
            composition.Office,
            composition.Edition,
            composition.Publication,
            composition.Fonts
        );
        var maker = Maker.Of(fonts?.Resolution.Fonts, composition.Scanner);
        using var output = OutputFolder.Open(options.Output, maker, options.TakeOver, options.Shard is not null);
        var head = new Manifest
        {
            Tool = Tool.Version,
            Date = edition.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Options = new([.. options.Periods.Select(p => p.ToString())], options.BasePath, options.Pdf),
            Fingerprint = edition.Fingerprint,
            Inputs = composition.Sources,
            // Papers that were left as they are have the fonts and the maker that they had.
            Fonts = fonts?.Manifest ?? output.Last?.Fonts ?? [],
            MadeBy = fonts is null ? output.Last?.MadeBy ?? "" : maker.Program,
            LookedAtBy = maker.Rules,
            Files = [],
        };
        report.Add(shards?.Others(head, composition.Records) ?? []);
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        var renderer = new Renderer(output, composition.Scanner, screen, options.Jobs, options.Shard, shards);
        RenderResult Render(string title, Func<ImmutableArray<OutputFile>> plan) =>
            report.Stage(
                title,
                () => renderer.Render(title, plan(), cancellation),
                r =>
                    $"{r.Counts.Sum():N0} 个文件"
                    + (
                        r.Kept == 0 ? ""
                        : shards is null ? $"，其中 {r.Kept:N0} 个内容未变，沿用上次的"
                        : $"，其中 {r.Kept:N0} 个取自各份"
                    ),
                isCounted: true
            );

        var images = SiteInputs.Images(composition.Pictures, edition);
        var (data, digests) = Data(edition, Render);
        var reports = new ReportOptions { Images = composition.Pictures, Digests = digests };
        var plan = fonts is null
            ? ReportPlan.WithoutFonts(office, edition, reports)
            : ReportPlan.Create(office, edition, fonts.Resolution.Fonts!, reports);
        var left = fonts is null ? renderer.Leave(plan.Where(f => f.Kind.NeedsFonts()), cancellation) : null;
        var papers = Render(
            "排版",
            () =>
                [
                    LedgerFile.Of(composition.Ledger),
                    .. plan.Where(f => fonts is not null || !f.Kind.NeedsFonts()),
                    .. WorkbookPlan.Create(office, edition),
                    .. WeChatArticle.Files(edition),
                ]
        );
        var sizes = papers.Sizes.AddRange(data.Sizes).AddRange(left?.Sizes ?? papers.Sizes.Clear());
        var site = SiteInputs.For(options, sizes, digests, images) with { Faces = fonts?.Resolution.Fonts };
        var pictures = fonts is null ? renderer.Leave(SitePlan.Pictures(edition, site), cancellation) : null;
        site = site with { KeptPictures = SiteInputs.Pictures(pictures) };
        var gone = report.Stage(
            "核对地址",
            () =>
                publication
                    .Departures(site, plan.Select(f => f.Path).Concat(sizes.Keys))
                    .ToLookup(d => !d.Path.EndsWith(".html", StringComparison.Ordinal)),
            g => g.Count == 0 ? null : $"{g.Sum(d => d.Count()):N0} 个公布过的地址已经没有，各留一页说明去处"
        );
        var tables = gone[true].ToLookup(DepartureData.IsOf);
        var notes = DeparturePapers.Create(edition, tables[false], fonts?.Resolution.Fonts);
        var noted = fonts is null ? renderer.Leave(notes.Where(f => f.Kind.NeedsFonts()), cancellation) : null;
        site = site with { Departures = [.. gone[false]] };
        var pages = Render(
            "网页",
            () =>
                [
                    // A shard makes nothing that is gathered from all pages, such as the index of the search.
                    .. options.Shard is null ? SitePlan.Create(edition, site) : SitePlan.Pages(edition, site),
                    .. OfficePlan.Create(
                        office,
                        papers.Sizes.Keys.Concat(data.Sizes.Keys).ToFrozenSet(StringComparer.Ordinal)
                    ),
                    .. publication.Files(),
                    .. notes.Where(f => fonts is not null || !f.Kind.NeedsFonts()),
                    .. DepartureData.Create(edition, tables[true]),
                ]
        );
        report.Add([
            .. left?.Diagnostics ?? [],
            .. noted?.Diagnostics ?? [],
            .. pictures?.Diagnostics ?? [],
            .. data.Diagnostics,
            .. papers.Diagnostics,
            .. pages.Diagnostics,
        ]);
        report.Add(shards?.Left() ?? []);
        report.Add(Removal.Check(output, options));
        if (report.IsRefused)
        {
            return report.Refuse();
        }

        if (left is { Kept: > 0 })
        {
            report.Notice(
                "PDF",
                $"没有重新生成：沿用已有的 {left.Kept:N0} 份，可能与网页不一致；发布之前请不加 --no-pdf 再生成一次"
            );
        }

        var counts = RenderResult.Add(left, noted, pictures, data, papers, pages);
        var swap = report.Stage(
            "换入",
            () =>
                output.Swap(
                    entries =>
                        head with
                        {
                            Files = entries,
                            Shard = options.Shard is { } share
                                ? ShardSet.Record(share, composition.Records, papers.Said.AddRange(pages.Said))
                                : null,
                        },
                    report.Note(composition.Question, counts)
                ),
            _ => null
        );
        foreach (var path in publication.Keep())
        {
            report.Notice("更正", $"已记入 {path}，并列在“数据质量与更正”页");
        }

        if (options.Shard is { } made)
        {
            report.Notice(
                "分份",
                FormattableString.Invariant(
                    $"这是第 {made.Number} 份，共 {made.Count} 份；各份做完后运行 fugong merge 合成"
                )
            );
        }

        return report.Summary(counts, swap);
    }

    // Open data are the one thing that is made whole before it is written, since papers and pages name its digests: by
    // then they need not hold it.
    private static (RenderResult Made, ImmutableSortedDictionary<string, string> Digests) Data(
        PublicEdition edition,
        Func<string, Func<ImmutableArray<OutputFile>>, RenderResult> render
    )
    {
        var files = OpenDataFiles.Create(edition);
        var made = render(
            "开放数据",
            () => [.. files.Select(f => new OutputFile(f.Path, OutputKind.Data, () => f.Content))]
        );
        // Pages of a share say how large they are as well.
        return (
            made with
            {
                Sizes = files.ToImmutableSortedDictionary(
                    f => f.Path,
                    f => (long?)f.Content.Length,
                    StringComparer.Ordinal
                ),
            },
            OpenDataFiles.Digests(files)
        );
    }
}
