using System.Collections.Immutable;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>Sentences about a period（综述）: finding, summary paragraphs, one finding an index and an indicator.</summary>
public static class PeriodWords
{
    private const int Leaders = 3;
    private const int FewestToCount = 3;

    extension(PeriodEdition edition)
    {
        /// <summary>
        /// The finding（一句话结论）: total, grade, change, towns that reach 良好, the lowest index.
        /// </summary>
        public string Finding => Conclusion(edition);

        /// <summary>What the figures of a part of the year cover（口径）; empty for a year.</summary>
        public string Scope => Coverage(edition);

        /// <summary>
        /// Summary paragraphs（综述）: the whole, the five indexes, towns, unions, work done.
        /// </summary>
        public ImmutableArray<string> Summary =>
            [
                .. new[]
                {
                    Whole(edition),
                    FiveIndexes(edition),
                    Towns(edition),
                    Unions(edition),
                    string.Concat(edition.Tasks?.Finding, edition.Guidance?.Finding, edition.Needs?.Finding),
                }.Where(p => p.Length > 0),
            ];

        /// <summary>The finding of an index（一句话结论）.</summary>
        public string FindingOf(IndexKey key) => Index(edition, key);

        /// <summary>The finding of an indicator（一句话结论）.</summary>
        public string FindingOf(IndicatorView view)
        {
            ArgumentNullException.ThrowIfNull(view);
            return Indicator(
                view,
                edition.District,
                edition.PopulationOf(Level.Town).Members,
                edition.PopulationOf(Level.Grassroots).Members
            );
        }
    }

    private static string Conclusion(PeriodEdition edition)
    {
        var district = edition.District;
        if (district.Total is not { } total)
        {
            return $"{edition.Period.Title}全区尚无可计分的指标，未形成总指数。";
        }

        var towns = edition.PopulationOf(Level.Town).With(PopulationCondition.Scored);
        var graded = towns.Members.Any(t => t.Grade is not null);
        var good = towns.Members.Count(t => t.Grade is Grade.Excellent or Grade.Good);
        var lowest = district.Lowest is { } key ? district.Indexes[(int)key] : null;
        return Phrases.Sentence(
            $"{edition.Period.Title}全区总指数{Phrases.Points(total)}{StandingWords.Graded(district.Grade)}",
            ChangeWords.Comparable(district.Change, edition.Period),
            graded && good > 0 ? $"{towns.Counted}中有{Numerals.Count(good)}个达到良好及以上" : "",
            lowest?.Value is { } value
                ? $"{UnionWords.Scored(district)}指数中{lowest.Key.Title()}最低，为{Phrases.Points(value)}"
                : ""
        );
    }

    private static string Coverage(PeriodEdition edition)
    {
        var (period, method) = (edition.Period, edition.Method);
        if (period.Kind == PeriodKind.Year)
        {
            return "";
        }

        var step = period.Kind switch
        {
            PeriodKind.Month => "月",
            PeriodKind.Quarter => "季",
            _ => "期",
        };
        return (period.End.Month == 1 ? "" : $"指标值、任务和指导为1月至{Numerals.Count(period.End.Month)}月的累计数，")
            + (
                !period.EndsEarly ? "对照全年目标计分；"
                : method.IsProRata
                    ? $"年初累计的指标对照全年目标的{Numerals.Count(period.MonthsElapsed)}/12（序时进度）计分；"
                : $"得分与全年目标相比，逐{step}上升属正常；"
            )
            + (method.IsGraded ? "" : "年末之前不评等次；")
            + $"活动、需求和表彰为{period.WithinWord}发生数。"
            + (edition.Base is null ? "上年没有同期数据，本期不作同比。" : "")
            + (edition.DiffersFromYear ? YearWords.LastPart(period) : "");
    }

