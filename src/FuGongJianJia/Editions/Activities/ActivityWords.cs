using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Activities;

/// <summary>Words about activities（活动语句）.</summary>
public static class ActivityWords
{
    extension(ActivitySummary activities)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var totals = activities.Totals;
                var first = totals.Take(3).Select(t => $"{t.Kind}{Numerals.Count(t.Activities)}项");
                return Phrases.Sentence(
                    $"{activities.Period.WithinWord}开展活动{Numerals.Count(totals.Sum(t => t.Activities))}项、"
                        + $"{Numerals.Count(totals.Sum(t => t.Sessions))}场",
                    totals.Length > 1 ? $"较多的是{string.Join('、', first)}" : "",
                    Attended(
                        totals.Sum(t => (long)t.People),
                        totals.Sum(t => (long)t.Attendances),
                        totals.Any(t => t.Approximate)
                    )
                );
            }
        }
    }

    extension(ActivityView activity)
    {
        /// <summary>80余人, 120人次; empty when not given.</summary>
        public string HeadcountText =>
            activity.Heads is not { } heads ? ""
            : heads.Approximate ? Numerals.Approximate(heads.Count, heads.Kind.Word())
            : Numerals.Thousands(heads.Count) + heads.Kind.Word();
    }

    /// <summary>参加…: 人 and 人次 are told apart and never added; empty when neither is known.</summary>
    internal static string Attended(long people, long attendances, bool approximate)
    {
        var (heads, times) = (
            Numerals.Total(people, "人", approximate),
            Numerals.Total(attendances, "人次", approximate)
        );
        return (people, attendances) switch
        {
            (0, 0) => "",
            (_, 0) => $"参加{heads}",
            (0, _) => $"参加{times}",
            _ => $"按人数统计的活动参加{heads}，按人次统计的活动参加{times}",
        };
    }
}
