namespace FuGongJianJia.Privacy;

/// <summary>Kinds of personal information（个人信息） that never enter a build.</summary>
public enum PersonalKind
{
    /// <summary>身份证号码.</summary>
    IdNumber,

    /// <summary>手机号码.</summary>
    Mobile,

    /// <summary>固定电话.</summary>
    LandLine,

    /// <summary>银行卡号.</summary>
    BankCard,

    /// <summary>电子邮箱.</summary>
    Email,

    /// <summary>家庭住址.</summary>
    HomeAddress,

    /// <summary>出生日期.</summary>
    BirthDate,

    /// <summary>护照、通行证、军官证、社保卡一类.</summary>
    Document,

    /// <summary>车牌.</summary>
    Plate,

    /// <summary>微信号、QQ 号一类.</summary>
    ChatName,

    /// <summary>困难职工的姓名.</summary>
    HardshipName,
}

/// <summary>Words of <see cref="PersonalKind"/>.</summary>
public static class PersonalKinds
{
    /// <summary>The Chinese word.</summary>
    public static string Word(this PersonalKind kind) =>
        kind switch
        {
            PersonalKind.IdNumber => "身份证号码",
            PersonalKind.Mobile => "手机号码",
            PersonalKind.LandLine => "电话号码",
            PersonalKind.BankCard => "银行卡号",
            PersonalKind.Email => "电子邮箱",
            PersonalKind.HomeAddress => "家庭住址",
            PersonalKind.BirthDate => "出生日期",
            PersonalKind.Document => "证件号码",
            PersonalKind.Plate => "车牌号码",
            PersonalKind.ChatName => "通信账号",
            _ => "困难职工的姓名",
        };
}

/// <summary>A find in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Position in the text that was searched.</param>
/// <param name="Length">Length there.</param>
public readonly record struct PersonalFind(PersonalKind Kind, int Start, int Length);