    private static string Indicator(
        IndicatorView view,
        UnionResult district,
        IReadOnlyList<UnionResult> towns,
        IReadOnlyList<UnionResult> unions
    )
    {
        var whole = district.IndicatorOf(view.Code);
        var clauses = new List<string>();
        if (whole is { Withheld: Withheld.No, Score: { } score })
        {
            var value = whole.IsVeiled ? "" : $"为{whole.ValueWithUnit}，";
            clauses.Add($"全区{Phrases.Quote(view.Name)}{value}得{Phrases.Points(score)}");
            if (whole is { IsEvent: false, Change: { } change })
            {
                clauses.Add(change == 0m ? "按可比口径得分持平" : $"按可比口径得分{Numerals.Moved(change)}");
            }
        }

        // That nothing happened is no achievement.
        if (view.Variants[0].Nature != IndicatorNature.Event)
        {
            Full(towns, "镇街", clauses, view.Code);
            Full(unions, "基层工会", clauses, view.Code);
        }

        return clauses.Count == 0 ? $"{Phrases.Quote(view.Name)}当期没有可计分的数据。" : Phrases.Sentence(clauses);
    }

    private static void Full(IReadOnlyList<UnionResult> units, string who, List<string> clauses, string code)
    {
        var scored = units.Select(u => u.IndicatorOf(code)).Where(i => i?.Score is not null).ToList();
        if (scored.Count < FewestToCount)
        {
            return;
        }

        var full = scored.Count(i => i!.Score >= 100m);
        var withheld = units.Count(u => u.IndicatorOf(code) is { Withheld: not Withheld.No });
        var (all, beside) = (
            $"{(withheld > 0 ? "公布得分的" : "")}{Numerals.Count(scored.Count)}个{who}",
            withheld > 0 ? $"（另有{Numerals.Count(withheld)}个不公布）" : ""
        );
        clauses.Add(
            (
                full == 0 ? $"{all}均未得满分"
                : full == scored.Count ? $"{all}均得满分"
                : $"{all}中{Numerals.Count(full)}个得满分"
            ) + beside
        );
    }

    private static string Whole(PeriodEdition edition)
    {
        var district = edition.District;
        if (district.Total is not { } total)
        {
            return Conclusion(edition);
        }

        var text =
            $"{edition.Period.Title}，全区总指数为{Phrases.Points(total)}{StandingWords.Graded(district.Grade)}，"
            + $"指标覆盖率{Numerals.PercentInText(district.Coverage)}。";
        if (district.Change is not { } change)
        {
            return text;
        }

        var against = Phrases.Against(edition.Period);
        text += "总指数" + Phrases.Moved(change.Headline, against);
        List<string> parts = [];
        if (change.Comparable is { } comparable)
        {
            parts.Add($"按可比口径{Numerals.Moved(comparable)}");
        }

        if (change.Catalogue != 0m)
        {
            parts.Add($"指标目录调整使其{Numerals.Moved(change.Catalogue)}");
        }

        if (change.Coverage != 0m)
        {
            parts.Add($"报送范围变化使其{Numerals.Moved(change.Coverage)}");
        }

        return text
            + (
                parts.Count == 0 || (parts.Count == 1 && change.Comparable == change.Headline)
                    ? "。"
                    : $"：{string.Join('，', parts)}。"
            );
    }

    private static string FiveIndexes(PeriodEdition edition)
    {
        var valued = edition
            .District.Indexes.Where(i => i.Value is not null)
            .OrderByDescending(i => i.Value)
            .ThenBy(i => i.Key)
            .ToList();
        if (valued.Count == 0)
        {
            return "";
        }

        var text =
            "五项指数由高到低依次为"
            + string.Join('、', valued.Select(i => $"{i.Key.Title()}{Phrases.Points(i.Value!.Value)}"))
            + "。";
        // What rose by fewer events alone is no rise.
        var changed = valued
            .Where(i => i.Change < 0m || i.Rise > 0m)
            .OrderByDescending(i => i.Change)
            .ThenBy(i => i.Key)
            .ToList();
        if (changed.Count == 0 || edition.District.Change is not { } change)
        {
            return text;
        }

        var against = Phrases.Against(edition.Period);
        var up = changed.Where(i => i.Change > 0m).ToList();
        var down = changed.Where(i => i.Change < 0m).Reverse().ToList();
        var clauses = new List<string>();
        if (up.Count > 0)
        {
            clauses.Add(Moved(up, against, "提高"));
        }

        if (down.Count > 0)
        {
            clauses.Add(Moved(down, up.Count > 0 ? "同期" : against, "下降"));
        }

        return text + "按可比口径，" + string.Join("；", clauses) + "。";
    }

