using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine;

/// <summary>What layout gives（排版结果）.</summary>
/// <param name="Document">Pages and structure, ready to write.</param>
/// <param name="Notices">What could not be set as asked, in page order; empty when all went well.</param>
public sealed record LayoutResult(PagedDocument Document, ImmutableArray<LayoutNotice> Notices);
