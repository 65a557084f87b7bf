namespace FuGongJianJia.Typesetting.Text;

/// <summary>Alignment of lines（对齐）.</summary>
public enum TextAlignment
{
    /// <summary>Flush at both sides, the last line at the left（两端对齐）.</summary>
    Justify,

    /// <summary>Left（左对齐）.</summary>
    Left,

    /// <summary>Centred（居中）.</summary>
    Centre,

    /// <summary>Right（右对齐）.</summary>
    Right,

    /// <summary>Flush at both sides, the last line too（分散对齐）.</summary>
    Distribute,
}
