using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Docs;

namespace FuGongJianJia.Cli.Stages;

/// <summary>The read and import stages（读取、导入）, the same for every command.</summary>
internal static class Inputs
{
    private static readonly ImportOptions Options = new()
    {
        IsTaken = TakenAddresses.Contains,
        Derived = DerivedDocuments.Find,
    };

    /// <summary>Reads and imports a project folder.</summary>
    public static ImportResult Read(string root, CancellationToken cancellation) =>
        Import(SourceFolder.Read(root, cancellation), cancellation);

    /// <summary>
    /// Imports what was read. Where something could not be read nothing can be said of the rest: a table that is there
    /// would be called missing.
    /// </summary>
    public static ImportResult Import(SourceFiles source, CancellationToken cancellation) =>
        source.Diagnostics.IsEmpty
            ? Importer.Import(Known(source), Options, cancellation)
            : new ImportResult(null, source.Diagnostics);

    // 分发.csv by its name alone: it is known to be there, and what it says is nothing to a build.
    private static ImmutableArray<SourceFile> Known(SourceFiles source) =>
        source.Handout is { } handout ? source.Files.Add(new SourceFile(handout.Path, default)) : source.Files;

    /// <summary>Reads the settings alone; null when they, or the folders, cannot be read.</summary>
    public static (Settings? Settings, ImmutableArray<Diagnostic> Diagnostics) ReadSettings(
        string root,
        CancellationToken cancellation
    )
    {
        var source = SourceFolder.Read(root, cancellation);
        return source.Diagnostics.IsEmpty ? Importer.ReadSettings(source.Files) : (null, source.Diagnostics);
    }

    /// <summary>Tells why a command that only looks at the data cannot do so.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(ImmutableArray<Diagnostic> diagnostics, Screen screen) =>
        screen.Refuse(diagnostics, notes: false, "先改好数据再试。", "请按上面每条信息的提示改好，再运行一次。");

    /// <summary>The period that was asked for, the newest when none was; null when there is none such.</summary>
    public static PeriodData? Find(Dataset dataset, string? period) =>
        period is null ? dataset.Periods[^1] : dataset.Periods.FirstOrDefault(p => p.Period == Period.Parse(period));
}
