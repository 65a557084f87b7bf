namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>What the maker of a font lets documents do with it（嵌入许可; OpenType OS/2 fsType）.</summary>
public enum EmbeddingPermission
{
    /// <summary>0: embed without limits.</summary>
    Installable,

    /// <summary>8: embed; the reader may edit.</summary>
    Editable,

    /// <summary>4: embed for reading and printing.</summary>
    PreviewAndPrint,

    /// <summary>2, or only as a bitmap, or only whole: a subset must not be embedded.</summary>
    Forbidden,
}
