namespace FuGongJianJia.Diagnostics;

/// <summary>What is wrong with 分发.csv, by itself（分发表）: FG190#.</summary>
public static class HandoutCodes
{
    public static readonly DiagnosticCode NotOfBuild = new(
        "FG1901",
        Severity.Note,
        "分发表不参加生成",
        "分发.csv 里是收件人和邮箱，只有 fugong send 读它；生成的网站、PDF 和台账里都没有它的内容。",
        "不用改。"
    );

    public static readonly DiagnosticCode InternalOnly = new(
        "FG1902",
        Severity.Error,
        "内部材料的收件人不是内部的",
        "简报、意见书、公文、内部清单和内部台账写着单位和事项的名字，只给“身份”写明“内部”的人。",
        "确认是本机关的人或材料写的就是这个单位，在“身份”写“内部”；否则删掉这一样材料。"
    );

    public static readonly DiagnosticCode WholeDistrictOnly = new(
        "FG1903",
        Severity.Error,
        "全区的材料给了一个镇街或单位",
        "内部清单和内部台账里有每一个镇街、每一家单位，给了一个镇街，就等于把别的镇街的也给了它。",
        "在“范围”写“全区”；不该看全区的，删掉这一样材料。"
    );

    public static readonly DiagnosticCode BadMailbox = new(
        "FG1904",
        Severity.Error,
        "邮箱没有写或者写得不对",
        "“方式”里有邮件，就要有一个邮箱；一行只写一个。",
        "填上一个邮箱；没有邮箱的，“方式”改成文件夹、压缩包或打印。"
    );
}
