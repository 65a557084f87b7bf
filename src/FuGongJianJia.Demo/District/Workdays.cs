namespace FuGongJianJia.Demo.District;

/// <summary>Days on which offices work（工作日）: no weekends, no May and October holidays, no Spring Festival.</summary>
internal static class Workdays
{
    /// <summary>The day itself, else the next on which offices work. Keeps the order of days.</summary>
    public static DateOnly From(DateOnly day)
    {
        while (!IsWorked(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWorked(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((5, <= 5) or (10, <= 7) or (1, 1))
        && !(SpringFestival(day.Year) is { } eve && day >= eve && day <= eve.AddDays(7));

    // The eve by year; of other years it is not known.
    private static DateOnly? SpringFestival(int year) =>
        year switch
        {
            2022 => new(2022, 1, 31),
            2023 => new(2023, 1, 21),
            2024 => new(2024, 2, 9),
            2025 => new(2025, 1, 28),
            _ => null,
        };
}
