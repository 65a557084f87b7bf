using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Words;

/// <summary>What is said where a year stands beside its parts（全年与各季）.</summary>
public static class YearWords
{
    /// <summary>
    /// One sentence for a list of periods; empty where no year stands beside a part of it.
    /// </summary>
    public static string Beside(IReadOnlyCollection<Period> periods, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(settings);
        return !periods.Any(year => periods.Any(year.Contains))
            ? ""
            : "季度、月度的指标值是年初以来的累计数，"
                + (
                    settings.ProRata
                        ? "年初累计的指标按序时进度（目标×已过月份÷12）计分"
                        : "对照全年目标计分，逐期上升属正常"
                )
                + (settings.GradesEarly ? "" : "，年末之前不评等次")
                + "；全年另行采集，与年末一期有出入的，以全年为准。";
    }

    /// <summary>四季度与全年分两次采集，数字略有出入，以全年为准。</summary>
    internal static string LastPart(Period period) =>
        $"{period.Title[5..]}与全年分两次采集，数字略有出入，以全年为准。";
}
