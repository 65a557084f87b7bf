using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sending;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Handouts;

namespace FuGongJianJia.Cli.Commands;

/// <summary>
/// <c>fugong pack</c>（打包）: the site and the internal papers as an archive each, every file once; or what there is of
/// one period and one town, under names that people keep files by.
/// </summary>
internal static class PackCommand
{
    private const string SiteFolder = "site/";
    private const string InternalFolder = "internal/";

    public static Command Create(Screen screen, CancellationToken cancellation)
    {
        var (root, output) = (CommonOptions.Root(), CommonOptions.Output());
        var period = CommonOptions.OnePeriod();
        period.Description = "只打一期的报告和内部材料，如 2024 或 2024Q1";
        var town = new Option<string?>("--town")
        {
            Description = "只打一个镇街（或一家单位）的，写编码、全称或简称；不写期间时为最新一期",
            HelpName = "镇街",
        };
        var into = CommonOptions.Folder("--into", "压缩包放到哪个文件夹（默认为项目文件夹下的 dist）");
        var command = new Command("pack", "把输出打成便于分发的压缩包：网站、内部材料各一个，或者一期、一个镇街的")
        {
            root,
            output,
            period,
            town,
            into,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(root)!,
                BuildOptions.OutputOf(parsed.GetValue(root)!, parsed.GetValue(output)),
                parsed.GetValue(period),
                parsed.GetValue(town),
                Path.GetFullPath(parsed.GetValue(into) ?? Path.Combine(parsed.GetValue(root)!, "dist")),
                screen,
                cancellation
            )
        );
        return command;
    }

    private static int Run(
        string root,
        string output,
        string? period,
        string? town,
        string into,
        Screen screen,
        CancellationToken cancellation
    )
    {
        // Only what the manifest vouches for is handed out.
        using var view = OutputView.Open(output);
        if (VerifyCommand.Refused(output, view.Stored, "打包", screen, cancellation) is { } refused)
        {
            return refused;
        }

        var manifest = view.Stored.Manifest!;
        var (packs, code) =
            period is null && town is null
                ? (Whole(output, manifest), ExitCode.Done)
                : Part(root, output, manifest, period, town, screen, cancellation);
        if (packs.IsDefault)
        {
            return code;
        }

        Write(packs, output, into, manifest, screen, cancellation);
        return ExitCode.Done;
    }

    // Everything, each file once: the reports of the site are in the site.
    private static ImmutableArray<Pack> Whole(string output, Manifest manifest)
    {
        var signature = OutputSignature.Exists(output) ? OutputSignature.Paths : [];
        ImmutableArray<(string Path, string Name)> Below(string folder) =>
            [
                .. manifest
                    .Files.Select(f => f.Path)
                    .Concat(signature)
                    .Where(p => p.StartsWith(folder, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(p => (p, p)),
            ];
        return [new("site", "网站", Below(SiteFolder)), new("internal", "内部材料", Below(InternalFolder))];
    }

    // Of one period, and of one unit with those below it; internal papers never share an archive with anything public.
    private static (ImmutableArray<Pack> Packs, int Code) Part(
        string root,
        string output,
        Manifest manifest,
        string? period,
        string? town,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var (standing, code) = screen.Wait(
            "成版",
            () => StandingEdition.Make(root, output, manifest, period, screen, cancellation)
        );
        if (standing is null)
        {
            return (default, code);
        }

        var units = standing.Organisations;
        if (town is not null)
        {
            units = [.. units.Where(o => o.Code == town || o.Name == town || o.ShortName == town)];
            if (units.Length != 1)
            {
                screen.Fail(
                    units.IsEmpty
                        ? $"{standing.Period.Period.Title}没有编码或名称为“{town}”的镇街。"
                        : $"有 {units.Length} 个组织叫“{town}”，请写编码：{string.Join('、', units.Select(o => o.Code))}。"
                );
                return (default, ExitCode.Usage);
            }
        }

        // A brief is of the unit that is named: of a whole period that of every town is wanted.
        var isWhole = town is null || units[0].Level == Level.District;
        var recipient = new Recipient
        {
            Number = 1,
            Name = town is null ? "" : units[0].ShortName,
            IsInternal = true,
            Scopes = [.. units.Where(o => town is not null || o.Level != Level.Grassroots)],
            Materials =
            [
                .. Enum.GetValues<Material>().Where(m => isWhole || !(m.IsOfAll() || m == Material.AnnualReport)),
            ],
            Deliveries = [Delivery.Archive],
        };
        var bundle = HandoutPlan
            .Of(standing.Office, standing.Period, [recipient], manifest.Files.Select(f => f.Path))
            .Single();
        var name = $"{standing.Period.Period}" + (town is null ? "" : $"-{units[0].Code}");
        Pack Of(string kind, string title, bool isInternal) =>
            new(
                $"{kind}-{name}",
                title,
                [
                    .. bundle
                        .Papers.Where(p => p.Material.IsInternal() == isInternal)
                        .SelectMany(p => p.Paths.Select(path => (path, $"{p.Material.Word()}/{p.NameOf(path)}"))),
                ]
            );
        return ([Of("reports", "公开报告", false), Of("internal", "内部材料", true)], ExitCode.Done);
    }

    private static void Write(
        ImmutableArray<Pack> packs,
        string output,
        string into,
        Manifest manifest,
        Screen screen,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(into);
        var sums = new StringBuilder();
        var date = DateOnly.ParseExact(manifest.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var pack in packs.Where(p => !p.Files.IsEmpty))
        {
            var file = $"{pack.Name}-{manifest.Date}-{manifest.Fingerprint}.zip";
            var path = Path.Combine(into, file);
            using (var stream = File.Create(path + ".part"))
            {
                Packing.Write(
                    stream,
                    date,
                    pack.Files.Select(f => (f.Name, (Func<Stream>)(() => File.OpenRead(Path.Combine(output, f.Path))))),
                    cancellation
                );
            }

            File.Move(path + ".part", path, overwrite: true);
            sums.Append(CultureInfo.InvariantCulture, $"{Manifest.Hash(File.ReadAllBytes(path))}  {file}\n");
            screen.Line(
                pack.Title,
                FormattableString.Invariant(
                    $"  {file}  {pack.Files.Length:N0} 个文件，{new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB"
                )
            );
        }

        File.WriteAllText(Path.Combine(into, "SHA256SUMS.txt"), sums.ToString());
        screen.Faint("internal 压缩包只供内部使用。");
    }

    /// <summary>An archive to write.</summary>
    /// <param name="Name">Its name, without date, fingerprint and ending.</param>
    /// <param name="Title">What it is.</param>
    /// <param name="Files">Paths below the output, with the names they get.</param>
    private sealed record Pack(string Name, string Title, ImmutableArray<(string Path, string Name)> Files);
}
