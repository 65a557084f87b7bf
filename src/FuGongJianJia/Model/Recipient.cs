using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>Who gets what（收件人）: a row of 分发.csv.</summary>
public sealed record Recipient
{
    /// <summary>
    /// 序号: its place in the table, from 1; the same number stands on letter, separator and sign-off sheet.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>收件人: a person or a unit.</summary>
    public required string Name { get; init; }

    /// <summary>职务; empty for a unit.</summary>
    public string Post { get; init; } = "";

    /// <summary>True where the row says 身份 内部: nobody else gets what is internal.</summary>
    public bool IsInternal { get; init; }

    /// <summary>范围: the district, towns or unions; what lies below them belongs to it. Never empty.</summary>
    public required ImmutableArray<Organisation> Scopes { get; init; }

    /// <summary>材料, in the order of <see cref="Material"/>; never empty.</summary>
    public required ImmutableArray<Material> Materials { get; init; }

    /// <summary>方式, in the order of <see cref="Delivery"/>; never empty.</summary>
    public required ImmutableArray<Delivery> Deliveries { get; init; }

    /// <summary>份数 of what is printed, 1–200.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>邮箱; empty where nothing is mailed. It is nowhere in the output of a build.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>How a letter addresses them: 区总工会主席王某.</summary>
    public string Address => Post + Name;

    /// <summary>True when it is handed out in this way.</summary>
    public bool Wants(Delivery delivery) => Deliveries.Contains(delivery);
}

/// <summary>What is handed out（材料）, the public first.</summary>
public enum Material
{
    /// <summary>年报.</summary>
    AnnualReport,

    /// <summary>镇街报告.</summary>
    TownReport,

    /// <summary>成绩单.</summary>
    ResultSheet,

    /// <summary>简报.</summary>
    Brief,

    /// <summary>意见书.</summary>
    Opinion,

    /// <summary>公文: letters of guidance.</summary>
    Letter,

    /// <summary>内部清单.</summary>
    List,

    /// <summary>内部台账.</summary>
    Ledger,
}

/// <summary>How it is handed out（方式）.</summary>
public enum Delivery
{
    /// <summary>文件夹.</summary>
    Folder,

    /// <summary>压缩包.</summary>
    Archive,

    /// <summary>打印.</summary>
    Print,

    /// <summary>邮件.</summary>
    Mail,
}

/// <summary>Words and rules of handing out（分发的词）.</summary>
public static class HandoutVocabulary
{
    /// <summary>The Chinese word.</summary>
    public static string Word(this Material material) =>
        material switch
        {
            Material.AnnualReport => "年报",
            Material.TownReport => "镇街报告",
            Material.ResultSheet => "成绩单",
            Material.Brief => "简报",
            Material.Opinion => "意见书",
            Material.Letter => "公文",
            Material.List => "内部清单",
            _ => "内部台账",
        };

    /// <summary>The Chinese word.</summary>
    public static string Word(this Delivery delivery) =>
        delivery switch
        {
            Delivery.Folder => "文件夹",
            Delivery.Archive => "压缩包",
            Delivery.Print => "打印",
            _ => "邮件",
        };

    /// <summary>
    /// True for what the public may not see: it goes to recipients whose row says 内部, and to nobody else.
    /// </summary>
    public static bool IsInternal(this Material material) => material >= Material.Brief;

    /// <summary>True for what speaks of every unit by name: it goes to a 范围 of the whole district only.</summary>
    public static bool IsOfAll(this Material material) => material >= Material.List;
}
