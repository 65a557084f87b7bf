using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// The catalogue that the exports of an office imply（提出的指标目录）: which indicators there are, and by which index, rule,
/// points and pooling.
/// </summary>
/// <param name="catalogue">Indicators that there are already, by code and name.</param>
/// <param name="isClosed">True for a catalogue that is in use and takes no more.</param>
/// <param name="kinds">What heads mean.</param>
/// <param name="questions">What is asked.</param>
internal sealed class CatalogueProposal(
    IReadOnlyList<(string Code, string Name)> catalogue,
    bool isClosed,
    TableKinds kinds,
    Questions questions
)
{
    /// <summary>True for a catalogue that is in use and takes no more.</summary>
    public bool IsClosed => isClosed;

    private readonly List<(HeadIndicator Indicator, string Code, ColumnFacts Value)> _own = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _described = new(StringComparer.Ordinal);

    /// <summary>The indicator of the catalogue that a name means.</summary>
    public (string? Code, string Why) Match(string name)
    {
        var key = HeaderText.Key(name);
        foreach (var (code, title) in catalogue)
        {
            if (HeaderText.Key(title) == key || HeaderText.Key(code) == key || HeaderText.Key(code + title) == key)
            {
                return (code, "");
            }
        }

        var near =
            Suggest.Nearest(key, catalogue.Select(c => c.Name))
            ?? catalogue
                .Select(c => c.Name)
                .FirstOrDefault(n =>
                    key.Length >= 3
                    && (n.Contains(key, StringComparison.Ordinal) || key.Contains(n, StringComparison.Ordinal))
                );
        return near is null ? (null, "") : (catalogue.First(c => c.Name == near).Code, $"指标目录里的“{near}”");
    }

    /// <summary>The code of an indicator that the catalogue does not have; a new one the first time.</summary>
    public string Own(HeadIndicator indicator, Dictionary<HeadColumn, ColumnFacts> facts)
    {
        var key = HeaderText.Key(indicator.Name);
        if (!_codes.TryGetValue(key, out var code))
        {
            code = "K" + (_codes.Count + 1).ToString("00", CultureInfo.InvariantCulture);
            _codes.Add(key, code);
            var value = indicator.Columns.FirstOrDefault(c => c.Part == WidePart.Value).Column;
            _own.Add((indicator, code, facts[value ?? indicator.Columns[0].Column]));
        }

        return code;
    }

    /// <summary>A sheet that tells of indicators: index, points, target, definition.</summary>
    public void Describe(Region region)
    {
        var columns = region
            .Columns.Select(c => (Column: c, kinds.Meaning(c, "指标").Text))
            .Where(c => c.Text?.StartsWith("指标.", StringComparison.Ordinal) == true)
            .DistinctBy(c => c.Text, StringComparer.Ordinal)
            .ToList();
        var name = columns.Find(c => c.Text == "指标.指标名称").Column;
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in region.Rows)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (column, text) in columns)
            {
                var cell = SheetCells.Text(row.Row, column.Position);
                if (cell.Length == 0 && text == "指标.指数")
                {
                    cell = above.GetValueOrDefault(text, "");
                }

                above[text!] = cell;
                cells[text![3..]] = cell;
            }

            _described.TryAdd(HeaderText.Key(SheetCells.Text(row.Row, name.Position)), cells);
        }
    }

    /// <summary>The rows of the catalogue, for indicators that were found and stand nowhere yet.</summary>
    /// <param name="headCounts">职工数 and 会员数, where the exports have them: percentages can be weighed by them.</param>
    public ImmutableArray<IndicatorRule> Rows(IReadOnlySet<string> headCounts)
    {
        var indexes = _own.Select(o => Place(o.Indicator)).ToArray();

        // What no word tells goes where there is least, marked.
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i].Index is null)
            {
                var least = Vocabulary.Indexes.Select(k => k.Word()).MinBy(k => indexes.Count(x => x.Index == k))!;
                var answer = questions.Ask(
                    $"指数 {_own[i].Indicator.Name}",
                    $"指标“{_own[i].Indicator.Name}”归哪个指数",
                    least,
                    [.. Vocabulary.Indexes.Select(k => k.Word())]
                );
                indexes[i] = (answer, $"{Questions.Confirm}：看不出归哪个指数");
            }
        }

        return
        [
            .. _own.Select(
                (o, i) =>
                    Row(
                        o,
                        (indexes[i].Index!, indexes[i].Why),
                        [.. _own.Where((_, k) => indexes[k].Index == indexes[i].Index).Select(x => x.Indicator)],
                        headCounts
                    )
            ),
        ];
    }

    private IndicatorRule Row(
        (HeadIndicator Indicator, string Code, ColumnFacts Value) own,
        (string Name, string Why) index,
        List<HeadIndicator> same,
        IReadOnlySet<string> headCounts
    )
    {
        var told = Told(own.Indicator);
        var (share, isTold) = Share(own.Indicator, same);
        var rule = RuleOf(own.Indicator, own.Value);
        if (told?.GetValueOrDefault("参数") is { Length: > 0 } target && NumberCell.TryParse(target, out var number))
        {
            rule = rule with
            {
                Parameter = ExactNumber.Of(
                    number.Value is > 0m and <= 1m && rule.Rule == "达标比例" ? number.Value * 100m : number.Value
                ),
            };
        }

        var why = new List<string>();
        if (index.Why.Length > 0)
        {
            why.Add(index.Why);
        }

        if (!isTold)
        {
            why.Add(why.Count == 0 ? $"{Questions.Confirm}：分值平均分" : "分值平均分");
        }

        if (rule.Rule == "达标比例" && !own.Indicator.HasBase)
        {
            rule = rule with { Pooled = Weighing(own.Indicator.Name, headCounts) };
            why.Add(
                rule.Pooled == Aggregation.None.Word()
                    ? "只有百分数，没有分子分母，上级不汇总"
                    : $"只有百分数，镇街和全区{rule.Pooled}"
            );
        }

        ImmutableArray<(string, string)> cells =
        [
            ("指标编码", own.Code),
            ("指标名称", own.Indicator.Name),
            ("指数", index.Name),
            ("规则", rule.Rule),
            ("参数", rule.Parameter),
            ("分值", ExactNumber.Of(share)),
            ("汇总方式", rule.Pooled),
            ("单位", rule.Unit),
            ("方向", "↑"),
            ("适用层级", rule.Levels),
            ("版本", "1"),
            ("口径", told?.GetValueOrDefault("口径") ?? ""),
        ];
        return new([.. cells.Where(c => c.Item2.Length > 0)], string.Join("；", why));
    }

    /// <summary>
    /// Points of the export where they are all told, brought to a hundred; equal ones elsewhere. The last of an index
    /// takes what rounding leaves.
    /// </summary>
    private (decimal Share, bool IsTold) Share(HeadIndicator indicator, List<HeadIndicator> same)
    {
        var weights = same.ConvertAll(Points);
        var isTold = weights.TrueForAll(w => w > 0m);
        var sum = weights.Sum(w => w ?? 0m);
        var shares = weights.ConvertAll(w =>
            decimal.Round(isTold ? w!.Value / sum * 100m : 100m / same.Count, 2, MidpointRounding.AwayFromZero)
        );
        shares[^1] += 100m - shares.Sum();
        return (shares[same.IndexOf(indicator)], isTold);
    }

    private (string? Index, string Why) Place(HeadIndicator indicator)
    {
        var told = Told(indicator)?.GetValueOrDefault("指数") ?? "";
        var (byGroup, _) = IndexHints.Of(told.Length > 0 ? told : indicator.Group);
        var (byName, word) = IndexHints.Of(indicator.Name);
        return byGroup is not null ? (byGroup, "")
            : byName is not null ? (byName, $"{Questions.Confirm}：由“{word}”归入{byName}")
            : (null, "");
    }

    // 分值 of the sheet of indicators, else the points that the head states: 建会入会（15分）.
    private decimal? Points(HeadIndicator indicator) =>
        Told(indicator)?.GetValueOrDefault("分值") is { } text && NumberCell.TryParse(text, out var number)
            ? number.Value
            : HeadWords.PointsOf(indicator.Columns[0].Column.Label);

    private Dictionary<string, string>? Told(HeadIndicator indicator) =>
        _described.GetValueOrDefault(HeaderText.Key(indicator.Name));

    /// <summary>
    /// How percentages without numerators go upward: weighed by the heads that the name speaks of, where the exports
    /// count them, else not at all.
    /// </summary>
    private string Weighing(string name, IReadOnlySet<string> headCounts)
    {
        var guess =
            headCounts.Contains("会员数") && HeadWords.IsOfMembers(name) ? Aggregation.ByMembers
            : headCounts.Contains("职工数") && HeadWords.IsOfWorkers(name) ? Aggregation.ByWorkers
            : Aggregation.None;
        return guess == Aggregation.None
            ? guess.Word()
            : questions.Ask(
                $"汇总 {name}",
                $"指标“{name}”只有百分数，镇街和全区怎样得出",
                guess.Word(),
                [Aggregation.ByWorkers.Word(), Aggregation.ByMembers.Word(), Aggregation.None.Word()]
            );
    }

    private static ProposedRule RuleOf(HeadIndicator indicator, ColumnFacts facts)
    {
        if (indicator.HasBase)
        {
            return new("达标比例", "100", "%", "合并比率", "全部");
        }

        if (facts.IsYesNo)
        {
            return new("是否", "", "是/否", "达标单位占比", "基层");
        }

        if (HeadWords.PointsOf(indicator.Columns[0].Column.Label) is { } points)
        {
            // Points that somebody gave: out of what the head states, and no sum of them means anything.
            return new("计数", ExactNumber.Of(points), "分", "不汇总", "全部");
        }

        if (facts.IsPercent || HeadWords.PartOf(indicator.Name) == WidePart.Value)
        {
            return new("达标比例", "100", "%", "不汇总", "全部");
        }

        var numbers = facts.Numbers.Where(n => n > 0m).Select(n => n!.Value * indicator.Scale).Order().ToList();
        var middle = numbers.Count == 0 ? 1m : decimal.Ceiling(numbers[numbers.Count / 2]);
        var unit = HeadWords.UnitOf(indicator.Columns[0].Column.Label);
        return new("计数", ExactNumber.Of(middle), unit.Length > 0 ? unit : "个", "求和", "基层");
    }

    private sealed record ProposedRule(string Rule, string Parameter, string Unit, string Pooled, string Levels);
}
