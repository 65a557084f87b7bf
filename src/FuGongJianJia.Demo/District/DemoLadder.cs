using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// The guidance ladder in days（指导阶梯）: when each rung is reached by a matter that is not mended. What is mended is
/// mended within the rung that it was told of last.
/// </summary>
internal static class DemoLadder
{
    private const int Between = 2;

    /// <summary>Days from a due day to the report of who is called in.</summary>
    public static int SummonsDelay => Start(GuidanceRung.Summons) + 5;

    /// <summary>Days that a rung gives.</summary>
    public static int Days(GuidanceRung rung) => rung == GuidanceRung.Reminder ? 15 : 12;

    /// <summary>Days after the due day on which a rung begins: 1, 18, 32, 46.</summary>
    public static int Start(GuidanceRung rung) =>
        rung == GuidanceRung.Reminder ? 1 : Start(rung - 1) + Days(rung - 1) + Between;

    /// <summary>
    /// Days by which a late report is late: mostly a reminder is enough, never as long as to be called in.
    /// </summary>
    public static int Delay(SeededRandom random)
    {
        var pick = random.NextDouble();
        var rung =
            pick < 0.62 ? GuidanceRung.Reminder
            : pick < 0.87 ? GuidanceRung.Warning
            : GuidanceRung.Supervision;
        return Start(rung) + random.Between(2, Days(rung) - 1);
    }
}
