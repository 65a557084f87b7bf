using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.GuidanceLadder;

/// <summary>Checks the ladder（指导阶梯）: 提醒 → 预警 → 督办 → 约谈.</summary>
internal static class GuidanceChecks
{
    /// <summary>Within a matter each rung follows the one below; a jump needs a 备注.</summary>
    public static void CheckLadder(
        IEnumerable<Guidance> all,
        IEnumerable<Guidance> earlier,
        IReadOnlyDictionary<string, SourcePlace> places,
        DiagnosticBag bag
    )
    {
        var before = earlier.ToLookup(MatterOf, g => (int)g.Rung);
        foreach (var matter in all.GroupBy(MatterOf))
        {
            var reached = before[matter.Key].DefaultIfEmpty(-1).Max();
            foreach (
                var guidance in matter
                    .OrderBy(g => g.IssuedOn)
                    .ThenBy(g => g.Rung)
                    .ThenBy(g => g.Code, StringComparer.Ordinal)
            )
            {
                if ((int)guidance.Rung > reached + 1 && guidance.Remark is null)
                {
                    var missing = Vocabulary.Rungs[(int)guidance.Rung - 1].Word();
                    bag.Add(
                        ProcessCodes.LadderJump,
                        places[guidance.Code],
                        $"指导 {guidance.Code} 是“{guidance.Rung.Word()}”，同一事由之前没有“{missing}”。"
                            + "请补上前面的指导，或在备注里写明原因。"
                    );
                }

                reached = Math.Max(reached, (int)guidance.Rung);
            }
        }
    }

    /// <summary>
    /// A matter: an organisation and its task, or its 事由 however its blanks and full stop are written.
    /// </summary>
    private static (string Organisation, string Matter) MatterOf(Guidance guidance) =>
        (
            guidance.Organisation,
            guidance.Task ?? OrganisationIndex.NameKey(guidance.Matter).TrimEnd('。', '.', ';', '!')
        );
}
