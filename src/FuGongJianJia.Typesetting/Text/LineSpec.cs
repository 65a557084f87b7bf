namespace FuGongJianJia.Typesetting.Text;

/// <summary>The measure that a paragraph is broken to; points.</summary>
/// <param name="Measure">Width of its lines.</param>
/// <param name="FirstIndent">Indent of the first line; negative hangs it out.</param>
/// <param name="Em">Type size.</param>
/// <param name="Align">Alignment.</param>
/// <param name="Balanced">Lines as even as can be.</param>
internal readonly record struct BreakRequest(
    double Measure,
    double FirstIndent,
    double Em,
    TextAlignment Align,
    bool Balanced
)
{
    /// <summary>Lines are compressed and stretched to the measure.</summary>
    internal bool IsJustified => Align is TextAlignment.Justify or TextAlignment.Distribute;
}

/// <summary>A line（行）: which characters, and how its white is changed to fill the measure.</summary>
internal struct LineSpec
{
    /// <summary>First character.</summary>
    public int Start;

    /// <summary>After the last character that is seen; white at the line end is not.</summary>
    public int End;

    /// <summary>First character of the next line.</summary>
    public int Next;

    /// <summary>Left edge in the measure, points.</summary>
    public double X;

    /// <summary>Width as set, points.</summary>
    public double Width;

    /// <summary>Share of the first-rank shrink (spaces, gaps) that is used, 0–1.</summary>
    public double GapShrink;

    /// <summary>Share of the second-rank shrink (blanks of marks) that is used, 0–1.</summary>
    public double MarkShrink;

    /// <summary>Share of the first-rank stretch (spaces, gaps) that is used, 0–1.</summary>
    public double GapStretch;

    /// <summary>Points added at every place that may be stretched.</summary>
    public double Extra;

    /// <summary>Points that a spring takes.</summary>
    public double Spring;

    /// <summary>The left blank of the first character is taken away.</summary>
    public bool TrimStart;

    /// <summary>Wider than its measure, and nothing can be done.</summary>
    public bool Overfull;
}
