namespace FuGongJianJia.Scoring;

/// <summary>Competition ranking（并列顺延）of figures, highest first: 1, 2, 2, 4.</summary>
internal sealed class CompetitionRanking<T>
    where T : struct
{
    private readonly Dictionary<T, (int Place, int Sharing)> _places = [];

    public CompetitionRanking(IEnumerable<T> figures)
    {
        var above = 0;
        foreach (var same in figures.GroupBy(f => f).OrderByDescending(g => g.Key))
        {
            var sharing = same.Count();
            _places[same.Key] = (above + 1, sharing);
            above += sharing;
        }
    }

    /// <summary>One more than stand above.</summary>
    public int PlaceOf(T figure) => _places[figure].Place;

    /// <summary>How many stand on its place, itself included.</summary>
    public int Sharing(T figure) => _places[figure].Sharing;
}
