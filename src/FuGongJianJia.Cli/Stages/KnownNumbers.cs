using System.Collections.Frozen;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// The long numbers of the data（数据里的长数字）: what was read or computed as a number is known to be none of a telephone, a
/// card or an account, wherever the output shows it. The sum of a large district has eleven digits.
/// </summary>
internal static class KnownNumbers
{
    private const decimal Shortest = 1_000_000_000m; // ten digits

    /// <summary>Every numerator, denominator and value of ten digits and more, as plain digits.</summary>
    public static FrozenSet<string> Of(Scores scores) =>
        scores
            .Periods.SelectMany(p => p.Unions)
            .SelectMany(u => u.Cells)
            .Select(c => c.Measure)
            .SelectMany(m => new[] { m.Numerator, m.Denominator, m.Value })
            .OfType<decimal>()
            .Where(n => n >= Shortest)
            .Select(n => ExactNumber.Of(decimal.Truncate(n)))
            .ToFrozenSet(StringComparer.Ordinal);
}
