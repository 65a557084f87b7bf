namespace FuGongJianJia.Import.Tables.Visits;

/// <summary>Home visits of a union（家访汇总）, aggregate only.</summary>
/// <param name="Organisation">组织.</param>
/// <param name="Due">应访人数.</param>
/// <param name="Made">实访人数.</param>
/// <param name="Priority">重点对象数.</param>
/// <param name="Problems">反映问题数.</param>
/// <param name="Solved">已解决数.</param>
/// <param name="AccidentChange">事故同比(%).</param>
public sealed record HomeVisits(
    string Organisation,
    int Due,
    int Made,
    int? Priority,
    int? Problems,
    int? Solved,
    decimal? AccidentChange
);
