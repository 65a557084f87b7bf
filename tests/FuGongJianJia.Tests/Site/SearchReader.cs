using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

/// <summary>Reads what <see cref="NumberWriter"/> writes, as search.js does.</summary>
internal sealed class SearchReader
{
    private readonly string _digits;
    private readonly Predictor _predictor;
    private int _at;
    private uint _low;
    private uint _high = (1u << 30) - 1;
    private uint _code;

    internal SearchReader(string digits, int orders)
    {
        (this._digits, _predictor) = (digits, new Predictor(orders));
        for (var n = 0; n < 5; n++)
        {
            Shift();
        }
    }

    internal int Read(params ReadOnlySpan<int> contexts)
    {
        _predictor.Begin(contexts);
        var size = 0;
        while (Bit(size, below: false) == 1)
        {
            size++;
        }

        var number = 1;
        for (var n = size; n > 0; n--)
        {
            number = (number * 2) + Bit((size << 17) + number, below: true);
        }

        return number - 1;
    }

    private int Bit(int node, bool below)
    {
        var middle = _low + (uint)(((ulong)(_high - _low) * _predictor.Next(node, below)) >> 16);
        var bit = _code <= middle ? 1 : 0;
        (_low, _high) = bit == 1 ? (_low, middle) : (middle + 1, _high);
        _predictor.Learn(bit);
        while (((_low ^ _high) >> 24) == 0)
        {
            _low = (_low << 6) & ((1u << 30) - 1);
            _high = ((_high << 6) & ((1u << 30) - 1)) | 63;
            Shift();
        }

        return bit;
    }

    private void Shift() =>
        _code =
            ((_code << 6) & ((1u << 30) - 1))
            | (_at < _digits.Length ? (uint)NumberWriter.Digits.IndexOf(_digits[_at++], StringComparison.Ordinal) : 0);
}
