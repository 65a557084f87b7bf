using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;

namespace FuGongJianJia.Cli.Commands;

/// <summary>Reads and imports for commands that look at the data but build nothing.</summary>
internal static class Inputs
{
    /// <summary>The dataset; null, with the errors printed, when there are any.</summary>
    public static Dataset? Read(string root, Screen screen, CancellationToken cancellation)
    {
        var import = Importer.Import(SourceFolder.Read(root, cancellation), ImportOptions.Default, cancellation);
        if (import.Dataset is null)
        {
            screen.Diagnostics(import.Diagnostics, notes: false);
            screen.Fail($"{Screen.Count(import.Diagnostics)}，先改好数据再试。");
        }

        return import.Dataset;
    }

    /// <summary>
    /// The period that was asked for, else the newest; null, with the reason printed, when there is none such.
    /// </summary>
    public static PeriodData? Find(Dataset dataset, string? period, Screen screen)
    {
        if (period is null)
        {
            return dataset.Periods[^1];
        }

        var found = dataset.Periods.FirstOrDefault(p => p.Period == Period.Parse(period));
        if (found is null)
        {
            screen.Fail($"没有 {period} 这一期的数据。");
            screen.Advise($"现有：{string.Join("、", dataset.Periods.Select(p => p.Period))}。");
        }

        return found;
    }
}
