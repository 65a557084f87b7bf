using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// A grass-roots union of the demo（演示基层工会）with what never shows: how good it is and where it is heading.
/// </summary>
internal sealed record DemoUnion
{
    private static readonly ImmutableArray<string> OutdoorWords =
    [
        "建设",
        "建筑",
        "物流",
        "快递",
        "配送",
        "新就业形态",
        "公共交通",
        "水务",
        "物业",
    ];

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required string Kind { get; init; }

    public required string Category { get; init; }

    /// <summary>0-based town, −1 for unions directly under the district.</summary>
    public required int Town { get; init; }

    public required string Parent { get; init; }

    /// <summary>职工数 in the first year.</summary>
    public required int Workers { get; init; }

    /// <summary>Growth of 职工数 a year, such as 0.02.</summary>
    public required double Growth { get; init; }

    public required double MemberShare { get; init; }

    public required double FemaleShare { get; init; }

    public required DateOnly Founded { get; init; }

    /// <summary>Day of 合并 or 撤销.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>The union it went into（合并）.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Workers who joined with a union that was merged into it, from a year on.</summary>
    public (int Year, int Workers)? Joined { get; init; }

    /// <summary>The union it was split from（分设）.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>Name before this day（更名）.</summary>
    public (DateOnly On, string Name, string ShortName)? Renamed { get; init; }

    public bool IsPublic { get; init; } = true;

    public string? CreditCode { get; init; }

    /// <summary>Quality about normal, mean 0.</summary>
    public required double Quality { get; init; }

    /// <summary>Change of quality a year.</summary>
    public required double Drift { get; init; }

    /// <summary>Offset of each index, in index order.</summary>
    public required ImmutableArray<double> Offsets { get; init; }

    /// <summary>Share of values not reported.</summary>
    public required double Silence { get; init; }

    public bool HasParty { get; init; }

    public bool IsJoint => Kind == "联合工会";

    /// <summary>What it was called on a day（更名 before or after）.</summary>
    public (string Name, string ShortName) NameOn(DateOnly day) =>
        Renamed is { } old && day < old.On ? (old.Name, old.ShortName) : (Name, ShortName);

    /// <summary>状态 at the end of a period; null when it stands in no export of that period.</summary>
    public OrganisationStatus? StatusAt(Period period)
    {
        if (Founded > period.End || (Ended is { } gone && gone < new DateOnly(period.Year, 1, 1)))
        {
            return null;
        }

        if (Ended is { } ended && ended <= period.End)
        {
            return MergedInto is null ? OrganisationStatus.Dissolved : OrganisationStatus.Merged;
        }

        return Founded.Year == period.Year ? OrganisationStatus.New : OrganisationStatus.Normal;
    }

    /// <summary>True when it reports values for the period.</summary>
    public bool IsAlive(Period period) => StatusAt(period) is OrganisationStatus.Normal or OrganisationStatus.New;

    /// <summary>True when it stood before the year and outlasts it: what happens to unions happens to these.</summary>
    public bool IsLasting(int year) => Founded.Year < year && (Ended is null || Ended.Value.Year > year);

    /// <summary>Its people work outdoors: building, deliveries, buses, water, property.</summary>
    public bool IsOutdoor =>
        OutdoorWords.Any(w => Name.Contains(w, StringComparison.Ordinal)) && Category is "企业" or "其他";

    /// <summary>Its people deliver.</summary>
    public bool IsDelivery =>
        Name.Contains("快递", StringComparison.Ordinal)
        || Name.Contains("配送", StringComparison.Ordinal)
        || Name.Contains("新就业形态", StringComparison.Ordinal);

    /// <summary>What its members do is done in its name: 禾锐纺织, 区图书馆, 石畈村联合工会.</summary>
    public string PrefixOn(DateOnly day) => NameOn(day).ShortName is var name && IsJoint ? name : name[..^2];

    public bool IsClinic =>
        Name.Contains('医', StringComparison.Ordinal) || Name.Contains("卫生", StringComparison.Ordinal);

    public bool IsSchool =>
        Name.Contains('学', StringComparison.Ordinal) || Name.Contains("幼儿", StringComparison.Ordinal);

    public int WorkersIn(int year, int baseYear)
    {
        var count = (double)Workers;
        for (var y = baseYear; y < year; y++)
        {
            count *= 1 + Growth;
        }

        return Math.Max(14, (int)(count + 0.5)) + (Joined is { } more && year >= more.Year ? more.Workers : 0);
    }

    public int MembersIn(int year, int baseYear) => (int)(WorkersIn(year, baseYear) * MemberShare);

    public int FemaleIn(int year, int baseYear) => (int)(MembersIn(year, baseYear) * FemaleShare);
}
