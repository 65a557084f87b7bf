using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Archive;

/// <summary>An address that was published and is no more（失效的地址）, and where it leads.</summary>
/// <param name="Path">Below site/.</param>
/// <param name="Why">Why it is no more, as a sentence.</param>
/// <param name="To">Where it goes on, below site/; null where it does not.</param>
/// <param name="ToTitle">Title of that page.</param>
public sealed record Departure(string Path, string Why, string? To, string ToTitle);

/// <summary>
/// Addresses never die（失效的地址）: whatever was published and is not there any more leads on. An article is known by its
/// text or its title, a unit by what came of it; what nothing came of says that it was taken down. It does not say what
/// it was: that may be why.
/// </summary>
public static class Departures
{
    private const string Page = "index.html";

    /// <summary>Addresses of records that are no more, by path.</summary>
    /// <param name="records">What was published.</param>
    /// <param name="now">Every page and paper there is.</param>
    /// <param name="organisations">组织 of all periods, for 沿革.</param>
    public static ImmutableArray<Departure> Of(
        IEnumerable<PublicationRecord> records,
        IReadOnlyCollection<PublishedAddress> now,
        IEnumerable<Organisation> organisations
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(now);
        // Upper and lower case are one, as on Windows.
        var present = now.ToLookup(a => a.Path, StringComparer.OrdinalIgnoreCase);
        var byContent = now.Where(a => a.Content.Length > 0).ToLookup(a => (Section(a.Path), a.Content));
        var byTitle = now.Where(a => a.Content.Length > 0).ToLookup(a => (Section(a.Path), a.Title));
        // 沿革编码 of a unit names what it came from; of one that was merged, what it went into.
        var all = organisations.ToList();
        var shown = all.Where(o => o.IsPublic).ToLookup(o => o.Code, StringComparer.Ordinal);
        var heirs = all.SelectMany(o =>
                o.Lineage.SelectMany(other =>
                    o.Status == OrganisationStatus.Merged
                        ? shown[other].Select(into => (o.Code, Heir: into))
                        : shown[o.Code].Take(1).Select(heir => (Code: other, Heir: heir))
                )
            )
            .ToLookup(h => h.Code, h => h.Heir, StringComparer.Ordinal);
        var gone = new SortedDictionary<string, Departure>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            foreach (var address in record.Addresses.Where(a => !present.Contains(a.Path)))
            {
                gone.TryAdd(address.Path, Lead(record, address));
            }
        }

        return [.. gone.Values.DistinctBy(d => d.Path, StringComparer.OrdinalIgnoreCase)];

        Departure Lead(PublicationRecord record, PublishedAddress address)
        {
            var moved =
                address.Content.Length == 0
                    ? null
                    : byContent[(Section(address.Path), address.Content)]
                        .Concat(byTitle[(Section(address.Path), address.Title)])
                        .FirstOrDefault();
            if (moved is not null)
            {
                return new(address.Path, "内容没有少，搬到了新的一页。", moved.Path, moved.Title);
            }

            if (Unit(address.Path) is { } code)
            {
                foreach (var heir in heirs[code].Where(h => h.Code != code))
                {
                    // The same page of the heir, else its own of all periods.
                    var same = address.Path.Replace($"/{code}", $"/{heir.Code}", StringComparison.Ordinal);
                    if ((Find(same) ?? Find($"unions/{heir.Code}/{Page}")) is { } next)
                    {
                        return new(address.Path, $"这个单位的承接单位是{heir.Name}。", next.Path, Title(next));
                    }
                }
            }

            // A list that has grown shorter goes on with its first page.
            if (Above(address.Path) is { } list && address.Path.Contains("/page-", StringComparison.Ordinal))
            {
                return new(address.Path, "这张名单现在没有这么多页。", list.Path, Title(list));
            }

            var why =
                record.State == PublicationState.Withdrawn
                    ? $"{record.Period.Title}已经撤下：{record.Amendments[^1].Reason}"
                : record.Amendments.LastOrDefault(a => a.Organisation == Unit(address.Path)) is { } amendment
                    ? $"已撤下：{amendment.Reason}"
                : "已撤下，不再刊载。";
            return new(address.Path, Sentence(why), null, "");
        }

        PublishedAddress? Find(string path) => present[path].FirstOrDefault();

        PublishedAddress? Above(string path)
        {
            for (var at = Parent(path); at.Length > 0; at = Parent(at))
            {
                if (Find($"{at}/{Page}") is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private static string Title(PublishedAddress address) =>
        address.Title.Length > 0 ? address.Title : address.Path[(address.Path.LastIndexOf('/') + 1)..];

    private static string Sentence(string text) => text[^1] is '。' or '！' or '？' ? text : text + "。";

    private static string Section(string path) => path.Split('/')[0];

    private static string Parent(string path) => path.LastIndexOf('/') is var at and > 0 ? path[..at] : "";

    // 2024/unions/X/index.html, unions/X/index.html, reports/2024/unions/X.pdf; towns alike.
    private static string? Unit(string path)
    {
        var names = path.Split('/');
        var at = Array.FindLastIndex(names, n => n is "unions" or "towns");
        return at < 0 || at + 1 >= names.Length ? null : names[at + 1].Split('.')[0];
    }
}
