namespace FuGongJianJia.Demo.Indicators;

/// <summary>A row of 指标.csv as words, the way a clerk would type it.</summary>
/// <param name="Code">指标编码.</param>
/// <param name="Name">指标名称.</param>
/// <param name="Index">指数.</param>
/// <param name="Unit">单位.</param>
/// <param name="Rule">规则.</param>
/// <param name="Parameter">参数.</param>
/// <param name="Weight">分值.</param>
/// <param name="Levels">适用层级.</param>
/// <param name="Categories">适用类别.</param>
/// <param name="Aggregation">汇总方式.</param>
/// <param name="Responsible">责任层级.</param>
/// <param name="Source">数据来源.</param>
/// <param name="Definition">口径.</param>
public sealed record CatalogueRow(
    string Code,
    string Name,
    string Index,
    string Unit,
    string Rule,
    string Parameter,
    int Weight,
    string Levels,
    string Categories,
    string Aggregation,
    string Responsible,
    string Source,
    string Definition
)
{
    /// <summary>方向: ↓ when true.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>上限 100: a ratio whose 分子 is part of its 分母.</summary>
    public bool IsBounded => Unit == "%" && !IsPlan;

    /// <summary>上限: 100 for parts of a whole, 200 where a plan or a due may be exceeded, none for counts.</summary>
    public string UpperBound =>
        IsBounded ? "100"
        : Unit == "%" && Rule != "扣分" ? "200"
        : "";

    // Plans, dues and attendances may be exceeded; overdue findings (G05) are a count.
    private bool IsPlan => Code is "G04" or "G05" or "H03" or "H04" || (Code == "H01" && Since is null);

    /// <summary>公开方式.</summary>
    public string Publicity { get; init; } = "数值";

    /// <summary>性质: 事件 when true.</summary>
    public bool IsEvent { get; init; }

    /// <summary>必备.</summary>
    public bool Mandatory { get; init; }

    /// <summary>一票否决.</summary>
    public bool Veto { get; init; }

    /// <summary>生效年度; null for the first year of the series.</summary>
    public int? Since { get; init; }

    /// <summary>变更说明.</summary>
    public string ChangeNote { get; init; } = "";
}
