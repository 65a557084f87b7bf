using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Sentences about units that stand no more, and about new ones（状态语句）.</summary>
public static class UnitStandingWords
{
    extension(UnitStanding standing)
    {
        /// <summary>正常, 新建, 合并, 分设, 换编码, 撤销.</summary>
        public string Word =>
            standing switch
            {
                UnitStanding.New => "新建",
                UnitStanding.Merged => "合并",
                UnitStanding.Split => "分设",
                UnitStanding.Recoded => "换编码",
                UnitStanding.Dissolved => "撤销",
                UnitStanding.Unlisted => "以后没有列出",
                _ => "正常",
            };

        /// <summary>
        /// What became of it, a phrase without a subject: 已于2024年二季度撤销, 已于2023年并入“甲”; empty for 正常.
        /// </summary>
        public string Fate =>
            standing switch
            {
                UnitStanding.Standing => "",
                UnitStanding.New { Since: { } on } => $"{Numerals.Date(on)}成立",
                UnitStanding.New => "当期新建",
                UnitStanding.Unlisted { When: { } last } => $"{last.Title}以后的数据没有列出",
                UnitStanding.Ended { Into.IsEmpty: true } ended => $"已{On(ended)}{standing.Word}",
                UnitStanding.Merged merged => $"已{On(merged)}并入{Names(merged)}",
                UnitStanding.Split split => $"已{On(split)}分设为{Names(split)}",
                UnitStanding.Ended ended => $"已{On(ended)}改由{Names(ended)}承接",
                _ => "",
            };

        /// <summary>The last result, a sentence; empty when there is none, or it stands still.</summary>
        public string LastText =>
            standing is UnitStanding.Ended { Last: { } last }
                ? $"最近一次有效结果是{last.Period.Title}：总指数{Phrases.Points(last.Total)}。"
                : "";
    }

    private static string On(UnitStanding.Ended ended) => ended.When is { } when ? $"于{when.Title}" : "";

    private static string Names(UnitStanding.Ended ended) => AncestryWords.Names([.. ended.Into.Select(s => s.Name)]);
}
