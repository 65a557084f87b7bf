using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Letters;

namespace FuGongJianJia.Theme.Handouts;

/// <summary>
/// Who gets which papers（分发方案）. A recipient gets of each material what is about the units of their 范围 and those below
/// them, and only what stands in the output; what is internal goes to whom the table calls 内部.
/// </summary>
public static class HandoutPlan
{
    private static readonly ImmutableArray<string> Endings = [".pdf", ".ofd", ".docx", ".xlsx"];

    /// <summary>A bundle for every recipient, in their order.</summary>
    /// <param name="edition">The edition that the output was made from.</param>
    /// <param name="period">The period that is handed out.</param>
    /// <param name="recipients">Recipients.</param>
    /// <param name="files">Paths of the output.</param>
    public static ImmutableArray<Bundle> Of(
        OfficeEdition edition,
        OfficePeriod period,
        ImmutableArray<Recipient> recipients,
        IEnumerable<string> files
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        var standing = files.ToFrozenSet(StringComparer.Ordinal);
        var units = Units(period);
        return [.. recipients.Select(r => Of(edition, period, r, units, standing))];
    }

    private static Bundle Of(
        OfficeEdition edition,
        OfficePeriod period,
        Recipient recipient,
        ImmutableArray<UnionResult> units,
        FrozenSet<string> standing
    )
    {
        var within = Within(recipient, units);
        var (papers, absent) = (ImmutableArray.CreateBuilder<BundlePaper>(), ImmutableArray.CreateBuilder<Material>());
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var material in recipient.Materials.Where(m => recipient.IsInternal || !m.IsInternal()))
        {
            var before = papers.Count;
            foreach (var stem in Stems(edition, period, material, recipient, within))
            {
                ImmutableArray<string> paths = [.. Endings.Select(e => stem + e).Where(standing.Contains)];
                if (!paths.IsEmpty)
                {
                    papers.Add(new(material, Name(edition, paths[0], names), paths));
                }
            }

            if (papers.Count == before)
            {
                absent.Add(material);
            }
        }

        return new(recipient, papers.ToImmutable(), absent.ToImmutable());
    }

    // Addresses without their endings, whether they stand or not.
    private static IEnumerable<string> Stems(
        OfficeEdition edition,
        OfficePeriod period,
        Material material,
        Recipient recipient,
        ImmutableArray<UnionResult> within
    )
    {
        var (reports, office) = ($"site/reports/{period.Period}", $"internal/{period.Period}");
        var towns = within.Where(u => u.Organisation.Level == Level.Town);
        return material switch
        {
            Material.AnnualReport => [$"{reports}/annual"],
            Material.TownReport => towns.Select(t => $"{reports}/towns/{t.Code}"),
            Material.ResultSheet => within
                .Where(u => u.Organisation.Level == Level.Grassroots)
                .Select(u => $"{reports}/unions/{u.Code}"),
            // The brief of what was named itself: who has the district does not get a brief of every town beside it.
            Material.Brief => recipient.Scopes.Select(s =>
                $"{office}/briefs/{(s.Level == Level.District ? "district" : s.Code)}"
            ),
            Material.Opinion => within.Select(u => LetterFiles.Of(period.Period, u.Code)),
            Material.Letter => edition
                .Letters.Where(l =>
                    l.Hindrance == LetterHindrance.None
                    && l.Guidance.IssuedOn >= period.Period.Start
                    && l.Guidance.IssuedOn <= period.Period.End
                    && within.Any(u => u.Code == l.Guidance.Organisation)
                )
                .Select(LetterFiles.Of),
            Material.List => ((string[])["office", "tasks", "screening"]).Select(n => $"{office}/lists/{n}"),
            _ => [$"{office}/ledger"],
        };
    }

    private static ImmutableArray<UnionResult> Units(OfficePeriod period) =>
        [
            .. period
                .Towns.Concat(period.Unions)
                .Concat(period.NotPublic)
                .Prepend(period.District)
                .DistinctBy(u => u.Code, StringComparer.Ordinal),
        ];

    // The units of the 范围 and all below them, by code.
    private static ImmutableArray<UnionResult> Within(Recipient recipient, ImmutableArray<UnionResult> units)
    {
        var codes = recipient.Scopes.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var parents = units.ToDictionary(u => u.Code, u => u.Organisation.Parent, StringComparer.Ordinal);
        bool IsWithin(string? code)
        {
            for (var level = 0; code is not null && level < units.Length; level++)
            {
                if (codes.Contains(code))
                {
                    return true;
                }

                code = parents.GetValueOrDefault(code);
            }

            return false;
        }

        return [.. units.Where(u => IsWithin(u.Code)).OrderBy(u => u.Code, StringComparer.Ordinal)];
    }

    // Two units may have one short name: the second is told by its code.
    private static string Name(OfficeEdition edition, string path, HashSet<string> names)
    {
        var below = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var name = Stem(FileNames.Of(edition, below));
        return names.Add(name) ? name : $"{name}_{Stem(below[(below.LastIndexOf('/') + 1)..])}";
    }

    private static string Stem(string file) => file[..file.LastIndexOf('.')];
}
