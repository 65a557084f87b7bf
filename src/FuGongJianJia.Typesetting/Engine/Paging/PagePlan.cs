using FuGongJianJia.Typesetting.Engine.Boxes;

namespace FuGongJianJia.Typesetting.Engine.Paging;

/// <summary>A box with its place below the top of the type area; points.</summary>
internal readonly record struct Placement(Box Box, double Y, bool Artifact);

/// <summary>What stands on a page（页面安排）.</summary>
internal sealed record PagePlan
{
    internal required int Section { get; init; }

    /// <summary>1-based page of the file.</summary>
    internal required int Sheet { get; init; }

    /// <summary>Page number as counted.</summary>
    internal required int Number { get; init; }

    internal required string Label { get; init; }

    /// <summary>Left empty so that what follows begins on a right-hand page: neither head nor number.</summary>
    internal bool IsBlank { get; init; }

    internal bool IsFirstOfSection { get; init; }

    internal List<Placement> Items { get; } = [];

    internal List<FootnoteContent> Footnotes { get; } = [];

    /// <summary>Height of the footnotes with their rule.</summary>
    internal double FootnoteHeight { get; set; }

    /// <summary>A table that goes on overleaf, and where its closing rule stands.</summary>
    internal (TableFlow Table, double Y)? Closing { get; set; }

    internal bool IsOdd => Number % 2 != 0;
}
