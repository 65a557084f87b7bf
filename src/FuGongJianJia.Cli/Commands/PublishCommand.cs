using System.Collections.Immutable;
using System.CommandLine;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Publishing;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong publish</c>（发布）: the site to where it is served, changed files only, with versions to go back to.
/// </summary>
internal static class PublishCommand
{
    private const string SiteFolder = "site/";

    private static readonly string[] Example =
    [
        "外网:",
        "  方式: ssh",
        "  主机: deploy@www.example.cn",
        "  网站: /srv/fugong/site",
        "  版本: /srv/fugong/versions",
    ];

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var name = new Argument<string?>("目标")
        {
            Description = "发布.yml 里目标的名字；只有一个目标时可以不写",
            HelpName = "目标",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "只说会新增、改动、移除哪些文件，不动目标" };
        var rollback = new Option<int?>("--rollback")
        {
            Description = "退回到第几版（不写为上一版）；也可以写较新的一版，换回去",
            HelpName = "版本",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var versions = new Option<bool>("--versions") { Description = "列出目标里可以退回的各版" };
        var precompress = new Option<bool>("--precompress")
        {
            Description = "在能压缩的文件旁边放好 .gz 和 .br，与 发布.yml 里写“预压缩: 是”相同",
        };
        var takeOver = new Option<bool>("--take-over")
        {
            Description = "要写的位置上有不是本程序发布的文件时，先移到“版本”文件夹里，再换掉",
        };
        var limit = new Option<int>("--limit")
        {
            Description = "新增、改动、移除的文件各列几个（默认 20，0 为全部）",
            HelpName = "个数",
            DefaultValueFactory = _ => 20,
        };
        CommonOptions.Within(limit, 0, int.MaxValue);
        var (quiet, events) = (CommonOptions.Quiet(), CommonOptions.Events());
        var command = new Command("publish", "把网站发布到文件夹、服务器（ssh）或对象存储：只传有变化的，可以退回")
        {
            name,
            root,
            output,
            dryRun,
            rollback,
            versions,
            precompress,
            takeOver,
            limit,
            quiet,
            events,
        };
        command.SetAction(parsed =>
        {
            screen.IsQuiet = parsed.GetValue(quiet);
            screen.Events = parsed.GetValue(events) ? new EventLog(screen.Out) : null;
            var request = new Request
            {
                Root = parsed.GetValue(root)!,
                Output = BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                Target = parsed.GetValue(name),
                IsDry = parsed.GetValue(dryRun),
                IsReturn = parsed.GetResult(rollback) is { Implicit: false },
                Version = parsed.GetValue(rollback),
                ListsVersions = parsed.GetValue(versions),
                Precompress = parsed.GetValue(precompress),
                TakeOver = parsed.GetValue(takeOver),
                Limit = parsed.GetValue(limit),
            };
            try
            {
                return Run(request, screen, cancellation);
            }
            catch (RemediableException failure)
            {
                return screen.Tell(failure);
            }
        });
        return command;
    }

    private static int Run(Request request, Screen screen, CancellationToken cancellation)
    {
        var (place, wrong) = Find(request, screen);
        if (place is null)
        {
            return wrong;
        }

        using var view = OutputView.Open(request.Output);
        StoredManifest? stored = null;
        if (!request.IsReturn && !request.ListsVersions)
        {
            stored = view.Stored;
            if (VerifyCommand.Refused(request.Output, stored, "发布", screen, cancellation) is { } refused)
            {
                return refused;
            }
        }

        using var target = screen.Wait("连接", () => PublishTargets.Open(place, request.Root, request.Output));
        var (state, faults) = screen.Wait("核对目标", () => PublishState.Read(target, cancellation));
        if (state is null)
        {
            return screen.Refuse([.. faults], notes: false, "目标没有动。", PublishCodes.RecordUnreadable.Remedy);
        }

        screen.Line("目标", $"  {place.Name}（{target.Title}）");
        return request.ListsVersions ? new PublishReport(screen).Versions(state.Record)
            : request.IsReturn ? Return(request, target, state, screen, cancellation)
            : Publish(request, place, target, state, stored!, screen, cancellation);
    }

