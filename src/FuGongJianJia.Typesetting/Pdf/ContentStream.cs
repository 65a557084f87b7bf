using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// The operators of a content stream（内容流; ISO 32000-1, 8.4）. Those that would set what is set already are left out.
/// </summary>
internal sealed class ContentStream : IDisposable
{
    private readonly Stack<GraphicsState> _saved = new();
    private GraphicsState _state = GraphicsState.Initial;

    /// <summary>What is written, for operators that set no state.</summary>
    internal PdfBuffer Out { get; } = new(1 << 16);

    internal void Clear()
    {
        Out.Clear();
        _state = GraphicsState.Initial;
    }

    internal void Save()
    {
        Out.Raw("q "u8);
        _saved.Push(_state);
    }

    internal void Restore()
    {
        Out.Raw("Q\n"u8);
        _state = _saved.Pop();
    }

    internal void FillColor(Rgb color)
    {
        if (_state.Fill == color)
            return;
        _state.Fill = color;
        Color(color, "rg\n"u8);
    }

    internal void StrokeColor(Rgb color)
    {
        if (_state.Stroke == color)
            return;
        _state.Stroke = color;
        Color(color, "RG\n"u8);
    }

    internal void LineWidth(double width)
    {
        var milli = PdfBuffer.ToMilli(width);
        if (_state.LineWidth == milli)
            return;
        _state.LineWidth = milli;
        Out.Milli(milli).Raw(" w\n"u8);
    }

    internal void Dash(ImmutableArray<double> dash)
    {
        var solid = dash.IsDefaultOrEmpty || dash.All(d => d <= 0);
        if (solid ? _state.Dash.IsDefault : !_state.Dash.IsDefault && _state.Dash.AsSpan().SequenceEqual(dash.AsSpan()))
            return;
        _state.Dash = solid ? default : dash;
        Out.Byte((byte)'[');
        for (var i = 0; !solid && i < dash.Length; i++)
        {
            if (i > 0)
                Out.Byte((byte)' ');
            Out.Real(Math.Max(0, dash[i]));
        }

        Out.Raw("]0 d\n"u8);
    }

    internal void Font(DocumentFont font, double size)
    {
        var milli = PdfBuffer.ToMilli(size);
        if (ReferenceEquals(_state.Font, font) && _state.FontSize == milli)
            return;
        (_state.Font, _state.FontSize) = (font, milli);
        Out.Raw("/F"u8).Int(font.Number).Byte((byte)' ').Milli(milli).Raw(" Tf\n"u8);
    }

    /// <summary>Character spacing, ten-thousandths of a point.</summary>
    internal void Spacing(long spacing)
    {
        if (_state.Spacing == spacing)
            return;
        _state.Spacing = spacing;
        Out.TenThousandths(spacing).Raw(" Tc\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => Out.Dispose();

    private void Color(Rgb color, ReadOnlySpan<byte> op) =>
        Out.Real(color.R / 255.0)
            .Byte((byte)' ')
            .Real(color.G / 255.0)
            .Byte((byte)' ')
            .Real(color.B / 255.0)
            .Byte((byte)' ')
            .Raw(op);

    /// <summary>What the reader's graphics state holds.</summary>
    private struct GraphicsState
    {
        public static GraphicsState Initial => new() { LineWidth = 1000 };

        public Rgb Fill { get; set; }

        public Rgb Stroke { get; set; }

        public long LineWidth { get; set; }

        public ImmutableArray<double> Dash { get; set; }

        public DocumentFont? Font { get; set; }

        public long FontSize { get; set; }

        public long Spacing { get; set; }
    }
}
