using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>概况 of an annual report: who there is, of what kind and size, and who came and went.</summary>
public static class MembershipWords
{
    private const int MostNamed = 6;
    private static readonly string[] TownKinds = ["街道", "镇", "乡"];

    /// <summary>Paragraphs, in order; empty where the period tells nothing of organisations.</summary>
    public static ImmutableArray<string> Of(Edition edition, PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        if (Whole(period) is not { } whole)
        {
            return [];
        }

        var before = edition.AllPeriods.FirstOrDefault(p => p.Period == period.Base);
        return
        [
            .. new[]
            {
                Structure(period, whole) + People(whole),
                Categories(period) + Sizes(period, edition.Settings.RankSizeBounds),
                Changed(period) + Compared(period, whole, before is null ? null : Whole(before)),
            }.Where(p => p.Length > 0),
        ];
    }

    /// <summary>Of the district; null where the period tells none.</summary>
    public static MembershipCount? Whole(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Memberships.FirstOrDefault(m => m.Code == period.District.Code);
    }

    /// <summary>One finding for the head of the chapter: 每100名职工有92名会员.</summary>
    public static string Finding(PeriodEdition period) =>
        Whole(period) is { Workers: > 0 and var workers, Members: { } members }
            ? $"每100名职工有{Numerals.Count(Rounded(members * 100m / workers))}名会员。"
            : "";

    private static string Structure(PeriodEdition period, MembershipCount whole)
    {
        var towns = period.PopulationOf(Level.Town).Members;
        var kinds = TownKinds
            .Select(k =>
                (Kind: k, Count: towns.Count(t => t.Organisation.ShortName.EndsWith(k, StringComparison.Ordinal)))
            )
            .Where(k => k.Count > 0)
            .ToList();
        var below = whole.Unions - whole.Direct;
        return Phrases.Sentence(
                towns.IsEmpty ? "" : $"全区有{Numerals.Count(towns.Length)}个镇街总工会",
                kinds.Count > 1 && kinds.Sum(k => k.Count) == towns.Length
                    ? "其中" + string.Join('、', kinds.Select(k => $"{k.Kind}{Numerals.Count(k.Count)}个"))
                    : ""
            )[..^1]
            + (towns.IsEmpty ? "全区有" : "；")
            + $"基层工会共{Numerals.Thousands(whole.Unions)}家"
            + (
                below > 0 && whole.Direct > 0
                    ? $"，{Numerals.Thousands(below)}家属镇街，"
                        + $"{Numerals.Thousands(whole.Direct)}家直属{period.District.Organisation.ShortName}"
                    : ""
            )
            + "。";
    }

    private static string People(MembershipCount whole) =>
        whole is not { Workers: { } workers, Members: { } members }
            ? ""
            : $"全区职工{Numerals.Thousands(workers)}人，会员{Numerals.Thousands(members)}人"
                + (
                    whole.Women is > 0 and var women
                        ? $"；女会员{Numerals.Thousands(women)}人，占会员的{Numerals.PercentInText(women * 100m / members)}。"
                        : "。"
                );

    private static string Categories(PeriodEdition period)
    {
        var unions = period.PopulationOf(Level.Grassroots);
        var workers = unions.Members.Sum(u => u.Organisation.Workers ?? 0);
        var kinds = unions
            .Members.GroupBy(u => u.Organisation.Category)
            .Select(g => (Kind: g.Key, Count: g.Count(), Workers: g.Sum(u => u.Organisation.Workers ?? 0)))
            .OrderByDescending(k => k.Count)
            .ThenBy(k => k.Kind)
            .ToList();
        return kinds.Count < 2 || workers == 0
            ? ""
            : $"{unions.Counted}中，{kinds[0].Kind.Word()}{Numerals.Thousands(kinds[0].Count)}家，"
                + $"有职工{Numerals.Thousands(kinds[0].Workers)}人，"
                + $"占{Numerals.PercentInText(kinds[0].Workers * 100m / workers)}；"
                + string.Join('、', kinds.Skip(1).Select(k => $"{k.Kind.Word()}{Numerals.Thousands(k.Count)}家"))
                + "。";
    }

    private static string Sizes(PeriodEdition period, ImmutableArray<int> bounds)
    {
        var sized = period
            .PopulationOf(Level.Grassroots)
            .Members.Select(u => u.Organisation.Workers)
            .OfType<int>()
            .ToList();
        if (bounds.IsEmpty || sized.Count == 0 || sized.Sum() == 0)
        {
            return "";
        }

        var (large, small) = (sized.FindAll(w => w >= bounds[^1]), sized.FindAll(w => w < bounds[0]));
        return (
                large.Count == 0
                    ? ""
                    : $"职工{Numerals.Count(bounds[^1])}人及以上的{Numerals.Thousands(large.Count)}家，家数占"
                        + $"{Numerals.PercentInText(large.Count * 100m / sized.Count)}，职工占"
                        + $"{Numerals.PercentInText(large.Sum() * 100m / sized.Sum())}。"
            )
            + (
                small.Count == 0
                    ? ""
                    : $"不足{Numerals.Count(bounds[0])}人的{Numerals.Thousands(small.Count)}家，"
                        + $"共{Numerals.Thousands(small.Sum())}人。"
            );
    }

    private static string Changed(PeriodEdition period)
    {
        var unions = period.PopulationOf(Level.Grassroots);
        var parts = new[]
        {
            Named("新建", [.. unions.Members.Where(u => u.Standing is UnitStanding.New)]),
            Named(
                "撤销或者并入别家",
                [
                    .. unions.Ended.Where(u =>
                        u.Standing is UnitStanding.Ended { When: { } when } && when == period.Period
                    ),
                ]
            ),
        }.Where(p => p.Length > 0);
        var text = string.Join('；', parts);
        return text.Length == 0 ? "" : $"公开的基层工会中，年内{text}。";
    }

    private static string Named(string what, ImmutableArray<UnionResult> unions) =>
        unions.IsEmpty
            ? ""
            : $"{what}{Numerals.Count(unions.Length)}家"
                + (
                    unions.Length <= MostNamed
                        ? $"（{string.Join('、', unions.Select(u => u.Organisation.ShortName))}）"
                        : ""
                );

    private static string Compared(PeriodEdition period, MembershipCount whole, MembershipCount? then)
    {
        if (then is null || period.Base is not { } before)
        {
            return "";
        }

        var clauses = new[]
        {
            Difference("基层工会", whole.Unions, then.Unions, "家"),
            Difference("职工", whole.Workers, then.Workers, "人"),
            Difference("会员", whole.Members, then.Members, "人"),
        }.Where(c => c.Length > 0);
        var text = string.Join('，', clauses);
        return text.Length == 0 ? "" : $"与{before.Title}相比，{text}。";
    }

    private static string Difference(string what, int? now, int? then, string unit) =>
        (now - then) switch
        {
            null or 0 => "",
            > 0 and var more => $"{what}多{Numerals.Thousands(more)}{unit}",
            var less => $"{what}少{Numerals.Thousands(-less.Value)}{unit}",
        };

    private static int Rounded(decimal value) => (int)decimal.Round(value, 0, MidpointRounding.AwayFromZero);
}
