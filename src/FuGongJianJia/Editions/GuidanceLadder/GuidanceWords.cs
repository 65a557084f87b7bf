using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.GuidanceLadder;

/// <summary>Words about guidance（指导语句）.</summary>
public static class GuidanceWords
{
    extension(GuidanceSummary guidance)
    {
        /// <summary>The finding（一句话结论）.</summary>
        public string Finding
        {
            get
            {
                var rungs = Vocabulary
                    .Rungs.Where(r => guidance.Issued[(int)r] > 0)
                    .Select(r => $"{r.Word()}{Numerals.Count(guidance.Issued[(int)r])}件");
                var (matters, atFirst) = (guidance.EndedAt.Sum(), guidance.EndedAt[0]);
                return Phrases.Sentence(
                    $"{guidance.Period.ToDateWord}发出指导{Numerals.Count(guidance.Issued.Sum())}件，"
                        + $"其中{string.Join('、', rungs)}",
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
