using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// What the cases of this district tell（input/cases）, as the ledgers have it: a story that names a unit and a figure
/// stands in the tables with that figure. Where a demo is of other years or too small to have the unit, it is not told.
/// </summary>
internal static class Stories
{
    /// <summary>Year of the stories.</summary>
    public const int Year = 2024;

    public const string Hospital = "SL00-0005";
    public const string Buses = "SL00-0010";
    public const string Streets = "SL01";
    public const string Childcare = "SL08";
    public const string RealNames = "SL09";
    public const string Coating = "SL06";
    public const string CoatingFirm = "SL06-0008";
    public const string Dancers = "SL03-0003";
    public const string Restaurants = "SL05-0003";
    public const string NightClass = "SL11-0002";

    /// <summary>Pairs of mentor and apprentice in the hospital, and how many reached their goal.</summary>
    public static (int Pairs, int Completed) HospitalPairs => (24, 20);

    /// <summary>Workers who had been reminded by the town that cleaned its registers in March.</summary>
    public static int Reminders => 7;

    /// <summary>A unit of a story has told what the story is about.</summary>
    public static bool Reports(DemoWorld world, DemoUnion union, Period period) =>
        (period.Year == Year && union.Code is Hospital or Buses or Restaurants or NightClass or CoatingFirm)
        || VisitsNotEntered(world, union, period) > 0;

    /// <summary>
    /// Deliberately wrong: in the year's export a town still counts a studio of the union that was merged the year
    /// before. Null for every other town and period.
    /// </summary>
    public static DemoUnion? CountsTwice(DemoWorld world, DemoTown town, Period period) =>
        period == Period.OfYear(world.BaseYear + 2)
        && world.Unions.FirstOrDefault(u => u.MergedInto is not null) is { } gone
        && gone.Town == town.Number
            ? gone
            : null;

    /// <summary>
    /// Deliberately wrong: in the year's export a union counts three visits of December that its 家访汇总 does not have.
    /// </summary>
    public static int VisitsNotEntered(DemoWorld world, DemoUnion union, Period period) =>
        period == Period.OfYear(world.BaseYear + 2)
        && world.Unions.FirstOrDefault(u => u.MergedInto is not null)?.MergedInto == union.Code
            ? 3
            : 0;

    /// <summary>
    /// In the third year one task climbs the whole ladder in spring, and at the year's end one executor is silent and
    /// one has a report to do again.
    /// </summary>
    public static TaskStory OfTask(DemoWorld world, int year, int number, int count) =>
        year != world.BaseYear + 2 ? TaskStory.None
        : number == count / 4 ? TaskStory.Summons
        : number == count - 4 ? TaskStory.Silent
        : number == count - 5 ? TaskStory.Returned
        : TaskStory.None;

    /// <summary>Home visits of the bus company: due in the year, made by a month, problems told and solved.</summary>
    public static (int Due, int Made, int Problems, int Solved) BusVisits(int month) =>
        month switch
        {
            < 4 => (261, 22, 1, 1),
            < 7 => (261, 45, 2, 2),
            < 10 => (261, 81, 4, 3),
            < 12 => (261, 81 + 126 + 12, 4 + 31 + 1, 3 + 19 + 2),
            _ => (261, 236, 37, 26),
        };

    /// <summary>Days of the six evening lectures of the third quarter.</summary>
    public static DateOnly[] EveningLectures =>
        [new(Year, 7, 10), new(Year, 7, 24), new(Year, 8, 14), new(Year, 8, 28), new(Year, 9, 11), new(Year, 9, 25)];

    /// <summary>Attendances at them, by the eye.</summary>
    public static int EveningAttendances => 410;

    /// <summary>The need that became the night class: told, studied, answered; 47 days from told to taught.</summary>
    public static (DateOnly Told, DateOnly Studied, DateOnly Answered, DateOnly Lesson) Night =>
        (new(Year, 6, 26), new(Year, 7, 3), new(Year, 7, 22), new(Year, 8, 12));
}

/// <summary>What becomes of a task whose first executor is told of.</summary>
internal enum TaskStory
{
    None,

    /// <summary>Reported only after it was called in（约谈）.</summary>
    Summons,

    /// <summary>Had not reported when the year ended.</summary>
    Silent,

    /// <summary>Was to report again when the year ended（退回重办）.</summary>
    Returned,
}
