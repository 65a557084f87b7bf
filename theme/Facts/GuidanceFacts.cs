using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Facts;

/// <summary>Guidance as a table（指导表）: counts only, since no unit is named in public.</summary>
internal static class GuidanceFacts
{
    /// <summary>How many matters got to each rung, ended there, and were rectified.</summary>
    public static FactTable Ladder(GuidanceSummary guidance) =>
        FactTable.Of(
            "各级指导",
            "次",
            Enumerable.Range(0, Vocabulary.Rungs.Length),
            ("级别", n => Vocabulary.Rungs[n].Word()),
            ("发出", n => Numerals.Thousands(guidance.Issued[n])),
            ("止于此级的事项", n => Numerals.Thousands(guidance.EndedAt[n])),
            ("整改完成", n => Numerals.Thousands(guidance.Rectified[n]))
        ) with
        {
            Note = "一个事项只在最后到达的一级计入“止于此级”；只公布次数，不公布单位名称。",
        };
}
