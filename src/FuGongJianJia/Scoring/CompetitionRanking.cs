namespace FuGongJianJia.Scoring;

/// <summary>Competition ranking（并列顺延）of figures, highest first: 1, 2, 2, 4.</summary>
/// <typeparam name="T">A published decimal, or a number of its units.</typeparam>
internal readonly struct CompetitionRanking<T>
    where T : IComparable<T>
{
    private readonly T[] _ascending;

    public CompetitionRanking(ReadOnlySpan<T> figures)
    {
        _ascending = [.. figures];
        Array.Sort(_ascending);
    }

    /// <summary>One more than stand above.</summary>
    public int PlaceOf(T figure) => _ascending.Length - NotAbove(figure) + 1;

    /// <summary>How many stand on its place.</summary>
    public int Sharing(T figure) => NotAbove(figure) - Below(figure);

    private int NotAbove(T figure) => Count(figure, most: 0);

    private int Below(T figure) => Count(figure, most: -1);

    // How many compare with it as so much at most.
    private int Count(T figure, int most)
    {
        var (low, high) = (0, _ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ascending[middle].CompareTo(figure) <= most ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
