namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Band of a rank group（档次）: how far up a unit stands without saying where; settings: 排名.档次. Either a third, or the
/// first bound in percent that its place does not exceed.
/// </summary>
/// <param name="Kind">Which.</param>
/// <param name="Percent">The bound of <see cref="BandKind.Top"/>, percent; 0 for the others.</param>
public readonly record struct Band(BandKind Kind, int Percent = 0)
{
    /// <summary>The bands, from the top.</summary>
    internal static IEnumerable<Band> All(IReadOnlyList<int> bounds) =>
        bounds.Count == 0
            ? [new(BandKind.FirstThird), new(BandKind.MiddleThird), new(BandKind.LastThird)]
            : bounds.Select(b => new Band(BandKind.Top, b)).Append(new(BandKind.Rest));

    /// <summary>The band a place falls into: the first whose share of the ranked it does not exceed.</summary>
    internal static Band Of(int place, int ranked, IReadOnlyList<int> bounds)
    {
        foreach (var bound in bounds)
        {
            if (place * 100L <= (long)ranked * bound)
            {
                return new(BandKind.Top, bound);
            }
        }

        return bounds.Count > 0 ? new(BandKind.Rest)
            : place * 3 <= ranked ? new(BandKind.FirstThird)
            : place * 3 <= ranked * 2 ? new(BandKind.MiddleThird)
            : new(BandKind.LastThird);
    }
}

/// <summary>Kind of a band（档次）.</summary>
public enum BandKind
{
    /// <summary>前三分之一.</summary>
    FirstThird,

    /// <summary>中间三分之一.</summary>
    MiddleThird,

    /// <summary>后三分之一.</summary>
    LastThird,

    /// <summary>前25% …</summary>
    Top,

    /// <summary>其余.</summary>
    Rest,
}
