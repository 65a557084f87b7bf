using System.Collections.Immutable;
using System.Diagnostics;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// What a build tells its user（进度与小结）: a line for each stage, and at the end everything that was found, once.
/// </summary>
internal sealed class BuildReport(Screen screen, BuildOptions options)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What is to be built.</summary>
    public BuildOptions Options => options;

    /// <summary>The terminal it tells to.</summary>
    public Screen Screen => screen;

    /// <summary>Everything that was found so far, in the order of the stages.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>True when what was found so far forbids to go on.</summary>
    public bool IsRefused => Verdict.IsRefused(_diagnostics, options.Strict);

    /// <summary>Takes up what a stage found.</summary>
    public void Add(ImmutableArray<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>Runs a stage and says what it gave.</summary>
    /// <param name="name">Such as 导入; when the stage fails unforeseen, the message names it.</param>
    /// <param name="work">The stage.</param>
    /// <param name="what">What there is to say of its result; null for nothing.</param>
    public T Stage<T>(string name, Func<T> work, Func<T, string?> what)
    {
        screen.Doing = name;
        var result = work();
        if (what(result) is { } said)
        {
            screen.Line(name, FormattableString.Invariant($"  {said}，{_watch.Elapsed.TotalSeconds:0.0} 秒"));
        }

        return result;
    }

    /// <summary>Tells everything that was found and why the build stops, with nothing written.</summary>
    public int Refuse() =>
        screen.Refuse(
            _diagnostics,
            options.Notes || options.Strict,
            "没有生成任何文件，已有的输出没有改动。",
            _diagnostics.Any(d => d.Severity == Severity.Error)
                ? "请按上面每条信息的提示改好，再运行一次。"
                : "--strict 不允许有警告，也不允许用代替的字体；去掉它可以照常生成。"
        );

    /// <summary>The last lines: what was found, how much was made, and where to look.</summary>
    public int Summary(PublicEdition edition, ImmutableArray<OutputFile> files, SwapResult swap)
    {
        int Count(OutputKind kind) => files.Count(f => f.Kind == kind);
        screen.Diagnostics(_diagnostics, options.Notes || options.Strict);
        screen.Line();
        screen.Line(
            "完成",
            $"  网页 {Count(OutputKind.Page):N0}，PDF {Count(OutputKind.Pdf):N0}，Word {Count(OutputKind.Word):N0}，"
                + $"开放数据 {Count(OutputKind.Data):N0}，其他 {Count(OutputKind.Asset):N0}；"
                + $"警告 {_diagnostics.Count(d => d.Severity == Severity.Warning)} 处"
        );
        using var process = Process.GetCurrentProcess();
        screen.Line(
            $"      写入 {swap.Written:N0}，未变 {swap.Unchanged:N0}，移除 {swap.Removed:N0}；"
                + $"用时 {_watch.Elapsed.TotalSeconds:0.0} 秒，内存峰值 {process.PeakWorkingSet64 >> 20:N0} MB"
        );
        screen.Line();
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, options.Output).Replace('\\', '/');
        foreach (var (title, path) in Places(edition).Where(p => File.Exists(Path.Combine(options.Output, p.Path))))
        {
            screen.Line($"{title}  {shown}/{path}");
        }

        screen.Line($"清单校验值  {swap.Digest}");
        if (swap.Annex is { } annex)
        {
            screen.Line($"占着位置的文件已移到  {shown}/{Path.GetFileName(annex)}");
        }

        screen.Faint("internal 文件夹只供内部使用，不要放到网上。");
        return ExitCode.Done;
    }

    private static IEnumerable<(string Title, string Path)> Places(PublicEdition edition)
    {
        yield return ("网站", "site/index.html");
        if (edition.Periods.LastOrDefault(p => p.Period.Kind == PeriodKind.Year) is { Period: var year })
        {
            yield return ("年报", $"site/reports/{year}/annual.pdf");
        }

        yield return ("简报", $"internal/{edition.Latest.Period}/briefs/{ReservedCodes.District}.pdf");
    }
}
