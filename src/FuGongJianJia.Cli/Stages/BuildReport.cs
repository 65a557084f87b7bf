using System.Collections.Immutable;
using System.Diagnostics;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
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
    /// <param name="isCounted">True when the stage tells itself how it goes on.</param>
    public T Stage<T>(string name, Func<T> work, Func<T, string?> what, bool isCounted = false)
    {
        screen.Doing = name;
        var result = isCounted ? work() : screen.Wait(name, work);
        var said = what(result);
        screen.Events?.Stage(name, said, _watch.Elapsed);
        if (said is not null)
        {
            screen.Line(name, FormattableString.Invariant($"  {said}，{_watch.Elapsed.TotalSeconds:0.0} 秒"));
        }

        return result;
    }

    /// <summary>Says a sentence that is no finding.</summary>
    /// <param name="name">What it is about, such as PDF.</param>
    /// <param name="text">The sentence.</param>
    public void Notice(string name, string text)
    {
        screen.Events?.Say("notice", $"{name}：{text}");
        screen.Line(name, $"  {text}");
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

    /// <summary>What the next build is told of this one, once its manifest is known.</summary>
    /// <param name="question">What it was asked.</param>
    /// <param name="counts">How many files of each kind, in the order of <see cref="OutputKind"/>.</param>
    public Func<string, ImmutableArray<ManifestEntry>, LastBuild> Note(string question, ImmutableArray<int> counts) =>
        (digest, files) =>
            new LastBuild
            {
                Question = question,
                Digest = digest,
                Counts = counts,
                Files = files,
                Diagnostics = [.. _diagnostics],
            };

    /// <summary>The last lines where nothing has changed since the last build: what that one said.</summary>
    public int Unchanged(LastBuild last)
    {
        Add(last.Diagnostics);
        Notice("没有变化", "数据、选项、程序、字体和输出都与上一次生成时相同，不必重做");
        return Summary(last.Counts, new SwapResult(0, last.Counts.Sum(), 0, last.Digest));
    }

    /// <summary>The last lines: what was found, how much was made, and where to look.</summary>
    /// <param name="counts">How many files of each kind, in the order of <see cref="OutputKind"/>.</param>
    /// <param name="swap">What became of them.</param>
    public int Summary(ImmutableArray<int> counts, SwapResult swap)
    {
        var warnings = _diagnostics.Count(d => d.Severity == Severity.Warning);
        screen.Diagnostics(_diagnostics, options.Notes || options.Strict);
        screen.Line();
        screen.Line(
            "完成",
            $"  网页 {counts[(int)OutputKind.Page]:N0}，PDF {counts[(int)OutputKind.Pdf]:N0}，"
                + $"OFD {counts[(int)OutputKind.Ofd]:N0}，"
                + $"Word {counts[(int)OutputKind.Word]:N0}，工作簿 {counts[(int)OutputKind.Workbook]:N0}，"
                + $"开放数据 {counts[(int)OutputKind.Data]:N0}，其他 {counts[(int)OutputKind.Asset]:N0}；警告 {warnings} 处"
        );
        using var process = Process.GetCurrentProcess();
        screen.Line(
            $"      写入 {swap.Written:N0}，未变 {swap.Unchanged:N0}，移除 {swap.Removed:N0}；"
                + $"用时 {_watch.Elapsed.TotalSeconds:0.0} 秒，内存峰值 {process.PeakWorkingSet64 >> 20:N0} MB"
        );
        screen.Line();
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, options.Output).Replace('\\', '/');
        foreach (var (title, path) in Places())
        {
            screen.Line($"{title}  {shown}/{path}");
        }

        screen.Line($"清单校验值  {swap.Digest}");
        if (swap.Annex is { } annex)
        {
            screen.Line($"占着位置的文件已移到  {shown}/{Path.GetFileName(annex)}");
        }

        screen.Faint("internal 文件夹只供内部使用，不要放到网上。");
        screen.Events?.Done(
            new()
            {
                ["pages"] = counts[(int)OutputKind.Page],
                ["pdfs"] = counts[(int)OutputKind.Pdf],
                ["ofd"] = counts[(int)OutputKind.Ofd],
                ["word"] = counts[(int)OutputKind.Word],
                ["workbooks"] = counts[(int)OutputKind.Workbook],
                ["data"] = counts[(int)OutputKind.Data],
                ["others"] = counts[(int)OutputKind.Asset],
                ["warnings"] = warnings,
                ["written"] = swap.Written,
                ["unchanged"] = swap.Unchanged,
                ["removed"] = swap.Removed,
                ["seconds"] = Math.Round(_watch.Elapsed.TotalSeconds, 1),
                ["output"] = options.Output,
                ["manifest"] = swap.Digest,
            }
        );
        return ExitCode.Done;
    }

    // The newest annual report and brief that stand.
    private IEnumerable<(string Title, string Path)> Places()
    {
        if (File.Exists(Path.Combine(options.Output, "site/index.html")))
        {
            yield return ("网站", "site/index.html");
        }

        if (Newest("site/reports", "annual.pdf") is { } annual)
        {
            yield return ("年报", annual);
        }

        if (Newest("internal", $"briefs/{ReservedCodes.District}.pdf") is { } brief)
        {
            yield return ("简报", brief);
        }
    }

    private string? Newest(string folder, string file) =>
        new DirectoryInfo(Path.Combine(options.Output, folder)) is { Exists: true } found
            ? found
                .EnumerateDirectories()
                .Where(d => Period.TryParse(d.Name, out _) && File.Exists(Path.Combine(d.FullName, file)))
                .MaxBy(d => Period.Parse(d.Name))
                is { Name: var period }
                ? $"{folder}/{period}/{file}"
                : null
            : null;
}
