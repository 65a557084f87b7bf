using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Collects notices, each once（提示汇集）.</summary>
internal sealed class NoticeLog
{
    private readonly List<LayoutNotice> _notices = [];
    private readonly HashSet<(NoticeKind, string, string)> _seen = [];

    internal void Add(LayoutNotice notice)
    {
        // A missing character is told once for a place, however often it stands there.
        if (_seen.Add((notice.Kind, notice.Where, notice.Character ?? notice.Message)))
            _notices.Add(notice);
    }

    internal IReadOnlyList<LayoutNotice> All => _notices;
}
