namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// An attacker（推算者）who knows some figures only within bounds, and equations between them: pairs of equations are
/// combined where a figure falls out,
/// then every bound is followed through every equation to its end.
/// </summary>
internal sealed class Attacker
{
    public const decimal Unbounded = 1_000_000m;
    private const int MostEquations = 4000;

    private readonly Dictionary<string, (decimal Low, decimal High)> _bounds = [];
    private readonly List<(Dictionary<string, int> Terms, decimal Value)> _equations = [];

    public int Unknowns => _bounds.Count;

    /// <summary>A figure nobody shows; what is already known of it stays.</summary>
    public string Unknown(string name, decimal low = 0m, decimal high = Unbounded)
    {
        _bounds.TryAdd(name, (low, high));
        return name;
    }

    /// <summary>
    /// The sum of <paramref name="parts"/> is <paramref name="whole"/>; each is a number that is shown or the name of
    /// an unknown.
    /// </summary>
    public void AddsUp(object whole, IEnumerable<object> parts)
    {
        var (terms, value) = (new Dictionary<string, int>(), 0m);
        foreach (var (part, sign) in parts.Select(p => (p, 1)).Append((whole, -1)))
        {
            if (part is string name)
            {
                terms[name] = terms.GetValueOrDefault(name) + sign;
            }
            else
            {
                value -= sign * Convert.ToDecimal(part, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        Add(_equations, terms, value);
    }

    /// <summary>
    /// What is known of every unknown in the end; null where the equations contradict each other, so that one of them
    /// must be wrong.
    /// </summary>
    public IReadOnlyDictionary<string, (decimal Low, decimal High)>? Solve()
    {
        var all = new List<(Dictionary<string, int> Terms, decimal Value)>(_equations);
        var (seen, from) = (new HashSet<string>(all.Select(Key)), 0);
        for (var round = 0; round < 3 && all.Count < MostEquations; round++)
        {
            var to = all.Count;
            for (var a = 0; a < to && all.Count < MostEquations; a++)
            {
                for (var b = Math.Max(a + 1, from); b < to; b++)
                {
                    Combine(all, seen, all[a], all[b]);
                }
            }

            from = to;
        }

        for (var (round, changed) = (0, true); round < 40 && changed; round++)
        {
            changed = false;
            foreach (var (terms, value) in all)
            {
                var (least, most) = (terms.Sum(t => Least(t.Key, t.Value)), terms.Sum(t => Most(t.Key, t.Value)));
                foreach (var (name, sign) in terms)
                {
                    var (low, high) = _bounds[name];
                    var (from1, to1) = (value - (most - Most(name, sign)), value - (least - Least(name, sign)));
                    var (newLow, newHigh) =
                        sign > 0
                            ? (Math.Max(low, from1), Math.Min(high, to1))
                            : (Math.Max(low, -to1), Math.Min(high, -from1));
                    if (newLow > newHigh)
                    {
                        return null;
                    }

                    if (newLow != low || newHigh != high)
                    {
                        (least, most) = (least - Least(name, sign), most - Most(name, sign));
                        _bounds[name] = (newLow, newHigh);
                        (least, most) = (least + Least(name, sign), most + Most(name, sign));
                        changed = true;
                    }
                }
            }
        }

        return _bounds;
    }

    private decimal Least(string name, int sign) => sign > 0 ? _bounds[name].Low : -_bounds[name].High;

    private decimal Most(string name, int sign) => sign > 0 ? _bounds[name].High : -_bounds[name].Low;

    // Kept where figures fall out, so that the new equation says more than either.
    private static void Combine(
        List<(Dictionary<string, int> Terms, decimal Value)> all,
        HashSet<string> seen,
        (Dictionary<string, int> Terms, decimal Value) a,
        (Dictionary<string, int> Terms, decimal Value) b
    )
    {
        var shared = a.Terms.Keys.Where(b.Terms.ContainsKey).ToList();
        if (shared.Count == 0)
        {
            return;
        }

        var sign = -a.Terms[shared[0]] * b.Terms[shared[0]];
        var terms = a.Terms.ToDictionary();
        foreach (var (name, factor) in b.Terms)
        {
            terms[name] = terms.GetValueOrDefault(name) + (sign * factor);
        }

        var rest = terms.Where(t => t.Value != 0).ToDictionary();
        if (
            rest.Count < Math.Max(a.Terms.Count, b.Terms.Count)
            && rest.Values.All(v => v is 1 or -1)
            && seen.Add(Key((rest, a.Value + (sign * b.Value))))
        )
        {
            Add(all, rest, a.Value + (sign * b.Value));
        }
    }

    private static string Key((Dictionary<string, int> Terms, decimal Value) equation) =>
        string.Join(
            '+',
            equation
                .Terms.Where(t => t.Value != 0)
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => t.Value + t.Key)
        )
        + "="
        + (equation.Value / 1.0m);

    private static void Add(
        List<(Dictionary<string, int> Terms, decimal Value)> list,
        Dictionary<string, int> terms,
        decimal value
    )
    {
        var kept = terms.Where(t => t.Value != 0).ToDictionary();
        if (kept.Count > 0)
        {
            list.Add((kept, value));
        }
    }
}
