using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>A place that references, the outline and the contents point to（锚点）.</summary>
/// <param name="Id">Id of the block; null for a heading without one.</param>
/// <param name="Heading">Index of the heading; -1 for other blocks.</param>
internal readonly record struct Anchor(string? Id, int Heading);

/// <summary>Where the blocks with ids and the headings have come to stand（目标）.</summary>
internal sealed class Destinations
{
    private readonly Dictionary<string, (Destination Place, string Label)> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (Destination Place, string Label)> _headings = [];

    internal Destination? Of(string id) => _ids.TryGetValue(id, out var found) ? found.Place : null;

    internal Destination? OfHeading(int index) => _headings.TryGetValue(index, out var found) ? found.Place : null;

    internal string? LabelOf(string id) => _ids.TryGetValue(id, out var found) ? found.Label : null;

    internal string? LabelOfHeading(int index) => _headings.TryGetValue(index, out var found) ? found.Label : null;

    internal void Set(Anchor anchor, Destination place, string label)
    {
        if (anchor.Id is { } id)
            _ids.TryAdd(id, (place, label));
        if (anchor.Heading >= 0)
            _headings.TryAdd(anchor.Heading, (place, label));
    }

    /// <summary>True when every page number printed from the other would be printed from this.</summary>
    internal bool PrintsSameAs(Destinations other) =>
        _ids.Count == other._ids.Count
        && _headings.Count == other._headings.Count
        && _ids.All(p => other.LabelOf(p.Key) == p.Value.Label)
        && _headings.All(p => other.LabelOfHeading(p.Key) == p.Value.Label);
}
