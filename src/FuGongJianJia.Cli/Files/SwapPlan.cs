using System.Collections.Immutable;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// A step of a swap or of its undoing（换入的一步）. Each may be cut short and done again: what is already so is left so.
/// </summary>
internal abstract record SwapStep
{
    private SwapStep() { }

    /// <summary>An old file moves from the output into the stage.</summary>
    public sealed record SetAside(string Path) : SwapStep;

    /// <summary>A new file moves from the stage into the output.</summary>
    public sealed record MoveIn(string Path) : SwapStep;

    /// <summary>An old file that was set aside moves back over whatever came in.</summary>
    public sealed record Restore(string Path) : SwapStep;

    /// <summary>A file that came in where none stood goes.</summary>
    public sealed record Withdraw(string Path, string Sha256) : SwapStep;

    /// <summary>Folders that a file left go where they are empty, the innermost first.</summary>
    public sealed record Prune(ImmutableArray<string> Folders) : SwapStep;

    /// <summary>What was moved is on the disk.</summary>
    public sealed record Settle(ImmutableArray<string> Folders) : SwapStep;

    /// <summary>The journal goes: from here on the output is what it is.</summary>
    public sealed record Close : SwapStep;

    /// <summary>The stage goes.</summary>
    public sealed record Clear : SwapStep;
}

/// <summary>The steps of a swap and of its undoing（换入与复原的步骤）, from its journal alone.</summary>
internal static class SwapPlan
{
    /// <summary>To the new output; removed files first, since a folder may stand where one was.</summary>
    public static ImmutableArray<SwapStep> Forward(SwapJournal journal) =>
        [.. journal.Entries.SelectMany(Forward), .. End(journal)];

    /// <summary>Back to the old output, from wherever a swap or an undoing stopped.</summary>
    public static ImmutableArray<SwapStep> Back(SwapJournal journal) =>
        [.. journal.Entries.Reverse().SelectMany(Back), .. End(journal)];

    private static IEnumerable<SwapStep> Forward(SwapEntry entry) =>
        entry.Kind switch
        {
            SwapKind.Add => [new SwapStep.MoveIn(entry.Path)],
            SwapKind.Replace => [new SwapStep.SetAside(entry.Path), new SwapStep.MoveIn(entry.Path)],
            _ => [new SwapStep.SetAside(entry.Path), Prune(entry)],
        };

    private static IEnumerable<SwapStep> Back(SwapEntry entry) =>
        entry.Kind == SwapKind.Add
            ? [new SwapStep.Withdraw(entry.Path, entry.Sha256), Prune(entry)]
            : [new SwapStep.Restore(entry.Path)];

    private static IEnumerable<SwapStep> End(SwapJournal journal) =>
        [
            new SwapStep.Settle([
                .. journal
                    .Entries.SelectMany(e => StoredPath.Above(e.Path))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]),
            new SwapStep.Close(),
            new SwapStep.Clear(),
        ];

    private static SwapStep.Prune Prune(SwapEntry entry) =>
        new([.. StoredPath.Above(entry.Path).Where(folder => folder.Length > 0)]);
}
