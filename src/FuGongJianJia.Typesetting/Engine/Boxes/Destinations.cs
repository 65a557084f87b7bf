using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Where the blocks with ids and the headings have come to stand（目标位置）.</summary>
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

/// <summary>Collects notices, each once（提示汇集）.</summary>
internal sealed class NoticeLog
{
    private readonly List<LayoutNotice> _notices = [];
    private readonly HashSet<(NoticeKind, string, string)> _seen = [];

    internal void Add(LayoutNotice notice)
    {
        // A missing character is told once for a place, however often it stands there.
        if (_seen.Add((notice.Kind, notice.Where, notice.Character ?? notice.Message)))
            _notices.Add(notice);
    }

    internal IReadOnlyList<LayoutNotice> All => _notices;
}
