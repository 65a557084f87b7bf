using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Markup of a figure（标记）: <c>to.Write($"&lt;text&gt;{text}&lt;/text&gt;")</c> takes what the program says as it stands
/// and escapes what it is given.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder _written = new();

    /// <summary>What was written.</summary>
    public override string ToString() => _written.ToString();

    /// <summary>
    /// Literals as they stand; texts and names escaped; numbers with two decimals at most, no padding; colours as
    /// #A3201D.
    /// </summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Hole markup)
    {
        // The handler has written it all.
    }

    /// <summary>Markup as it stands.</summary>
    public void Raw(string markup) => _written.Append(markup);

    /// <summary>What the compiler makes of <c>$"…"</c>: each part goes where it belongs as it comes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Hole
    {
        private readonly StringBuilder _written;

        /// <summary>Opens it.</summary>
        /// <param name="literalLength">Length of the literals.</param>
        /// <param name="formattedCount">How many holes.</param>
        /// <param name="to">Where to.</param>
        public Hole(int literalLength, int formattedCount, Markup to)
        {
            _written = to._written;
            _written.EnsureCapacity(_written.Length + literalLength + (formattedCount * 8));
        }

        /// <summary>Markup of the program itself.</summary>
        public void AppendLiteral(string literal) => _written.Append(literal);

        /// <summary>Text of people.</summary>
        public void AppendFormatted(string? text) => _written.Append(MarkupEncoder.Instance.Encode(text ?? ""));

        /// <summary>A length or a place: two decimals at most, half away from zero, no padding.</summary>
        public void AppendFormatted(double number) =>
            // Adding zero takes the sign from what rounds to it.
            _written.Append(
                CultureInfo.InvariantCulture,
                $"{Math.Round(number, 2, MidpointRounding.AwayFromZero) + 0.0:0.##}"
            );

        /// <summary>A colour.</summary>
        public void AppendFormatted(Rgb color) =>
            _written.Append(CultureInfo.InvariantCulture, $"#{color.R:X2}{color.G:X2}{color.B:X2}");
    }
}
