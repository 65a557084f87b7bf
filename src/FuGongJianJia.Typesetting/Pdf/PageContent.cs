using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// The content of a page（页面内容）: its items in painting order, neighbours of one structure element in one marked-content
/// sequence.
/// </summary>
internal sealed class PageContent : IDisposable
{
    // Text in this share of the page at its top or bottom is a running head or foot unless it says otherwise.
    private const double RunningShare = 1.0 / 8;

    private readonly DocumentResources _resources;
    private readonly ContentStream _stream = new();
    private readonly GlyphWriter _glyphs;
    private readonly PathWriter _paths;
    private readonly DrawingWriter _drawings;
    private readonly List<StructureNode> _marked = [];
    private MarkedContent _mark;
    private StructureNode? _markNode;
    private ArtifactKind _markKind;
    private bool _inText;
    private double _height;

    public PageContent(DocumentResources resources)
    {
        _resources = resources;
        _glyphs = new(_stream, resources);
        _paths = new(_stream);
        _drawings = new(_stream, resources, _glyphs, _paths);
    }

    private enum MarkedContent
    {
        None,
        OutsideText,
        InText,
    }

    /// <summary>The structure elements of the marked-content sequences, by identifier (MCID).</summary>
    public IReadOnlyList<StructureNode> Marked => _marked;

    public ReadOnlySpan<byte> Written => _stream.Out.Written;

    /// <summary>Writes a page from its beginning.</summary>
    public void Write(Page page)
    {
        _stream.Clear();
        _marked.Clear();
        _height = page.Height;
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case GlyphRun { Glyphs.IsDefaultOrEmpty: false } run:
                    EnterText(run);
                    _glyphs.Show(run, _height);
                    break;
                case GlyphRun:
                    break;
                case PathItem path:
                    EnterGraphics(path);
                    _paths.PageHeight = _height;
                    _paths.Path(path.Segments, path.Fill, path.Stroke);
                    _paths.PageHeight = null;
                    break;
                case DrawingItem drawing:
                    EnterGraphics(drawing);
                    _drawings.Draw(drawing, _height);
                    break;
                case ImageItem image:
                    EnterGraphics(image);
                    Draw(image);
                    break;
                default:
                    throw new ArgumentException($"A page cannot hold {item.GetType().Name}.", nameof(page));
            }
        }

        LeaveMark();
        LeaveText();
    }

    public void Dispose() => _stream.Dispose();

    private void Draw(ImageItem image)
    {
        _stream.Save();
        _stream
            .Out.Real(image.Area.Width)
            .Raw(" 0 0 "u8)
            .Real(image.Area.Height)
            .Byte((byte)' ')
            .Real(image.Area.X)
            .Byte((byte)' ')
            .Real(_height - image.Area.Y - image.Area.Height)
            .Raw(" cm /I"u8)
            .Int(_resources.Image(image).Number)
            .Raw(" Do\n"u8);
        _stream.Restore();
    }

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
            _stream.Out.Raw("BT\n"u8);
            _inText = true;
            _glyphs.Begin();
        }

        EnterMark(run.Structure, kind);
    }

    private void LeaveText()
    {
        if (_inText)
            _stream.Out.Raw("ET\n"u8);
        _inText = false;
    }

    // Running heads and feet are named as such (ISO 14289-1, 7.8).
    private ArtifactKind KindOf(PageItem item) =>
        (item.Structure, item.Artifact, item) switch
        {
            (not null, _, _) => ArtifactKind.ByPlace,
            (_, ArtifactKind.ByPlace, GlyphRun run) when run.Y <= _height * RunningShare => ArtifactKind.Header,
            (_, ArtifactKind.ByPlace, GlyphRun run) when run.Y >= _height * (1 - RunningShare) => ArtifactKind.Footer,
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
            _stream.Out.Raw(
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
            _stream.Out.Name(node.Tag).Raw("<</MCID "u8).Int(_marked.Count).Raw(">>BDC\n"u8);
            _marked.Add(node);
        }

        (_mark, _markNode, _markKind) = (_inText ? MarkedContent.InText : MarkedContent.OutsideText, node, kind);
    }

    private void LeaveMark()
    {
        if (_mark != MarkedContent.None)
            _stream.Out.Raw("EMC\n"u8);
        (_mark, _markNode) = (MarkedContent.None, null);
    }
}
