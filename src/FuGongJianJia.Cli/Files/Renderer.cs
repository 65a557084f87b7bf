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
        string title, ImmutableArray<OutputFile> plan, OutputFolder output, OutputScanner scanner, BuildReport report, BuildOptions options, CancellationToken cancellation)
    {
        var sizes = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var finds = new ConcurrentBag<OutputFind>();
        report.Progress(title, plan, done =>
        {
            try
            {
                Parallel.ForEach(
                    Partitioner.Create(plan, loadBalance: true),
                    new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
                    file =>
                    {
                        var content = file.Render();
                        foreach (var find in Scan(scanner, file, content))
                        {
                            finds.Add(find);
                        }

                        output.Add(file.Path, content.Span);
                        sizes[file.Path] = content.Length;
                        done(file.Kind);
                    });
            }
            catch (AggregateException failures)
            {
                // The first in order of text says the same thing on every run.
                ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions.OrderBy(e => e.Message, StringComparer.Ordinal).First());
            }
        });
        return new RenderResult(sizes.ToImmutableSortedDictionary(StringComparer.Ordinal), Diagnose(finds));
    }

    // What is looked at is the finished bytes: a PDF's text is read back out of it.
    private static ImmutableArray<OutputFind> Scan(OutputScanner scanner, OutputFile file, ReadOnlyMemory<byte> content) =>
        file.Kind == OutputKind.Pdf ? scanner.ScanText(file.Path, PdfText.Read(content)) : scanner.Scan(file.Path, content.Span);

    private static ImmutableArray<Diagnostic> Diagnose(IEnumerable<OutputFind> finds) =>
    [
        .. finds.Select(f => new Diagnostic(OutputCodes.PersonalData.Id, OutputCodes.PersonalData.Severity, new SourcePlace("output/" + f.Path, f.Line),
            $"输出里发现{f.Kind.Word()}（内容不显示），已停止发布。请在 data 或 input 中找到它的来源并删去。")).Distinct().Order(),
    ];
}

/// <summary>What rendering gave.</summary>
/// <param name="Sizes">Path and size of what was made, by path.</param>
/// <param name="Diagnostics">Personal data found in the finished files, sorted.</param>
internal sealed record RenderResult(ImmutableSortedDictionary<string, long> Sizes, ImmutableArray<Diagnostic> Diagnostics);
