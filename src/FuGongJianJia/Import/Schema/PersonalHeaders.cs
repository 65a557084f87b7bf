namespace FuGongJianJia.Import.Schema;

/// <summary>Headers that announce personal information（敏感列名）: the column is refused whatever its cells hold.</summary>
public static class PersonalHeaders
{
    private static readonly string[] Words =
    [
        "身份证",
        "证件号",
        "证件类型",
        "公民身份",
        "手机",
        "联系电话",
        "联系方式",
        "家庭电话",
        "移动电话",
        "电话号码",
        "电话",
        "住址",
        "家庭地址",
        "居住地",
        "户籍",
        "出生",
        "生日",
        "银行卡",
        "银行账号",
        "银行帐号",
        "卡号",
        "开户行",
        "护照",
        "邮箱",
        "电子邮件",
        "EMAIL",
        "E-MAIL",
        "QQ",
        "微信",
        "病情",
        "疾病",
        "健康状况",
        "残疾",
        "宗教",
        "家庭成员",
        "家属姓名",
        "配偶",
        "年龄",
    ];

    private static readonly string[] Names = ["被访人", "联系人", "家属", "户主", "当事人", "申请人"];

    /// <summary>True for headers such as 身份证号, 手机, 家庭住址, 出生日期.</summary>
    public static bool IsPersonal(string header)
    {
        var key = HeaderText.Key(header);
        return key.Length is > 0 and <= 20 && Words.Any(w => key.Contains(w, StringComparison.Ordinal));
    }

    /// <summary>True for headers that hold people's names where only totals belong.</summary>
    public static bool IsName(string header) =>
        HeaderText.Key(header) is { Length: > 0 } key
        && (key.EndsWith("姓名", StringComparison.Ordinal) || Names.Contains(key));
}
