namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>
/// How strongly a box clings to the one before it（连排强度）; a page that finds no weaker place breaks at a stronger one.
/// </summary>
internal enum Keep : byte
{
    /// <summary>A page may break here.</summary>
    Free,

    /// <summary>A line would stand alone on a page（单行）.</summary>
    Widow,

    /// <summary>Lines of a heading.</summary>
    Lines,

    /// <summary>A heading, a table's head and what follows.</summary>
    Next,

    /// <summary>Rows under one spanning cell, blocks that the author keeps together.</summary>
    Together,
}
