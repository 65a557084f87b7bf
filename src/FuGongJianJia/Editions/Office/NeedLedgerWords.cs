using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>Sentences of the ledger of needs（需求台账语句）.</summary>
public static class NeedLedgerWords
{
    extension(OfficePeriod period)
    {
        /// <summary>The ledger in one line: 6件需求没有答复，最久322天.</summary>
        public string NeedTitle
        {
            get
            {
                var open = period.NeedMatters.Where(n => n.IsOpen).ToList();
                return period.NeedMatters.IsEmpty ? "没有需求"
                    : open.Count == 0 ? "需求全部答复"
                    : $"{Numerals.Count(open.Count)}件需求没有答复，"
                        + $"{(open.Count > 1 ? "最久" : "")}{Numerals.Count(open.Max(n => n.Days))}天";
            }
        }

        /// <summary>Whose turn it is, a sentence: 示例区总工会3件（待研判2件、待答复1件），长陂镇总工会1件（待答复1件）.</summary>
        public string NeedFinding
        {
            get
            {
                var held = period
                    .NeedMatters.Where(n => n.IsOpen)
                    .GroupBy(n => n.HolderName, StringComparer.Ordinal)
                    .OrderByDescending(g => g.Count())
                    .ThenByDescending(g => g.Max(n => n.HeldDays))
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g =>
                        $"{g.Key}{Numerals.Count(g.Count())}件（"
                        + string.Join(
                            '、',
                            g.GroupBy(n => n.Stage)
                                .OrderBy(s => s.Key)
                                .Select(s => $"{s.First().StageText}{Numerals.Count(s.Count())}件")
                        )
                        + "）"
                    )
                    .ToList();
                var known = period.NeedMatters.Count(n => n.Known is { SameWords: true });
                return held.Count == 0
                    ? "没有要办的。"
                    : Phrases.Sentence(
                        $"在谁手里：{string.Join('；', held)}",
                        known > 0 ? $"其中{Numerals.Count(known)}件同样的诉求已有政策，可以照此答复" : ""
                    );
            }
        }
    }
}