    // The place that is meant; null with the exit code when it cannot be said, which has been told.
    private static (PublishPlace? Place, int Code) Find(Request request, Screen screen)
    {
        var path = Path.Combine(request.Root, PublishPlaces.Path);
        if (!File.Exists(path))
        {
            screen.Fail($"没有 {PublishPlaces.Path}，不知道发布到哪里。");
            screen.Advise($"在项目文件夹里建立 {PublishPlaces.Path}，写法见文档“部署”，例如：");
            foreach (var line in Example)
            {
                screen.Line(line);
            }

            return (null, ExitCode.Usage);
        }

        var (places, faults) = PublishPlaces.Read(new SourceFile(PublishPlaces.Path, File.ReadAllBytes(path)));
        if (faults.Any(f => f.Severity == Severity.Error))
        {
            return (
                null,
                screen.Refuse(
                    [.. faults],
                    notes: false,
                    "没有发布，目标没有动。",
                    $"改好 {PublishPlaces.Path}，再运行一次。"
                )
            );
        }

        screen.Diagnostics(faults, notes: true);
        var found = request.Target is null
            ? places.Length == 1
                ? places[0]
                : null
            : places.FirstOrDefault(p => p.Name == request.Target);
        if (found is null)
        {
            screen.Fail(
                request.Target is null
                    ? $"{PublishPlaces.Path} 里不止一个目标，请写明是哪一个。"
                    : $"{PublishPlaces.Path} 里没有“{request.Target}”这个目标。"
            );
            screen.Advise(
                places.IsEmpty
                    ? "文件是空的，写法见文档“部署”。"
                    : $"现有：{string.Join("、", places.Select(p => p.Name))}。"
            );
        }

        return (found, ExitCode.Usage);
    }

    private static int Publish(
        Request request,
        PublishPlace place,
        IPublishTarget target,
        PublishState state,
        StoredManifest stored,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var report = new PublishReport(screen);
        var site = Path.Combine(request.Output, "site");
        var files = SiteFiles(request.Output, stored.Manifest!);
        using var precompression = new Precompression();
        if (request.Precompress || place.Precompress)
        {
            if (place.Kind == PublishKind.S3)
            {
                screen.Fail("对象存储不会用旁边的 .gz 和 .br，不能预压缩。");
                screen.Advise("去掉“预压缩”或 --precompress，在内容分发（CDN）里打开压缩。");
                return ExitCode.Usage;
            }

            var last = state.Lists.GetValueOrDefault(state.Record.Current);
            var plain = files;
            screen.Doing = "压缩";
            screen.Progress(
                "压缩",
                Precompression.Compressible(plain).Length,
                step => files = precompression.Beside(site, plain, last, step, cancellation)
            );
        }

        // Where nothing else would change, no version goes for a new one either.
        var still = PublishPlan.Of(state, files, Finished(state.Record));
        if (still.IsEmpty && state.Record.Underway.IsEmpty)
        {
            screen.Line("没有变化", $"  目标里已经是这一版（第 {state.Record.Current} 版）");
            report.Left(still);
            return report.Done(state.Record.Current, still);
        }

        var plan = PublishPlan.Of(state, files, Publisher.Remaining(state.Record, place.Keep));
        var version = Next(state.Record, stored);

        screen.Line(
            "版本",
            FormattableString.Invariant($"  第 {version.Number} 版，编制日期 {version.Edition}；")
                + (state.Record.Current == 0 ? "目标里还没有发布过" : $"目标里现在是第 {state.Record.Current} 版")
                + (state.Record.Underway.IsEmpty ? "" : "，上一次没有发完，这次接着发")
        );
        report.Changes(plan, state, request.Limit);
        if (Stopped(plan, state, request, "发布", screen) is { } stopped)
        {
            return stopped;
        }

        var list = new PublishList { Compressor = Precompression.Maker, Files = files };
        new Publisher(target, state, screen).Publish(
            plan,
            version with
            {
                List = Manifest.Hash(list.ToBytes()),
            },
            list,
            place.Keep,
            entry => precompression.Root(site, entry),
            cancellation
        );
        screen.Line("已发布", $"  第 {version.Number} 版");
        if (state.Record.Current > 0)
        {
            screen.Faint($"要退回：fugong publish {place.Name} --rollback");
        }

        return report.Done(version.Number, plan);
    }

