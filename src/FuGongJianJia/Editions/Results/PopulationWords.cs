using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Words about populations（总体语句）.</summary>
public static class PopulationWords
{
    private const int MostNamed = 6;

    extension(Population population)
    {
        /// <summary>镇街, 公开的基层工会.</summary>
        public string Who => population.Level == Level.Town ? "镇街" : "公开的基层工会";

        /// <summary>
        /// 24个镇街, 193家公开的基层工会; where others stand beside them, by what they have in common: 参加排名的23个镇街.
        /// </summary>
        public string Counted =>
            (population.LeftOut.Any(u => u.Standing.Counts) ? Have(population.Condition) : "") + Bare(population);

        /// <summary>Who stands no more, a sentence each with its fate; empty when nobody.</summary>
        public string EndedText => string.Concat(population.Ended.Select(u => $"{u.Name}{u.Standing.Fate}。"));

        /// <summary>
        /// Who is spoken of and who is not: 范围为有可比变化的180家公开的基层工会；另有13家没有可比变化、3家撤销，不在其中。
        /// </summary>
        public string Note
        {
            get
            {
                var (lacking, ended) = (population.LeftOut.Count(u => u.Standing.Counts), population.Ended.Count());
                var unit = population.Level == Level.Town ? "个" : "家";
                var left = new[]
                {
                    lacking > 0 ? $"{Numerals.Thousands(lacking)}{unit}{Lack(population.Condition)}" : "",
                    ended > 0 ? $"{Numerals.Thousands(ended)}{unit}{Ends(population)}" : "",
                    population.Hidden > 0 ? $"{Numerals.Thousands(population.Hidden)}{unit}不公开" : "",
                };
                var others = string.Join('、', left.Where(t => t.Length > 0));
                return $"范围为{Have(population.Condition)}{Bare(population)}"
                    + (others.Length == 0 ? "。" : $"；另有{others}，不在其中。");
            }
        }
    }

    extension(Movers movers)
    {
        /// <summary>
        /// Why those listed that are not ranked are not, a sentence: they are listed all the same; empty when all are.
        /// </summary>
        public static string UnrankedNote(IEnumerable<UnionResult> listed)
        {
            var unranked = listed
                .Where(u => !u.Ranking.IsRanked && u.Ranking.Reason is not null)
                .Select(u => $"{u.Name}{u.Ranking.ReasonText}")
                .ToList();
            return unranked.Count == 0
                ? ""
                : string.Join('；', unranked.Take(MostNamed))
                    + (unranked.Count > MostNamed ? $"等{Numerals.Count(unranked.Count)}家" : "")
                    + "，未参加排名，变化照列。";
        }
    }

    private static string Bare(Population population) =>
        $"{Numerals.Thousands(population.Count)}{(population.Level == Level.Town ? "个" : "家")}{population.Who}";

    // 撤销、分设
    private static string Ends(Population population) =>
        string.Join('、', population.Ended.Select(u => u.Standing.Word).Distinct().Order(StringComparer.Ordinal));

    private static string Have(PopulationCondition condition) =>
        condition switch
        {
            PopulationCondition.Scored => "有总指数的",
            PopulationCondition.Ranked => "参加排名的",
            PopulationCondition.Compared => "有可比变化的",
            _ => "",
        };

    private static string Lack(PopulationCondition condition) =>
        condition switch
        {
            PopulationCondition.Scored => "没有总指数",
            PopulationCondition.Ranked => "未参加排名",
            PopulationCondition.Compared => "没有可比变化",
            _ => "",
        };
}
