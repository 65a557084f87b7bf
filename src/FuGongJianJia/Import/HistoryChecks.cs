using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;

namespace FuGongJianJia.Import;

/// <summary>What must hold between periods（跨期核对）: each is compared with the one before it.</summary>
internal static class HistoryChecks
{
    /// <summary>Compares the periods.</summary>
    /// <param name="periods">Periods, earliest first.</param>
    /// <param name="readers">The reader of each.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static void Check(List<PeriodData> periods, List<PeriodReader> readers, DiagnosticBag bag)
    {
        PeriodData? before = null;
        for (var i = 0; i < periods.Count; i++)
        {
            var (now, reader) = (periods[i], readers[i]);

            // A table that could not be read would make every union of the other period vanish.
            if (!reader.HasOrganisations)
            {
                continue;
            }

            var place = reader.Tables.PlaceOf(OrganisationSchema.Table);
            if (i > 0)
            {
                // The earliest period may name unions of before there was data.
                var known = periods.Take(i + 1).SelectMany(p => p.Organisations);
                OrganisationHistory.CheckLineage(now.Organisations, known, place, bag);
                var earlier = periods.Take(i).Select(p => (p.Period, p.Organisations));
                OrganisationHistory.CheckCase(earlier, now.Organisations, place, bag);
            }

            if (before is not null)
            {
                OrganisationHistory.Check(
                    (before.Period, before.Organisations),
                    (now.Period, now.Organisations),
                    place,
                    bag
                );
                if (reader.HasCatalogue)
                {
                    IndicatorHistory.Check(
                        (before.Period, before.Catalogue),
                        now.Catalogue,
                        reader.Tables.PlaceOf(IndicatorSchema.Table),
                        bag
                    );
                }
            }

            before = now;
        }
    }
}
