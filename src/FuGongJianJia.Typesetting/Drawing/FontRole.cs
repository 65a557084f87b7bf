namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>Role of a typeface（字体角色）.</summary>
public enum FontRole
{
    /// <summary>小标宋: titles.</summary>
    Title,

    /// <summary>宋.</summary>
    Song,

    /// <summary>仿宋.</summary>
    FangSong,

    /// <summary>黑.</summary>
    Hei,

    /// <summary>楷.</summary>
    Kai,

    /// <summary>粗黑: heavy sans, for large figures.</summary>
    HeiBold,
}
