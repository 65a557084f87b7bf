using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>Finds each period's 指标（指标表的沿用）: its own, else its year's, else that of the newest earlier period.</summary>
internal static class CatalogueInheritance
{
    /// <summary>Reads every catalogue once and shares it.</summary>
    /// <param name="readers">Periods, earliest first.</param>
    public static void Share(List<PeriodReader> readers)
    {
        foreach (var reader in readers.Where(r => r.HasCatalogue))
        {
            reader.ReadCatalogue();
        }

        foreach (var reader in readers.Where(r => !r.HasCatalogue))
        {
            var from =
                readers.FirstOrDefault(r => r.HasCatalogue && r.Period == Period.OfYear(reader.Period.Year))
                ?? readers.LastOrDefault(r => r.HasCatalogue && r.Period < reader.Period);
            if (from is null)
            {
                reader.ReportMissingCatalogue();
            }
            else
            {
                reader.Inherit(from);
            }
        }
    }
}
