using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Writes the content stream of a page（页面内容流）. Operators that would set what is set already are left out, neighbours of
/// one
/// structure element share one marked-content sequence, and glyphs of a run go into one string with adjustments.
/// </summary>
internal sealed partial class PageContent : IDisposable
{
    private readonly DocumentResources _resources;
    private readonly PdfBuffer _out = new(1 << 16);
    private readonly List<StructureNode> _marked = [];
    private readonly Stack<State> _saved = new();
    private State _state = State.Initial;
    private MarkedContent _mark;
    private StructureNode? _markNode;
    private ArtifactKind _markKind;
    private bool _inText;
    private long _lineX;
    private long _lineY;
    private double _height;

    // True while coordinates of the page (y down) are turned one by one; false where the matrix turns them.
    private bool _upright;

    public PageContent(DocumentResources resources) => _resources = resources;

    private enum MarkedContent
    {
        None,
        OutsideText,
        InText,
    }

    /// <summary>The structure elements of the marked-content sequences, by identifier (MCID).</summary>
    public IReadOnlyList<StructureNode> Marked => _marked;

    public ReadOnlySpan<byte> Written => _out.Written;

    /// <summary>Writes a page from its beginning.</summary>
    public void Write(Page page)
    {
        _out.Clear();
        _marked.Clear();
        _state = State.Initial;
        _height = page.Height;
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case GlyphRun run:
                    Text(run);
                    break;
                case PathItem path:
                    EnterGraphics(path);
                    _upright = true;
                    Path(path.Segments, path.Fill, path.Stroke);
                    _upright = false;
                    break;
                case DrawingItem drawing:
                    EnterGraphics(drawing);
                    Draw(drawing);
                    break;
                case ImageItem image:
                    EnterGraphics(image);
                    Save();
                    _out.Real(image.Area.Width)
                        .Raw(" 0 0 "u8)
                        .Real(image.Area.Height)
                        .Byte((byte)' ')
                        .Real(image.Area.X)
                        .Byte((byte)' ')
                        .Real(_height - image.Area.Y - image.Area.Height)
                        .Raw(" cm /I"u8)
                        .Int(_resources.Image(image).Number)
                        .Raw(" Do\n"u8);
                    Restore();
                    break;
                default:
                    throw new ArgumentException($"A page cannot hold {item.GetType().Name}.", nameof(page));
            }
        }

        LeaveMark();
        LeaveText();
    }

    public void Dispose() => _out.Dispose();

    private void EnterGraphics(PageItem item)
    {
        if (_inText)
        {
            if (_mark == MarkedContent.InText)
                LeaveMark();
            LeaveText();
        }

        EnterMark(item.Structure, KindOf(item));
    }

    // Marked content that begins inside a text object ends inside it (ISO 32000-1, 14.6.1).
    private void EnterText(GlyphRun run)
    {
        var kind = KindOf(run);
        if (_mark == MarkedContent.OutsideText && (!ReferenceEquals(_markNode, run.Structure) || _markKind != kind))
        {
            LeaveText();
            LeaveMark();
        }

        if (!_inText)
        {
            _out.Raw("BT\n"u8);
            (_inText, _lineX, _lineY) = (true, 0, 0);
        }

        EnterMark(run.Structure, kind);
    }

    private void LeaveText()
    {
        if (_inText)
            _out.Raw("ET\n"u8);
        _inText = false;
    }

    // Running heads and feet are named as such (ISO 14289-1, 7.8).
    private ArtifactKind KindOf(PageItem item) =>
        (item.Structure, item.Artifact, item) switch
        {
            (not null, _, _) => ArtifactKind.ByPlace,
            (_, ArtifactKind.ByPlace, GlyphRun run) when run.Y <= _height / 8 => ArtifactKind.Header,
            (_, ArtifactKind.ByPlace, GlyphRun run) when run.Y >= _height * 7 / 8 => ArtifactKind.Footer,
            (_, ArtifactKind.ByPlace, _) => ArtifactKind.Other,
            _ => item.Artifact,
        };

    private void EnterMark(StructureNode? node, ArtifactKind kind)
    {
        if (_mark != MarkedContent.None && ReferenceEquals(_markNode, node) && _markKind == kind)
            return;
        LeaveMark();
        if (node is null)
        {
            _out.Raw(
                kind switch
                {
                    ArtifactKind.Header => "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"u8,
                    ArtifactKind.Footer => "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"u8,
                    _ => "/Artifact BMC\n"u8,
                }
            );
        }
        else
        {
            _out.Name(node.Tag).Raw("<</MCID "u8).Int(_marked.Count).Raw(">>BDC\n"u8);
            _marked.Add(node);
        }

        (_mark, _markNode, _markKind) = (_inText ? MarkedContent.InText : MarkedContent.OutsideText, node, kind);
    }

    private void LeaveMark()
    {
        if (_mark != MarkedContent.None)
            _out.Raw("EMC\n"u8);
        (_mark, _markNode) = (MarkedContent.None, null);
    }

    private void Save()
    {
        _out.Raw("q "u8);
        _saved.Push(_state);
    }

    private void Restore()
    {
        _out.Raw("Q\n"u8);
        _state = _saved.Pop();
    }

    private void FillColor(Rgb color)
    {
        if (_state.Fill == color)
            return;
        _state.Fill = color;
        Color(color, "rg\n"u8);
    }

    private void StrokeColor(Rgb color)
    {
        if (_state.Stroke == color)
            return;
        _state.Stroke = color;
        Color(color, "RG\n"u8);
    }

    private void Color(Rgb color, ReadOnlySpan<byte> op) =>
        _out.Real(color.R / 255.0)
            .Byte((byte)' ')
            .Real(color.G / 255.0)
            .Byte((byte)' ')
            .Real(color.B / 255.0)
            .Byte((byte)' ')
            .Raw(op);

    private void LineWidth(double width)
    {
        var milli = PdfBuffer.ToMilli(width);
        if (_state.LineWidth == milli)
            return;
        _state.LineWidth = milli;
        _out.Milli(milli).Raw(" w\n"u8);
    }

    private void Dash(ImmutableArray<double> dash)
    {
        var solid = dash.IsDefaultOrEmpty || dash.All(d => d <= 0);
        if (solid ? _state.Dash.IsDefault : !_state.Dash.IsDefault && _state.Dash.AsSpan().SequenceEqual(dash.AsSpan()))
            return;
        _state.Dash = solid ? default : dash;
        _out.Byte((byte)'[');
        if (!solid)
        {
            for (var i = 0; i < dash.Length; i++)
            {
                if (i > 0)
                    _out.Byte((byte)' ');
                _out.Real(Math.Max(0, dash[i]));
            }
        }

        _out.Raw("]0 d\n"u8);
    }

    /// <summary>What the reader's graphics state holds.</summary>
    private struct State
    {
        public static State Initial => new() { LineWidth = 1000 };

        public Rgb Fill { get; set; }

        public Rgb Stroke { get; set; }

        public long LineWidth { get; set; }

        public ImmutableArray<double> Dash { get; set; }

        public DocumentFont? Font { get; set; }

        public long FontSize { get; set; }

        /// <summary>Character spacing in ten-thousandths of a point.</summary>
        public long Spacing { get; set; }
    }
}
