using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;

namespace FuGongJianJia.Archive;

/// <summary>A published figure that a build would change（改动）.</summary>
/// <param name="Organisation">组织编码.</param>
/// <param name="Name">组织名称.</param>
/// <param name="Item">Code of the indicator, or name of the index; empty when the unit itself came or went.</param>
/// <param name="Before">As published; null where it was not.</param>
/// <param name="After">As it would be now; null where it is no more.</param>
public sealed record PublicationChange(string Organisation, string Name, string Item, string? Before, string? After);

/// <summary>
/// What a build would change of a period that is final（与出版的比较）, and what of it a correction accounts for. A figure
/// that a unit reported needs a correction of its own; an index, a total and what is pooled follow from those below.
/// </summary>
public sealed record PublicationComparison
{
    /// <summary>Changes that nothing accounts for: units first, then what they reported, in order.</summary>
    public ImmutableArray<PublicationChange> Causes { get; private init; } = [];

    /// <summary>Changes that nothing accounts for, of what was computed.</summary>
    public ImmutableArray<PublicationChange> Effects { get; private init; } = [];

    /// <summary>True when the figures are those that were published, or corrections account for what is not.</summary>
    public bool IsSettled => Causes.IsEmpty && Effects.IsEmpty;

    /// <summary>Holds a period against its record.</summary>
    /// <param name="record">What was published.</param>
    /// <param name="period">What would be now.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="corrections">更正 of all later periods.</param>
    public static PublicationComparison Of(
        PublicationRecord record,
        PublicPeriod period,
        Settings settings,
        IEnumerable<Correction> corrections
    )
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(period);
        var now = PublishedFigures.Of(period, settings);
        var changes = Changes(record.Units, now).ToList();
        if (changes.Count == 0)
        {
            return new();
        }

        var corrected = corrections
            .Where(c => c.Period == period.Period && c.Indicator is not null)
            .ToLookup(c => (c.Organisation, c.Indicator!));
        var accounted = changes
            .Where(c =>
                corrected[(c.Organisation, c.Item)]
                    .Any(r =>
                        PublishedFigures.IsNamed(c.Before ?? "", r.Before)
                        && PublishedFigures.IsNamed(c.After ?? "", r.After)
                    )
            )
            .ToHashSet();

        // A corrected figure moves the unit's own indexes, and what is pooled of it above.
        var moved = new HashSet<string>(StringComparer.Ordinal);
        var pooled = new HashSet<(string, string)>();
        foreach (var change in accounted)
        {
            for (var at = change.Organisation; at is not null; at = period.Find(at)?.Organisation.Parent)
            {
                if (!moved.Add(at) && !pooled.Add((at, change.Item)))
                {
                    break;
                }

                pooled.Add((at, change.Item));
            }
        }

        var open = changes
            .Where(c =>
                !accounted.Contains(c)
                && !pooled.Contains((c.Organisation, c.Item))
                && !(IsComputed(c) && moved.Contains(c.Organisation))
            )
            .ToList();

        // What a town shows follows from a union's own figure that changed, or from a unit that came or went.
        var below = open.Where(c => !IsAbove(c, period)).Select(c => c.Item).ToHashSet(StringComparer.Ordinal);
        var parted = open.ToLookup(c =>
            IsComputed(c) || (IsAbove(c, period) && c.Item.Length > 0 && (below.Contains("") || below.Contains(c.Item)))
        );
        return new() { Causes = [.. parted[false].OrderBy(c => c.Item.Length > 0)], Effects = [.. parted[true]] };
    }

    private static IEnumerable<PublicationChange> Changes(
        ImmutableSortedDictionary<string, PublishedUnit> then,
        ImmutableSortedDictionary<string, PublishedUnit> now
    )
    {
        foreach (var code in then.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (then.GetValueOrDefault(code), now.GetValueOrDefault(code));
            if (before is null || after is null)
            {
                yield return new(code, (before ?? after)!.Name, "", before?.Name, after?.Name);
                continue;
            }

            foreach (
                var item in before
                    .Figures.Concat(after.Figures)
                    .Select(f => f.Item)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
            {
                var (was, @is) = (before.Figure(item), after.Figure(item));
                if (was != @is)
                {
                    yield return new(code, after.Name, item, was, @is);
                }
            }
        }
    }

    private static bool IsComputed(PublicationChange change) =>
        change.Item is PublishedFigures.Total or PublishedFigures.Grade
        || Vocabulary.Indexes.Any(k => k.Title() == change.Item);

    private static bool IsAbove(PublicationChange change, PublicPeriod period) =>
        period.Find(change.Organisation) is { Organisation.Level: not Level.Grassroots };
}
