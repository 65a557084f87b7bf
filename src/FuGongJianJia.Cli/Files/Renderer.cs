using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Privacy;
using FuGongJianJia.Theme;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Cli.Files;

/// <summary>The render and stage stages（渲染、暂存）: makes the files of a plan in parallel, in any order.</summary>
internal static class Renderer
{
    /// <summary>Makes every file, looks at it once more for personal data, and stages it.</summary>
    public static RenderResult Render(
        string title,
        ImmutableArray<OutputFile> plan,
        OutputFolder output,
        OutputScanner scanner,
        BuildReport report,
        BuildOptions options,
        CancellationToken cancellation
    )
    {
        var sizes = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var found = new ConcurrentBag<Diagnostic>();
        report.Progress(
            title,
            plan,
            done =>
            {
                try
                {
                    Parallel.ForEach(
                        Partitioner.Create(plan, loadBalance: true),
                        new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
                        file =>
                        {
                            var (size, kept, said) = Make(file, output, scanner);
                            foreach (var diagnostic in said)
                            {
                                found.Add(diagnostic);
                            }

                            sizes[file.Path] = size;
                            done(file.Kind, kept);
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
        return new RenderResult(sizes.ToImmutableSortedDictionary(StringComparer.Ordinal), Gather(found));
    }

    // What there is to say about a file must be said by every build: such a file gets no key and is made again each
    // time.
    private static (long Size, bool Kept, ImmutableArray<Diagnostic> Said) Make(
        OutputFile file,
        OutputFolder output,
        OutputScanner scanner
    )
    {
        var draft = file.Begin();
        if (draft.Key is { } key && output.Keep(file.Path, key) is { } kept)
        {
            return (kept.Content.Length, true, kept.LookedAt ? [] : [.. Scan(scanner, file, kept.Content).Select(Say)]);
        }

        var (content, notices) = draft.Finish();
        ImmutableArray<Diagnostic> said = [.. Scan(scanner, file, content).Select(Say), .. notices];
        output.Add(file.Path, content.Span, said.IsEmpty ? draft.Key : null);
        return (content.Length, false, said);
    }

    // What is looked at is the finished bytes: a PDF's text is read back out of it.
    private static ImmutableArray<OutputFind> Scan(
        OutputScanner scanner,
        OutputFile file,
        ReadOnlyMemory<byte> content
    ) =>
        file.Kind == OutputKind.Pdf
            ? scanner.ScanText(file.Path, PdfText.Read(content))
            : scanner.Scan(file.Path, content.Span);

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
/// <param name="Sizes">Path and size of what was made, by path.</param>
/// <param name="Diagnostics">Personal data found in the finished files, and what could not be set as asked;
/// sorted.</param>
internal sealed record RenderResult(
    ImmutableSortedDictionary<string, long> Sizes,
    ImmutableArray<Diagnostic> Diagnostics
);
