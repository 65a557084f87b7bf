namespace FuGongJianJia.Import.Files;

/// <summary>Whether what a cell shows can be taken for its content（格的状态）.</summary>
internal enum RawState
{
    /// <summary>What stands there; nothing when the cell is blank.</summary>
    Sound,

    /// <summary>公式没有结果: the file holds a formula and not what it gives; nobody knows what would stand there.</summary>
    NoResult,

    /// <summary>合并单元格: one content over several rows, given to each of them.</summary>
    Merged,
}

/// <summary>
/// A cell as a file holds it（格）. Blank and unreadable are two things from here to the binder: a cell without text is
/// blank only when its state is sound.
/// </summary>
/// <param name="Text">Content as a person sees it; empty when blank.</param>
/// <param name="State">Whether it can be taken for the content.</param>
internal readonly record struct RawCell(string Text, RawState State = RawState.Sound)
{
    /// <summary>空白.</summary>
    public static RawCell Blank { get; } = new("");

    /// <summary>True when something stands there, readable or not.</summary>
    public bool IsFilled => State == RawState.NoResult || !string.IsNullOrWhiteSpace(Text);
}
