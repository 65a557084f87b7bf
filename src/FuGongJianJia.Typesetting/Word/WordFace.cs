using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A face as Word names it（文稿字体）: the faces that 公文 are written in, whoever opens the file has them or what the
/// alternatives name.
/// </summary>
/// <param name="Asian">Face of Chinese characters and signs.</param>
/// <param name="Latin">Face of Latin letters and digits.</param>
/// <param name="Alternatives">Other names and stand-ins, best first, with commas between.</param>
/// <param name="IsBold">Whether it is set bold.</param>
internal sealed record WordFace(string Asian, string Latin, string Alternatives, bool IsBold = false)
{
    private const string Serif = "Times New Roman";

    /// <summary>Face of a role.</summary>
    internal static WordFace Of(FontRole role) =>
        role switch
        {
            FontRole.Title => new("方正小标宋简体", Serif, "方正小标宋_GBK,华文中宋,Noto Serif CJK SC Black"),
            FontRole.Song => new("宋体", Serif, "SimSun,Songti SC,Noto Serif CJK SC"),
            FontRole.FangSong => new("仿宋_GB2312", Serif, "仿宋,FangSong,STFangsong,FandolFang R"),
            FontRole.Hei => new("黑体", "黑体", "SimHei,Heiti SC,Noto Sans CJK SC"),
            FontRole.Kai => new("楷体_GB2312", Serif, "楷体,KaiTi,Kaiti SC,LXGW WenKai"),
            FontRole.HeiBold => new("黑体", "黑体", "SimHei,Heiti SC,Noto Sans CJK SC", IsBold: true),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
}
