namespace FuGongJianJia.Diagnostics;

/// <summary>Personal information（个人信息）: FG09##.</summary>
public static class PrivacyCodes
{
    public static readonly DiagnosticCode IdNumber = new(
        "FG0901",
        Severity.Error,
        "发现身份证号码",
        "身份证号码任何情况下都不得进入公开内容。",
        "请删去；整列都是的，删掉那一列再导出。"
    );

    public static readonly DiagnosticCode Mobile = new(
        "FG0902",
        Severity.Error,
        "发现手机号码",
        "手机号码是个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode LandLine = new(
        "FG0903",
        Severity.Error,
        "发现电话号码",
        "除设置里的办公电话外，任何电话号码都不收。",
        "请删去；办公电话写在 site.yml 的 联系 里。"
    );

    public static readonly DiagnosticCode BankCard = new(
        "FG0904",
        Severity.Error,
        "发现银行卡号",
        "银行卡号是敏感个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode Email = new(
        "FG0905",
        Severity.Error,
        "发现电子邮箱",
        "电子邮箱是个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode HomeAddress = new(
        "FG0906",
        Severity.Error,
        "发现家庭住址",
        "家庭住址是个人信息。",
        "请删去，写到街道、社区为止。"
    );

    public static readonly DiagnosticCode BirthDate = new(
        "FG0907",
        Severity.Error,
        "发现出生日期",
        "出生日期是个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode PersonalColumn = new(
        "FG0908",
        Severity.Warning,
        "有一列是个人信息",
        "列名说明这一列是证件、电话、住址一类的内容。整列没有读取，也不会出现在任何地方；但会随文件传出去。",
        "文件会传给别人的，把整列删掉再导出。"
    );

    public static readonly DiagnosticCode NameColumn = new(
        "FG0909",
        Severity.Error,
        "汇总表里有姓名",
        "家访只统计人数，不得出现被访人的姓名。",
        "按单位汇总后再导出。"
    );

    public static readonly DiagnosticCode Document = new(
        "FG0910",
        Severity.Error,
        "发现证件号码",
        "护照、通行证、军官证、社保卡一类的号码都是个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode Plate = new(
        "FG0911",
        Severity.Error,
        "发现车牌号码",
        "车牌号码能查到车主，是个人信息。",
        "请删去。"
    );

    public static readonly DiagnosticCode ChatName = new(
        "FG0912",
        Severity.Error,
        "发现微信号、QQ 号一类的账号",
        "通信账号是个人信息；单位的公众号写“公众号”即可。",
        "请删去。"
    );

    public static readonly DiagnosticCode HardshipName = new(
        "FG0913",
        Severity.Error,
        "困难职工后面有姓名",
        "谁是困难职工、患者是敏感个人信息。",
        "请改为“一名困难职工”。"
    );

    public static readonly DiagnosticCode BesideCells = new(
        "FG0914",
        Severity.Warning,
        "看不见的地方有个人信息",
        "批注、文本框、文件属性和没有读取的工作表不会输出，但会随文件传出去。",
        "在原文件里删去，再保存。"
    );
}
