using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>
/// B-6 红线: events, who did not report them, summons. That nothing happened is said only where everybody reported.
/// </summary>
internal static class RedLineRules
{
    private const int MostNames = 3;

    /// <summary>红线：群体性劳动关系事件1起，在北渚街道，5家未报；约谈1家.</summary>
    public static IEnumerable<BriefFact> Lines(BriefSubject s, OfficePeriod office)
    {
        var lines = office
            .Tallies.Where(t => t.Indicator is { Veto: true, Nature: IndicatorNature.Event })
            .Select(t => Line(s, t.Below(s.IsDistrict ? null : s.Self.Code)))
            .Append(Summons(s, office))
            .Where(l => l.Length > 0)
            .ToList();
        if (lines.Count > 0)
        {
            yield return new(Weights.RedLine, "红线：" + string.Join('；', lines));
        }
    }

    /// <summary>What the public may read of it: the sum that is published, without who is silent.</summary>
    public static IEnumerable<BriefFact> Published(BriefSubject s)
    {
        if (s.Period is OfficePeriod)
        {
            yield break;
        }

        foreach (
            var i in s.Self.Indicators.Where(i =>
                i is { Indicator.Veto: true, IsEvent: true, IsVeiled: false, Reported: Reported.Number { Value: > 0m } }
            )
        )
        {
            yield return new(Weights.RedLine, $"红线：{BriefSubject.Matter(i.Indicator)}{i.ValueWithUnit}");
        }
    }

    private static string Line(BriefSubject s, UnionTally tally)
    {
        var (name, unit) = (BriefSubject.Matter(tally.Indicator), tally.Indicator.Unit);
        var silent = tally.Units.Where(u => u.Value is null && !u.IsWithheld).ToList();
        var sum = tally.Sum;
        if (tally.Units.IsEmpty)
        {
            return "";
        }

        var missing =
            silent.Count == 0 ? ""
            : s.IsDistrict || silent.Count > MostNames ? $"，{Numerals.Count(silent.Count)}家未报"
            : $"，{string.Join('、', silent.Select(u => s.NameOf(u.Unit, u.Name)))}这一项缺报，须补";
        if (sum > 0m)
        {
            var places = tally
                .Units.Where(u => u.Value > 0m)
                .Select(u => s.IsDistrict ? s.NameOf(u.Town, u.Name) : s.NameOf(u.Unit, u.Name))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            return $"{name}{Numerals.Amount(sum)}{unit}，在"
                + (
                    places.Count <= MostNames
                        ? string.Join('、', places)
                        : $"{Numerals.Count(places.Count)}个{(s.IsDistrict ? "镇街" : "单位")}"
                )
                + missing;
        }

        return silent.Count == 0
            ? $"{name}0{unit}"
            : $"{name}已报{Numerals.Count(tally.Units.Length - silent.Count)}家为0{unit}{missing}";
    }

    private static string Summons(BriefSubject s, OfficePeriod office)
    {
        var called = office
            .Named.Where(g => g.Rung == GuidanceRung.Summons && s.Covers(g.Town) && g.IssuedOn <= office.DataDate)
            .Select(g => g.Organisation)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return called == 0 ? "" : $"约谈{Numerals.Count(called)}家";
    }
}
