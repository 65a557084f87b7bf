using System.Collections.Immutable;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>A floor of the house（层）: a namespace, which is a folder, and why it stands where it stands.</summary>
/// <param name="Namespace">Namespace.</param>
/// <param name="Why">One line.</param>
internal sealed record Floor(string Namespace, string Why);

/// <summary>
/// The floors（层次）of every project from the ground up: a folder uses only folders named before it, so no circle can be.
/// ARCHITECTURE.md shows this very list.
/// </summary>
internal static class Floors
{
    /// <summary>The domain: files in, editions out; pure.</summary>
    public static ImmutableArray<Floor> Domain { get; } =
    [new("FuGongJianJia.Model", "values all others speak of: period, level, organisation, observation, settings")];

    /// <summary>The floors of all projects.</summary>
    public static ImmutableArray<(string Project, ImmutableArray<Floor> Floors)> All { get; } =
    [("FuGongJianJia", Domain)];

    /// <summary>What is wrong with these uses, one line each: a floor that looks up, or a namespace on no floor.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Use> uses, ImmutableArray<Floor> floors)
    {
        var heights = floors
            .Select((f, n) => (f.Namespace, n))
            .ToDictionary(f => f.Namespace, f => f.n, StringComparer.Ordinal);
        return uses.Where(u =>
                heights.ContainsKey(u.From) && heights.TryGetValue(u.To, out var to) && to > heights[u.From]
            )
            .Select(u => $"{u.Place}: {u.From} uses {u.Type} of {u.To}, which stands above it")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The floors of a project as they stand in ARCHITECTURE.md, the roof on top.</summary>
    public static string Picture(string project)
    {
        var floors = All.First(p => p.Project == project).Floors;
        var widest = floors.Max(f => f.Namespace.Length);
        return string.Join(
            '\n',
            floors
                .Reverse()
                .Select(f => $"│ {f.Namespace.PadRight(widest)} │ {f.Why}")
                .Prepend($"┌ {project}")
                .Append("└")
        );
    }
}