    // 红色指数和活力指数比上年有所提高，其中红色指数提高1.2分; the largest comes first.
    private static string Moved(List<IndexResult> indexes, string against, string direction)
    {
        var first = indexes[0].Key.Title();
        return $"{Phrases.And([.. indexes.Select(i => i.Key.Title())])}{against}有所{direction}，"
            + $"{(indexes.Count > 1 ? $"其中{first}" : "")}{Numerals.Moved(indexes[0].Change!.Value)}";
    }

    private static string Towns(PeriodEdition edition)
    {
        var total = edition.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Town);
        if (total is null)
        {
            return "";
        }

        var text =
            $"{edition.PopulationOf(Level.Town).With(PopulationCondition.Scored).Counted}中，{Counted(total)}"
            + $"总指数中位数为{Phrases.Points(total.Median)}，"
            + $"最高与最低相差{Phrases.Points(total.Maximum - total.Minimum)}。";
        var first = edition
            .Towns.Where(t => t.Ranking.Place is not null)
            .OrderBy(t => t.Ranking.Place)
            .ThenBy(t => t.Code, StringComparer.Ordinal)
            .ToList();
        var leaders = first
            .TakeWhile((t, n) => n < Leaders || t.Ranking.Place == first[Leaders - 1].Ranking.Place)
            .ToList();
        if (first.Count > Leaders && leaders.Count <= 5)
        {
            var names = leaders.Select(t => $"{t.Organisation.ShortName}（{Phrases.Points(t.Total!.Value)}）");
            text += $"指数居前的是{string.Join('、', names)}。";
        }

        return
            edition.MoversOf(Level.Town).Rising.FirstOrDefault()
                is { Ranking.Place: not null, Change.Comparable: { } up } riser
            ? text
                + $"按可比口径，{riser.Organisation.ShortName}{Phrases.Against(edition.Period)}"
                + $"{Numerals.Moved(up)}，升幅居各镇街首位。"
            : text;
    }

    private static string Unions(PeriodEdition edition)
    {
        var total = edition.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Grassroots);
        if (total is null)
        {
            return "";
        }

        var unions = edition.PopulationOf(Level.Grassroots);
        var ranked = unions.With(PopulationCondition.Ranked).Count;
        var gaps = unions.Members.Count(u =>
            u.Indicators.Any(i => i.State is ObservationState.Missing or ObservationState.Doubtful)
        );
        var counted = total.Count == unions.Count ? "" : $"{Numerals.Count(total.Count)}个有总指数，";
        var half = Numerals.Range(
            Numerals.ScoreInText(total.LowerQuartile),
            Numerals.ScoreInText(total.UpperQuartile),
            "分"
        );
        var text =
            $"{unions.Counted}中，"
            + $"{counted}{Counted(total)}总指数中位数为{Phrases.Points(total.Median)}，"
            + $"中间一半的工会在{half}之间。";
        return text
            + $"{Numerals.Count(ranked)}个工会参加分组排名"
            + (gaps > 0 ? $"，{Numerals.Count(gaps)}个工会有缺报或存疑的指标。" : "，各工会均无缺报。");
    }

    // 优秀3个、良好15个；
    private static string Counted(Distribution distribution) =>
        distribution.Grades.IsEmpty ? "" : Phrases.GradeCounts(distribution.Grades) + "；";

    private static string Index(PeriodEdition edition, IndexKey key)
    {
        var whole = edition.District.Indexes[(int)key];
        if (whole.Value is not { } value)
        {
            return $"{key.Title()}当期没有可计分的数据。";
        }

        var town = edition.Distributions.FirstOrDefault(d => d.Index == key && d.Level == Level.Town);
        var best = edition.Towns.Where(t => t.Indexes[(int)key].Place == 1).ToList();
        var change =
            whole.Change is { } moved && edition.District.Change is { } against
                ? "按可比口径" + Phrases.Moved(moved, Phrases.Against(edition.Period))
                : "";
        var loss = edition.District.Losses.FirstOrDefault(i => i.Indicator.Index == key);
        return Phrases.Sentence(
            $"{key.Title()}全区{Phrases.Points(value)}{StandingWords.Graded(whole.Grade)}",
            change,
            town is null
                ? ""
                : $"镇街中位数为{Phrases.Points(town.Median)}"
                    + (best.Count == 1 ? $"，{best[0].Organisation.ShortName}居首" : ""),
            loss is null ? "" : $"失分主要在{Phrases.Quote(loss.Indicator.Name)}"
        );
    }
}
