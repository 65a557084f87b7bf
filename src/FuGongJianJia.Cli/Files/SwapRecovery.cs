using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Files;

/// <summary>Brings back the last good output after a swap that did not finish（恢复）.</summary>
internal static class SwapRecovery
{
    /// <summary>
    /// Undoes a swap that did not finish; whatever else is staged was never finished and goes. Only for who holds the
    /// folder.
    /// </summary>
    /// <returns>Why it cannot be undone; empty when all is well.</returns>
    /// <exception cref="OutputException">A file could not be moved; the next command goes on from there.</exception>
    public static ImmutableArray<Diagnostic> Mend(string output)
    {
        var stage = new SwapStage(output);
        if (!stage.IsOpen)
        {
            stage.Remove();
            return [];
        }

        if (SwapJournal.Read(stage.Folder) is not { } journal)
        {
            return
            [
                new Diagnostic(
                    StoredCodes.Journal.Id,
                    StoredCodes.Journal.Severity,
                    new($"output/{Path.GetFileName(stage.Folder)}/{SwapJournal.FileName}"),
                    "上一次换入没有做完，而换入日志读不懂，不能自动恢复。"
                        + "请从备份恢复输出文件夹，或运行 fugong build --take-over 重新登记。"
                ),
            ];
        }

        lock (OutputFolder.Swapping)
        {
            Undo(stage, journal);
        }

        return [];
    }

    /// <summary>Moves everything back.</summary>
    /// <exception cref="OutputException">A file could not be moved; the next command goes on from there.</exception>
    public static void Undo(SwapStage stage, SwapJournal journal)
    {
        try
        {
            foreach (var step in SwapPlan.Back(journal))
            {
                stage.Do(step);
            }
        }
        catch (Exception failure) when (FileTrouble.Is(failure))
        {
            throw new OutputException(
                $"换入没有做完，恢复时又出错（{FileTrouble.Words(failure)}）；下一条命令会从这里接着恢复",
                failure
            );
        }
    }
}
