using System.Text;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Numbers as digits（数列编码）: an arithmetic coder over what a <see cref="Predictor"/> expects. A chunk of two thousand
/// characters takes
/// two thirds of what gzip makes of it, and a file may be read alone. Six bits a digit, which gzip takes back entirely.
/// </summary>
/// <param name="orders">How many contexts each number has.</param>
internal sealed class NumberWriter(int orders)
{
    /// <summary>
    /// Digits of six bits. No numerals and no @, so that nothing can look like a telephone number or an address to the
    /// check of the finished
    /// files; nothing that a script would escape; neighbours, which gzip describes shortly.
    /// </summary>
    public const string Digits = ";<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|";

    private const uint Top = (1u << 30) - 1;

    private readonly Predictor _predictor = new(orders);
    private readonly StringBuilder _digits = new();
    private uint _low;
    private uint _high = Top;

    /// <summary>Digits so far.</summary>
    public int Length => _digits.Length;

    /// <summary>Adds a number.</summary>
    /// <param name="number">0 or more; small ones are expected more than large ones.</param>
    /// <param name="contexts">What it may depend on, known to the reader too: the most general first.</param>
    public void Write(int number, params ReadOnlySpan<int> contexts)
    {
        _predictor.Begin(contexts);
        var rest = (uint)number + 1;
        var size = int.Log2((int)rest);
        for (var n = 0; n <= size; n++)
        {
            Write(n < size ? 1 : 0, n, low: false);
        }

        var node = 1;
        for (var n = size - 1; n >= 0; n--)
        {
            var bit = (int)(rest >> n) & 1;
            Write(bit, (size << 17) + node, low: true);
            node = (node * 2) + bit;
        }
    }

    /// <summary>The digits; the next number begins anew.</summary>
    public string Take()
    {
        // One more digit than the lower bound has: whatever follows, it lies below the upper.
        _digits.Append(Digits[(int)(_low >> 24) + 1]);
        var taken = _digits.ToString();
        _digits.Clear();
        _predictor.Clear();
        (_low, _high) = (0, Top);
        return taken;
    }

    private void Write(int bit, int node, bool low)
    {
        var middle = this._low + (uint)(((ulong)(_high - this._low) * _predictor.Next(node, low)) >> 16);
        (this._low, _high) = bit == 1 ? (this._low, middle) : (middle + 1, _high);
        _predictor.Learn(bit);
        while (((this._low ^ _high) >> 24) == 0)
        {
            _digits.Append(Digits[(int)(_high >> 24)]);
            this._low = (this._low << 6) & Top;
            _high = ((_high << 6) & Top) | 63;
        }
    }
}
