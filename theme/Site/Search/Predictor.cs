namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// How likely the next bit of a number is（预测）, learned from the bits before it: each context remembers what followed
/// it, and their votes are
/// weighed by how well they did. search.js has the same; only additions, multiplications, divisions and square roots
/// are used, which give the
/// same bits everywhere.
/// </summary>
/// <param name="orders">How many contexts each number has, the most general first.</param>
internal sealed class Predictor(int orders)
{
    private const int Places = 1 << 18;
    private const int Probes = 16;
    private const int Memory = 48;

    // What is remembered: which context, the share of ones after it less a half, and how often it was seen.
    private readonly uint[] _known = new uint[Places];
    private readonly float[] _leans = new float[Places];
    private readonly byte[] _seen = new byte[Places];
    private readonly double[] _weights = [.. Enumerable.Repeat(0.45, 2 * orders * orders)];
    private readonly uint[] _bases = new uint[orders];
    private readonly int[] _places = new int[orders];
    private readonly double[] _votes = new double[orders];
    private int _set;
    private double _chance;

    /// <summary>Says in which contexts the next number stands.</summary>
    public void Begin(ReadOnlySpan<int> contexts)
    {
        for (var i = 0; i < orders; i++)
        {
            _bases[i] = unchecked((uint)(contexts[i] + (i << 27)) * 0x9E3779B1u);
        }
    }

    /// <summary>Chance that a bit is one, in 65,536ths.</summary>
    /// <param name="node">Which bit of the number, after which others.</param>
    /// <param name="low">True for the bits below the highest.</param>
    public uint Next(int node, bool low)
    {
        var longest = 0;
        for (var i = 0; i < orders; i++)
        {
            var place = _places[i] = Place(unchecked((_bases[i] + (uint)node) * 0x2C1B3C6Du));
            double lean = _leans[place];
            _votes[i] = lean / Math.Sqrt(0.25 - (lean * lean));
            longest = _seen[place] > 0 ? i : longest;
        }

        // What the longest context that is known says counts differently from what a short one says.
        _set = ((low ? orders : 0) + longest) * orders;
        var sum = 0.0;
        for (var i = 0; i < orders; i++)
        {
            sum += _weights[_set + i] * _votes[i];
        }

        _chance = 0.5 + (0.5 * (sum / Math.Sqrt(1 + (sum * sum))));
        return Math.Clamp((uint)(_chance * 65536), 32, 65504);
    }

    /// <summary>Learns which bit it was.</summary>
    public void Learn(int bit)
    {
        var error = bit - _chance;
        for (var i = 0; i < orders; i++)
        {
            _weights[_set + i] += 0.01 * error * _votes[i];
            var place = _places[i];
            double lean = _leans[place];
            lean += (bit - 0.5 - lean) / (_seen[place] + 1.3);
            _leans[place] = (float)Math.Clamp(lean, -0.499, 0.499);
            _seen[place] += (byte)(_seen[place] < Memory ? 1 : 0);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_known);
        Array.Clear(_leans);
        Array.Clear(_seen);
        Array.Fill(_weights, 0.45);
    }

    // Where a context is remembered; when all is full thereabouts, another one is forgotten for it.
    private int Place(uint context)
    {
        var hash = unchecked((context ^ (context >> 15)) * 0x297A2D39u);
        hash ^= hash >> 15;
        var place = (int)(hash & (Places - 1));
        for (var n = 1; _known[place] != hash; n++)
        {
            if (_known[place] == 0 || n == Probes)
            {
                (_known[place], _leans[place], _seen[place]) = (hash, 0, 0);
                break;
            }

            place = (place + 1) & (Places - 1);
        }

        return place;
    }
}
