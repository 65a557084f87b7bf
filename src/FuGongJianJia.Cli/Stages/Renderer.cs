using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Sharding;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Privacy;
using FuGongJianJia.Theme;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Pdf.Reading;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Cli.Stages;

/// <summary>The render and stage stages（渲染、暂存）: makes the files of a plan in parallel, in any order.</summary>
/// <param name="output">Where they are staged.</param>
/// <param name="scanner">Looks at what was made.</param>
/// <param name="screen">Where progress is shown.</param>
/// <param name="jobs">How many are made at a time.</param>
/// <param name="shard">Which of them are made; null for all.</param>
/// <param name="shards">Shares that were made before and are taken instead; null for none.</param>
internal sealed class Renderer(
    OutputFolder output,
    OutputScanner scanner,
    Screen screen,
    int jobs,
    Shard? shard = null,
    ShardSet? shards = null
)
{
    /// <summary>
    /// Makes every file, looks at it once more for personal data, and stages it, under a progress bar where a person
    /// watches.
    /// </summary>
    /// <exception cref="FileFailure">A file could not be made, for a reason that nobody foresaw.</exception>
    public RenderResult Render(string title, ImmutableArray<OutputFile> whole, CancellationToken cancellation)
    {
        var plan = shard is { } own ? [.. whole.Where(f => Assignment.Falls(f, own))] : whole;
        var sizes = new ConcurrentDictionary<string, long?>(StringComparer.Ordinal);
        var found = new ConcurrentBag<(string File, Diagnostic Said)>();
        var kept = 0;
        screen.Progress(
            title,
            plan.Length,
            step =>
            {
                try
                {
                    Parallel.ForEach(
                        Partitioner.Create(plan, loadBalance: true),
                        new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
                        file =>
                        {
                            var made = Make(file);
                            foreach (var diagnostic in made.Said)
                            {
                                found.Add((file.Path, diagnostic));
                            }

                            sizes[file.Path] = made.Size;
                            Interlocked.Add(ref kept, made.Kept ? 1 : 0);
                            step();
                        }
                    );
                }
                catch (AggregateException failures)
                {
                    // The first in order of text says the same thing on every run.
                    ExceptionDispatchInfo.Throw(
                        failures.Flatten().InnerExceptions.OrderBy(e => e.Message, StringComparer.Ordinal).First()
                    );
                }
            }
        );
        foreach (var elsewhere in shard is null ? [] : whole)
        {
            sizes.TryAdd(elsewhere.Path, null);
        }

        return new RenderResult(
            RenderResult.Count(plan),
            sizes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            kept,
            [.. found.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Said)],
            Gather(found.Select(f => f.Said))
        );
    }

    /// <summary>
    /// Lets files of the last build stand that are not made this time; they are looked at again where the rules of the
    /// second look are others.
    /// </summary>
    /// <returns>Those that stand.</returns>
    public RenderResult Leave(IEnumerable<OutputFile> plan, CancellationToken cancellation)
    {
        var sizes = new SortedDictionary<string, long?>(StringComparer.Ordinal);
        var (stand, found) = (new List<OutputFile>(), new List<Diagnostic>());
        foreach (var file in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            if (output.Leave(file.Path) is { } kept)
            {
                stand.Add(file);
                sizes[file.Path] = kept.Content.Length;
                found.AddRange(kept.LookedAt ? [] : Scan(file, kept.Content).Select(Say));
            }
        }

        return new RenderResult(
            RenderResult.Count([.. stand]),
            sizes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            stand.Count,
            [],
            Gather(found)
        );
    }

    private (long Size, bool Kept, ImmutableArray<Diagnostic> Said) Make(OutputFile file)
    {
        try
        {
            return Stage(file);
        }
        catch (Exception failure) when (!FileTrouble.Is(failure) && failure is not OperationCanceledException)
        {
            throw new FileFailure(file.Path, failure);
        }
    }

    // What there is to say about a file must be said by every build: such a file gets no key and is made again each
    // time.
    private (long Size, bool Kept, ImmutableArray<Diagnostic> Said) Stage(OutputFile file)
    {
        if (shards?.Take(file) is { } taken)
        {
            output.Add(file.Path, taken.Content.Span, taken.Key);
            return (taken.Content.Length, true, taken.Said);
        }

        var draft = file.Begin();
        if (draft.Key is { } key && output.Keep(file.Path, key) is { } kept)
        {
            return (kept.Content.Length, true, kept.LookedAt ? [] : [.. Scan(file, kept.Content).Select(Say)]);
        }

        var (content, notices) = draft.Finish();
        var found = output.HasLookedAt(file.Path, content.Span) ? [] : Scan(file, content);
        ImmutableArray<Diagnostic> said = [.. found.Select(Say), .. notices];
        output.Add(file.Path, content.Span, said.IsEmpty ? draft.Key : null);
        return (content.Length, false, said);
    }

    // What is looked at is the finished bytes: the text of a PDF, OFD or Word file is read back out of it.
    private ImmutableArray<OutputFind> Scan(OutputFile file, ReadOnlyMemory<byte> content) =>
        file.Kind switch
        {
            OutputKind.Pdf => scanner.ScanText(file.Path, PdfText.Read(content)),
            OutputKind.Ofd => scanner.ScanText(file.Path, OfdReader.Text(content)),
            OutputKind.Word or OutputKind.Workbook => scanner.ScanPieces(file.Path, OfficeReader.Pieces(content)),
            _ => scanner.Scan(file.Path, content.Span),
        };

    private static Diagnostic Say(OutputFind find) =>
        new(
            OutputCodes.PersonalData.Id,
            OutputCodes.PersonalData.Severity,
            new SourcePlace("output/" + find.Path, find.Line),
            $"输出里发现{find.Kind.Word()}（内容不显示），已停止发布。请在 data 或 input 中找到它的来源并删去。"
        );

    // One cause shows in many files: it is said once, at the first of them, with how many there are.
    private static ImmutableArray<Diagnostic> Gather(IEnumerable<Diagnostic> found) =>
        [
            .. found
                .GroupBy(d => (d.Code, d.Severity, d.Message))
                .Select(g =>
                    (First: g.Min()!, Files: g.Select(d => d.Place.Path).Distinct(StringComparer.Ordinal).Count())
                )
                .Select(g =>
                    g.Files == 1
                        ? g.First
                        : g.First with
                        {
                            Message = FormattableString.Invariant($"{g.First.Message}（共 {g.Files} 个文件）"),
                        }
                )
                .Order(),
        ];
}

