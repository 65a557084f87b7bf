using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Files;

/// <summary>The render and stage stages（渲染、暂存）: makes the files of a plan in parallel, in any order.</summary>
internal static class Renderer
{
    /// <summary>Makes every file and stages it.</summary>
    /// <returns>Path and size of what was made, by path.</returns>
    public static ImmutableSortedDictionary<string, long> Render(
        string title, ImmutableArray<OutputFile> plan, OutputFolder output, BuildReport report, BuildOptions options, CancellationToken cancellation)
    {
        var sizes = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
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
        return sizes.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
