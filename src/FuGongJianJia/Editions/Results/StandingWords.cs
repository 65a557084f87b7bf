using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Words about places（名次语句）.</summary>
public static class StandingWords
{
    extension(Ranking ranking)
    {
        /// <summary>第3名 or 并列第3名, else the band; — when there is neither.</summary>
        public string Text =>
            ranking.Place is { } place
                ? $"{(ranking.Tied ? "并列" : "")}第{Numerals.Count(place)}名"
                : ranking.Band?.Word() ?? Numerals.None;

        /// <summary>A place in a table: 3, 并列3, else the band, else —.</summary>
        public string TableText =>
            ranking.Place is { } place ? (ranking.Tied ? "并列" : "") + Numerals.Count(place) : ranking.Text;

        /// <summary>The band（档次）in words; empty when there is none or it is not shown.</summary>
        public string BandText => ranking.Band?.Word() ?? "";

        /// <summary>Why not ranked, a phrase; empty when ranked.</summary>
        public string ReasonText =>
            ranking.Reason switch
            {
                null => "",
                NotRanked.District => "全区不参加排名",
                NotRanked.NotPublic => "不公开单位",
                NotRanked.ByStatus { Status: OrganisationStatus.New } => "当期新建",
                NotRanked.ByStatus { Status: OrganisationStatus.Merged } => "已合并",
                NotRanked.ByStatus => "已撤销",
                NotRanked.LowCoverage low =>
                    $"覆盖率{Numerals.Score(low.Coverage)}%，低于{Numerals.Plain(low.Minimum)}%",
                NotRanked.SmallGroup few => $"所在组可排名的单位不足{Numerals.Count(few.Minimum)}个",
                _ => "无可计分数据",
            };
    }

    /// <summary>“，等次为良好”; empty where the period is not graded.</summary>
    internal static string Graded(Grade? grade) => grade is { } given ? $"，等次为{given.Word()}" : "";

    /// <summary>前三分之一, 前25%, 其余.</summary>
    public static string Word(this Band band) =>
        band.Kind switch
        {
            BandKind.FirstThird => "前三分之一",
            BandKind.MiddleThird => "中间三分之一",
            BandKind.LastThird => "后三分之一",
            BandKind.Top => $"前{Numerals.Count(band.Percent)}%",
            _ => "其余",
        };
}
