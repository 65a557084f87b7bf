using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>What a build tells its user while it runs and when it is done（进度与小结）.</summary>
internal sealed class BuildReport(Screen screen, BuildOptions options, Action<ImmutableArray<Diagnostic>>? seen)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<OutputKind, int> _counts = new();
    private int _warnings;

    public static string ToolVersion { get; } =
        typeof(BuildReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "";

    /// <summary>Says that a stage is done.</summary>
    public void Stage(string name, FormattableString what) =>
        screen.Line(
            name,
            FormattableString.Invariant($"  {FormattableString.Invariant(what)}，{_watch.Elapsed.TotalSeconds:0.0} 秒")
        );

    /// <summary>Prints diagnostics; true when the build must stop, with the reason said.</summary>
    public bool Refuses(ImmutableArray<Diagnostic> diagnostics)
    {
        seen?.Invoke(diagnostics);
        screen.Diagnostics(diagnostics, options.Notes || options.Strict);
        _warnings += diagnostics.Count(d => d.Severity == Severity.Warning);
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        var barred =
            errors > 0
            || (options.Strict && (_warnings > 0 || diagnostics.Any(d => d.Code == FontCodes.Substituted.Id)));
        if (barred)
        {
            screen.Error.WriteLine();
            screen.Fail($"{Screen.Count(diagnostics)}。没有生成任何文件，已有的输出没有改动。");
            screen.Advise(
                errors > 0
                    ? "请按上面每条信息的提示改好，再运行一次。"
                    : "--strict 不允许有警告，也不允许用代替的字体；去掉它可以照常生成。"
            );
        }

        return barred;
    }

    /// <summary>
    /// Runs a plan under a progress bar; the argument of the work is called after each file, with whether it stands
    /// from the last build.
    /// </summary>
    public void Progress(string title, ImmutableArray<OutputFile> plan, Action<Action<OutputKind, bool>> work)
    {
        var kept = 0;
        screen.Progress(
            title,
            plan.Length,
            step =>
                work(
                    (kind, stands) =>
                    {
                        Interlocked.Add(ref kept, stands ? 1 : 0);
                        _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
                        step();
                    }
                )
        );
        if (kept > 0)
        {
            Stage(title, $"{plan.Length:N0} 个文件，其中 {kept:N0} 个内容未变，沿用上次的");
        }
        else if (plan.Length > 0)
        {
            Stage(title, $"{plan.Length:N0} 个文件");
        }
    }

    /// <summary>The last lines: how much was made, and where to look.</summary>
    public void Summary(Edition edition, SwapResult swap)
    {
        var output = options.Output;
        int Count(OutputKind kind) => _counts.GetValueOrDefault(kind);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, output).Replace('\\', '/');
        screen.Line();
        screen.Line(
            "完成",
            string.Create(
                CultureInfo.InvariantCulture,
                $"  网页 {Count(OutputKind.Page):N0}，PDF {Count(OutputKind.Pdf):N0}，开放数据 {Count(OutputKind.Data):N0}，其他 {Count(OutputKind.Asset):N0}；警告 {_warnings} 处"
            )
        );
        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"      写入 {swap.Written:N0}，未变 {swap.Unchanged:N0}，移除 {swap.Removed:N0}；用时 {_watch.Elapsed.TotalSeconds:0.0} 秒，内存峰值 {memory:N0} MB"
            )
        );
        screen.Line();
        var year = edition.Periods.LastOrDefault(p => p.Period.Kind == Model.PeriodKind.Year)?.Period;
        (string Title, string Path)[] places =
        [
            ("网站", "site/index.html"),
            ("年报", year is { } y ? $"site/reports/{y}/annual.pdf" : ""),
            ("简报", $"internal/{edition.Latest.Period}/briefs/district.pdf"),
        ];
        foreach (var (title, path) in places.Where(p => File.Exists(Path.Combine(output, p.Path))))
        {
            screen.Line($"{title}  {shown}/{path}");
        }

        screen.Faint("internal 文件夹只供内部使用，不要放到网上。");
    }
}