    private static int Return(
        Request request,
        IPublishTarget target,
        PublishState state,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var report = new PublishReport(screen);
        var finished = state.Record.Versions.Where(v => v.Published is not null).ToList();
        // The one before; where a version was begun and not finished, the one that was served.
        var number =
            request.Version
            ?? (
                state.Record.Underway.IsEmpty
                    ? finished.LastOrDefault(v => v.Number < state.Record.Current)?.Number
                    : state.Record.Current
            );
        if (finished.Find(v => v.Number == number) is not { } version)
        {
            screen.Fail(number is null ? "没有更早的版本可以退回。" : $"目标里没有第 {number} 版。");
            report.Versions(state.Record);
            return ExitCode.Usage;
        }

        var plan = PublishPlan.Of(state, state.Lists[version.Number].Files, Finished(state.Record));
        screen.Line(
            "版本",
            $"  换成第 {version.Number} 版，编制日期 {version.Edition}；目标里现在是第 {state.Record.Current} 版"
        );
        report.Changes(plan, state, request.Limit);
        if (!plan.Bring.IsEmpty)
        {
            return screen.Refuse(
                [
                    .. plan.Bring.Select(e => new Diagnostic(
                        PublishCodes.VersionIncomplete.Id,
                        PublishCodes.VersionIncomplete.Severity,
                        new SourcePlace(PublishKey.Contents + e.Sha256),
                        $"第 {version.Number} 版的 {e.Path} 缺了或被改过。{PublishCodes.VersionIncomplete.Remedy}"
                    )),
                ],
                notes: false,
                "没有退回，目标没有动。",
                PublishCodes.VersionIncomplete.Remedy
            );
        }

        if (Stopped(plan, state, request, "退回", screen) is { } stopped)
        {
            return stopped;
        }

        new Publisher(target, state, screen).Return(plan, version.Number, cancellation);
        screen.Line("已换成", $"  第 {version.Number} 版");
        return report.Done(version.Number, plan);
    }

    // What stops both ways of changing the target: files of others, and that one only wants to look.
    private static int? Stopped(PublishPlan plan, PublishState state, Request request, string deed, Screen screen)
    {
        if (!plan.InTheWay.IsEmpty && !request.TakeOver)
        {
            return screen.Refuse(
                [.. plan.InTheWay.Select(InTheWay)],
                notes: false,
                "目标没有动。",
                PublishCodes.InTheWay.Remedy
            );
        }

        if (request.IsDry)
        {
            screen.Line("只看不做", $"  目标没有动；去掉 --dry-run 才{deed}。");
            return new PublishReport(screen).Done(state.Record.Current, plan);
        }

        return null;
    }

    private static ImmutableArray<int> Finished(PublishRecord record) =>
        [.. record.Versions.Where(v => v.Published is not null).Select(v => v.Number)];

    // Below the site, and nothing else of the output: what is internal has no way out. A signature is in no manifest.
    private static ImmutableArray<ManifestEntry> SiteFiles(string output, Manifest manifest) =>
        [
            .. manifest
                .Files.Concat(
                    (OutputSignature.Exists(output) ? OutputSignature.Paths : []).Select(path =>
                    {
                        var content = File.ReadAllBytes(Path.Combine(output, path));
                        return new ManifestEntry(path, content.Length, Manifest.Hash(content));
                    })
                )
                .Where(f => f.Path.StartsWith(SiteFolder, StringComparison.Ordinal))
                .Select(f => new ManifestEntry(f.Path[SiteFolder.Length..], f.Size, f.Sha256))
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];

    private static PublishVersion Next(PublishRecord record, StoredManifest stored) =>
        new(
            record.Versions.Select(v => v.Number).LastOrDefault() + 1,
            stored.Manifest!.Date,
            stored.Digest,
            Published: null,
            List: ""
        );

    private static Diagnostic InTheWay(string path) =>
        new(
            PublishCodes.InTheWay.Id,
            PublishCodes.InTheWay.Severity,
            new SourcePlace(PublishKey.Site + path),
            $"这个位置上已有不是本程序发布的文件。{PublishCodes.InTheWay.Remedy}"
        );

    private sealed record Request
    {
        public required string Root { get; init; }

        public required string Output { get; init; }

        public string? Target { get; init; }

        public bool IsDry { get; init; }

        public bool IsReturn { get; init; }

        public int? Version { get; init; }

        public bool ListsVersions { get; init; }

        public bool Precompress { get; init; }

        public bool TakeOver { get; init; }

        public int Limit { get; init; }
    }
}
