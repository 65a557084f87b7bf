using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

/// <summary>Reads what <see cref="NumberWriter"/> writes, as search.js does.</summary>
internal sealed class SearchReader
{
    private readonly string digits;
    private readonly Predictor predictor;
    private int at;
    private uint low;
    private uint high = (1u << 30) - 1;
    private uint code;

    internal SearchReader(string digits, int orders)
    {
        (this.digits, predictor) = (digits, new Predictor(orders));
        for (var n = 0; n < 5; n++)
        {
            Shift();
        }
    }

    internal int Read(params ReadOnlySpan<int> contexts)
    {
        predictor.Begin(contexts);
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
        var middle = low + (uint)(((ulong)(high - low) * predictor.Next(node, below)) >> 16);
        var bit = code <= middle ? 1 : 0;
        (low, high) = bit == 1 ? (low, middle) : (middle + 1, high);
        predictor.Learn(bit);
        while (((low ^ high) >> 24) == 0)
        {
            low = (low << 6) & ((1u << 30) - 1);
            high = ((high << 6) & ((1u << 30) - 1)) | 63;
            Shift();
        }

        return bit;
    }

    private void Shift() =>
        code = ((code << 6) & ((1u << 30) - 1)) | (at < digits.Length ? (uint)NumberWriter.Digits.IndexOf(digits[at++], StringComparison.Ordinal) : 0);
}