/// <summary>What rendering gave.</summary>
/// <param name="Counts">How many files of each kind, in the order of <see cref="OutputKind"/>. The plan itself is not
/// kept: it holds on to whatever its files are made from.</param>
/// <param name="Sizes">Path and size of what was made, by path; null for what another share makes.</param>
/// <param name="Kept">How many files of the last build stand, or were taken from shares.</param>
/// <param name="Said">What there is to say about single files, by file.</param>
/// <param name="Diagnostics">Personal data in finished files, and what could not be set as asked; sorted.</param>
internal sealed record RenderResult(
    ImmutableArray<int> Counts,
    ImmutableSortedDictionary<string, long?> Sizes,
    int Kept,
    ImmutableArray<(string File, Diagnostic Said)> Said,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>Counts a plan by kind.</summary>
    public static ImmutableArray<int> Count(ImmutableArray<OutputFile> plan) =>
        [.. Enum.GetValues<OutputKind>().Select(kind => plan.Count(f => f.Kind == kind))];

    /// <summary>The counts of several results, added up.</summary>
    public static ImmutableArray<int> Add(params IEnumerable<RenderResult?> results) =>
        [.. Enum.GetValues<OutputKind>().Select((_, at) => results.Sum(r => r?.Counts[at] ?? 0))];
}

/// <summary>A file could not be made, for a reason that nobody foresaw（未预料的故障）.</summary>
internal sealed class FileFailure(string path, Exception cause) : Exception(path, cause)
{
    /// <summary>Path below the output folder.</summary>
    public string Path { get; } = path;
}
