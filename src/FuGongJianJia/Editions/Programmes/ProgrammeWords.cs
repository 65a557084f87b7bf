using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>Words about programmes（专题语句）.</summary>
public static class ProgrammeWords
{
    extension(Programme programme)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var clauses = Clauses(programme).ToList();
                return clauses.Count > 0 ? programme.Period?.Title + Phrases.Sentence(clauses)
                    : programme.Cases.Length > 0
                        ? $"收录{Phrases.Quote(programme.Title)}案例{Numerals.Count(programme.Cases.Length)}篇。"
                    : $"{Phrases.Quote(programme.Title)}尚无记录。";
            }
        }
    }

    private static IEnumerable<string> Clauses(Programme programme)
    {
        var total = programme.Totals.FirstOrDefault(t => t.Period == programme.Period).Total;
        if (total is { Activities: > 0 })
        {
            var ending = programme.Title.EndsWith("活动", StringComparison.Ordinal) ? "" : "活动";
            yield return $"开展{Phrases.Quote(programme.Title)}{ending}{Numerals.Count(total.Activities)}项、"
                + $"{Numerals.Count(total.Sessions)}场";
            yield return ActivityWords.Attended(total.People, total.Attendances, total.Approximate);
        }

        if (programme.Pairings.FirstOrDefault(p => p.Period.Kind == PeriodKind.Year) is { } pairs)
        {
            yield return $"结成师徒{Numerals.Count(pairs.Made)}对，已完成目标{Numerals.Count(pairs.Completed)}对";
        }

        if (programme.HomeVisits.FirstOrDefault(v => v.Period.Kind == PeriodKind.Year) is { } visits)
        {
            yield return $"应访{Numerals.Thousands(visits.Due)}人，实访{Numerals.Thousands(visits.Made)}人";
            if (visits.Problems > 0)
            {
                yield return $"职工反映问题{Numerals.Thousands(visits.Problems)}个，已解决{Numerals.Thousands(visits.Solved)}个";
            }
        }
    }
}
