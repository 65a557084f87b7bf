using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.GuidanceLadder;

/// <summary>Words about guidance（指导语句）.</summary>
public static class GuidanceWords
{
    /// <summary>Counts by rung: 提醒3件、预警1件; empty when none was issued.</summary>
    /// <param name="issued">Issued at each rung, mildest first.</param>
    public static string Counts(ImmutableArray<int> issued) =>
        string.Join(
            '、',
            Vocabulary.Rungs.Where(r => issued[(int)r] > 0).Select(r => $"{r.Word()}{Numerals.Count(issued[(int)r])}件")
        );

    extension(GuidanceSummary guidance)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var (matters, atFirst) = (guidance.EndedAt.Sum(), guidance.EndedAt[0]);
                return Phrases.Sentence(
                    $"{guidance.Period.ToDateWord}发出指导{Numerals.Count(guidance.Issued.Sum())}件，"
                        + $"其中{Counts(guidance.Issued)}",
                    $"涉及{Numerals.Count(matters)}个事项"
                        + (
                            atFirst > 0
                                ? $"，{(atFirst == matters ? "均" : $"其中{Numerals.Count(atFirst)}个")}止于提醒"
                                : ""
                        ),
                    guidance.Settled == matters ? "台账记全部整改完成"
                        : guidance.Settled == 0 ? "均在整改"
                        : $"台账记{Numerals.Count(guidance.Settled)}个整改完成",
                    guidance.StillHeld > 0 ? $"其中{Numerals.Count(guidance.StillHeld)}个的任务仍在该单位办理" : ""
                );
            }
        }
    }
}
