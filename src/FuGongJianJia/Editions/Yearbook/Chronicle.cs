using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Yearbook;

/// <summary>An entry of the chronicle（大事记的一条）.</summary>
/// <param name="On">Day.</param>
/// <param name="Text">What happened, a sentence.</param>
public sealed record ChronicleEntry(DateOnly On, string Text);

/// <summary>
/// 大事记: of everything dated in a year the weightiest — commendations, changed policies, new unions, large activities —
/// at most some a month, so that no month crowds out another. What an office writes stands in its place.
/// </summary>
public static class Chronicle
{
    private const int MostOfMonth = 3;

    /// <summary>Entries by day, then text.</summary>
    public static ImmutableArray<ChronicleEntry> Of(Edition edition, PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. Commended(edition)
                .Concat(Policies(period))
                .Concat(Founded(period))
                .Concat(Held(period))
                .Where(c => c.Entry.On >= period.Period.Start && c.Entry.On <= period.Period.End)
                .GroupBy(c => (c.Entry.On.Year, c.Entry.On.Month))
                .SelectMany(month =>
                    month
                        .OrderByDescending(c => c.Weight)
                        .ThenBy(c => c.Entry.On)
                        .ThenBy(c => c.Entry.Text, StringComparer.Ordinal)
                        .Take(MostOfMonth)
                )
                .Select(c => c.Entry)
                .OrderBy(e => e.On)
                .ThenBy(e => e.Text, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(int Weight, ChronicleEntry Entry)> Commended(Edition edition) =>
        edition
            .Commendations.Where(c => c.Status == CommendationStatus.Granted && c.Level < HonourLevel.District)
            .Select(c =>
                (900 - (100 * (int)c.Level), new ChronicleEntry(c.GrantedOn, $"{c.Recipient}获“{c.Honour}”。"))
            );

    private static IEnumerable<(int Weight, ChronicleEntry Entry)> Policies(PeriodEdition period) =>
        period
            .Needs?.Changes.Where(c => c.On is not null)
            .Select(c =>
                (
                    600,
                    new ChronicleEntry(
                        c.On!.Value,
                        $"答复职工“{c.Category}”的需求：{c.Text.TrimEnd('。')}"
                            + (c.Document is { Length: > 0 } document ? $"（{document}）" : "")
                            + "。"
                    )
                )
            )
        ?? [];

    private static IEnumerable<(int Weight, ChronicleEntry Entry)> Founded(PeriodEdition period) =>
        period
            .PopulationOf(Level.Grassroots)
            .Members.Select(u => (u.Name, Since: (u.Standing as UnitStanding.New)?.Since))
            .Where(u => u.Since is not null)
            .Select(u => (550, new ChronicleEntry(u.Since!.Value, $"{u.Name}成立。")));

    // Of one kind the largest of a month stands for the others.
    private static IEnumerable<(int Weight, ChronicleEntry Entry)> Held(PeriodEdition period) =>
        (period.Activities?.Activities ?? [])
            .GroupBy(a => (a.Start.Year, a.Start.Month, Stem(a)))
            .Select(g => g.OrderByDescending(Size).ThenBy(a => a.Code, StringComparer.Ordinal).First())
            .Select(a => (Math.Min(500, Size(a)), new ChronicleEntry(a.Start, Text(a))));

    // 澄湖街道新春走访慰问 and 柳汀镇新春走访慰问 are of one kind.
    private static string Stem(ActivityView activity) => activity.Name[Math.Max(0, activity.Name.Length - 4)..];

    private static int Size(ActivityView activity) => ((activity.Heads?.Count ?? 0) / 4) + (10 * activity.Sessions);

    private static string Text(ActivityView activity) =>
        Phrases.Sentence(
            activity.Name,
            activity.Sessions > 1 ? $"{Numerals.Count(activity.Sessions)}场" : "",
            activity.HeadcountText
        );
}
