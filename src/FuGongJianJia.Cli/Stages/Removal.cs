using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// The second belt（移除的上限）: a build that would remove far more than a union or a page stops before it does, since most
/// often a folder was missing or a period was left out.
/// </summary>
internal static class Removal
{
    private const int MostNamed = 5;

    /// <summary>What there is to say of the files that a swap would remove.</summary>
    public static ImmutableArray<Diagnostic> Check(OutputFolder output, BuildOptions options)
    {
        // A share is made from one command and read by another: nobody looks for an address there.
        if (options.Shard is not null)
        {
            return [];
        }

        var leaving = output.Leaving;
        var stands = output.Last?.Files.Length ?? 0;
        var most = options.MostDeletes ?? Math.Max(BuildOptions.FewDeletes, stands / 10);
        return leaving.Length <= most
            ? []
            :
            [
                new Diagnostic(
                    ArchiveCodes.ManyRemoved.Id,
                    ArchiveCodes.ManyRemoved.Severity,
                    new("output"),
                    FormattableString.Invariant(
                        $"这次生成要移除已有的 {leaving.Length:N0} 个文件（共 {stands:N0} 个），超过上限 {most:N0} 个："
                    )
                        + $"{string.Join('、', Known(leaving))}{(leaving.Length > MostNamed ? " 等" : "")}。"
                        + FormattableString.Invariant(
                            $"请确认没有漏掉数据或写错 --period；确实要移除，加 --max-deletes {leaving.Length}，或换一个输出文件夹。"
                        )
                ),
            ];
    }

    // Pages are what people know.
    private static IEnumerable<string> Known(ImmutableArray<string> leaving) =>
        leaving.OrderByDescending(p => p.EndsWith("/index.html", StringComparison.Ordinal)).Take(MostNamed);
}
