namespace FuGongJianJia.Demo.District;

/// <summary>
/// What is asked of a union（适用）: what it has to answer for, long before anybody asks how well it did. Tasks go to whom
/// their indicator applies, and values say 不适用 of the rest, from these same facts.
/// </summary>
internal static class UnionDuties
{
    /// <summary>Workers from which on a union is asked for an innovation studio.</summary>
    public const int StudioWorkers = 100;

    /// <summary>True when the union answers for the indicator from a month of the year on.</summary>
    public static bool Applies(DemoWorld world, DemoUnion union, string indicator, int year, int month) =>
        indicator switch
        {
            "R02" => union.HasParty,
            "G01" => false,
            "H02" => MayHaveStudio(union, union.WorkersIn(year, world.BaseYear)),
            "H04" => union.IsJoint,
            "W01" => HardshipCases(world, union, year) > 0,
            "W04" => Posts(world, union) > 0,
            "W05" => month >= 11 && union.MembersIn(year, world.BaseYear) >= 20,
            "X01" => union.Category is "企业" or "事业" && AssemblyMonth(world, union) <= month,
            "X02" => union.Category == "企业" || union.IsJoint,
            "X03" => Disputes(world, union, year) > 0,
            _ => true,
        };

    /// <summary>Firms and institutions of some size; a joint union has no workshop of its own.</summary>
    public static bool MayHaveStudio(DemoUnion union, int workers) =>
        union.Category is "企业" or "事业" && !union.IsJoint && workers >= StudioWorkers;

    /// <summary>在档户 of the year.</summary>
    public static int HardshipCases(DemoWorld world, DemoUnion union, int year)
    {
        var random = SeededRandom.For(world.Seed, union.Code, "hardship cases", year);
        var isLarge = union.WorkersIn(year, world.BaseYear) > 150;
        return random.Chance(isLarge ? 0.5 : 0.25) ? random.Between(1, isLarge ? 9 : 4) : 0;
    }

    /// <summary>Places to serve workers that it has to keep（应建阵地）.</summary>
    public static int Posts(DemoWorld world, DemoUnion union)
    {
        var random = SeededRandom.For(world.Seed, union.Code, "posts");
        var isAsked = union.IsJoint || (union.Workers >= 150 && union.Category is "企业" or "事业");
        return isAsked && random.Chance(0.6) ? random.Between(1, 4) : 0;
    }

    /// <summary>Month in which its assembly is due, 2–11.</summary>
    public static int AssemblyMonth(DemoWorld world, DemoUnion union) =>
        2 + (int)(SeededRandom.For(world.Seed, union.Code, "assembly month").NextDouble() * 10);

    /// <summary>Labour disputes received in the year.</summary>
    public static int Disputes(DemoWorld world, DemoUnion union, int year)
    {
        var random = SeededRandom.For(world.Seed, union.Code, "disputes", year);
        return random.Chance(union.Category == "企业" ? 0.12 : 0.02) ? random.Between(1, 6) : 0;
    }
}
