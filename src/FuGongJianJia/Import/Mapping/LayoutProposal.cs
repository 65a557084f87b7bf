using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// The rule by which one layout is read（提出一种表格的对应）: first what heads say, then what the numbers below them are, then
/// what is asked.
/// </summary>
internal sealed partial class LayoutProposal
{
    // What stands in a required column that no export has.
    private static readonly (string Target, string Value)[] Otherwise =
    [
        ("活动.类型", "其他"),
        ("表彰.类别", "集体"),
        ("表彰.级别", "区级"),
        ("需求.类别", "其他"),
    ];

    private readonly List<Region> _alike;
    private readonly Region _region;
    private readonly TableRule? _settled;
    private readonly ImmutableArray<TableSpec> _tables;
    private readonly TableKinds _kinds;
    private readonly CatalogueProposal _catalogue;
    private readonly Questions _questions;
    private readonly string _kind;
    private readonly Dictionary<HeadColumn, ColumnFacts> _facts;
    private readonly Dictionary<HeadColumn, (ColumnGoal Target, string Why)> _targets = [];
    private readonly List<(HeadColumn Column, ColumnGoal Target)> _also = [];
    private readonly List<HeadColumn> _unknown = [];

    /// <summary>A study of the regions of one layout.</summary>
    /// <param name="alike">The regions.</param>
    /// <param name="settled">The rule that stands; its columns and words stay as it says. Null for a new
    /// layout.</param>
    /// <param name="tables">The contract.</param>
    /// <param name="kinds">What heads mean.</param>
    /// <param name="catalogue">Takes up the indicators that are found.</param>
    /// <param name="questions">What is asked.</param>
    public LayoutProposal(
        List<Region> alike,
        TableRule? settled,
        ImmutableArray<TableSpec> tables,
        TableKinds kinds,
        CatalogueProposal catalogue,
        Questions questions
    )
    {
        (_alike, _region, _settled, _tables) = (alike, alike[0], settled, tables);
        (_kinds, _catalogue, _questions) = (kinds, catalogue, questions);
        _kind = kinds.Of(_region);
        _facts = _region.Columns.ToDictionary(c => c, c => ColumnFacts.Of(_region, c));
    }

    /// <summary>Where the layout stands.</summary>
    public string Place =>
        _alike.Count == 1
            ? $"{_region.Grid.Place}"
            : FormattableString.Invariant($"{_region.Grid.Place} 等 {_alike.Count} 张");

    /// <summary>What was found, in a sentence.</summary>
    public string Finding { get; private set; } = "";

    /// <summary>The rule.</summary>
    public TableRule Rule()
    {
        KnownHeads();
        RowNumbers();
        var indicatorFrom = "";
        var indicators = new IndicatorProposal(_alike, _tables, _catalogue, _facts, _targets, _also);
        if (_kind.Length == 0)
        {
            indicatorFrom = _settled?.IndicatorFrom ?? indicators.OfWhole(_unknown);
            indicators.OfHeads(_unknown);
        }
        else if (_kind == ObservationSchema.Table.Name)
        {
            indicators.OfRows(_unknown);
        }

        foreach (var column in _unknown.Where(c => !_targets.ContainsKey(c)))
        {
            _targets[column] = Ask(column);
        }

        var rule = new TableRule
        {
            Files = FilePatterns.Of(_alike.Select(r => r.Grid)),
            Sheets = FilePatterns.OfSheets([.. _alike.Select(r => r.Grid)]),
            IsTurned = _region.Grid.IsTurned,
        };
        var tables = Tables();
        var lacking = tables
            .Where(n => n is not ("组织" or "指标值"))
            .SelectMany(n => Lacking(_tables.First(t => t.Name == n)))
            .ToList();
        var hopeless = lacking.Where(l => Otherwise.All(o => o.Target != l)).ToList();
        if (hopeless.Count > 0)
        {
            Finding = $"像是“{string.Join('、', tables)}”，但缺少 {string.Join('、', hopeless)}，先不读";
            return rule with
            {
                Columns = [.. _region.Columns.Select(c => new ColumnRule(c.Name, _targets[c].Target, _targets[c].Why))],
            };
        }

        rule = rule with
        {
            ReadAs = [.. tables],
            Columns =
            [
                .. _region.Columns.SelectMany(c =>
                    _also
                        .Where(a => ReferenceEquals(a.Column, c))
                        .Select(a => new ColumnRule(c.Name, a.Target))
                        .Prepend(new ColumnRule(c.Name, _targets[c].Target, _targets[c].Why))
                ),
            ],
            Fixed =
            [
                .. lacking.Select(l =>
                    (
                        ColumnGoal.Parse(l, _tables)!,
                        new Noted<string>(
                            Otherwise.First(o => o.Target == l).Value,
                            $"{Questions.Confirm}：导出里没有这一列"
                        )
                    )
                ),
            ],
            Words = [.. new ValueProposal(_questions).Words(_alike, _targets, _settled)],
            Units = [.. ValueProposal.Units(_region, _targets)],
            FillDown = [.. ValueProposal.FillDown(_region, _targets)],
            IndicatorFrom = tables.Count > 0 ? indicatorFrom : "",
        };
        if (!Goes("镇街") && tables.Any(n => n is "组织" or "指标值"))
        {
            rule = rule with { TownFrom = ValueProposal.TownFrom(_alike, indicatorFrom) };
        }

        Finding = Found(rule);
        return rule;
    }

    private bool Goes(string what) => _targets.Values.Any(t => t.Target == new UnitGoal(what));

    private string Found(TableRule rule)
    {
        if (_settled is not null)
        {
            var columns = _region.Columns.Count(c => _settled.Columns.All(k => k.Key != c.Key));
            return $"照 对应.yml 读作 {string.Join('、', _settled.ReadAs)}"
                + (columns > 0 ? FormattableString.Invariant($"，多了 {columns} 列") : "")
                + (rule.Words.Length > 0 ? FormattableString.Invariant($"，多了 {rule.Words.Length} 个词") : "");
        }

        if (rule.ReadAs.IsEmpty)
        {
            return _kind == "指标" ? "指标目录，写进 对应.yml 的“指标”" : "不读";
        }

        var (of, measure) = rule.IsTurned ? ("一列一个工会，", "行") : ("", "列");
        return $"{of}读作 {string.Join('、', rule.ReadAs)}，"
            + $"{_region.Columns.Length} {measure}中读 {_targets.Count(t => t.Value.Target is not UnreadGoal)} {measure}"
            + (rule.TownFrom.Length > 0 ? $"，镇街取自{rule.TownFrom}" : "")
            + (rule.IndicatorFrom.Length > 0 ? $"，指标取自{rule.IndicatorFrom}" : "");
    }

    /// <summary>What the words of the heads say by themselves.</summary>
    private void KnownHeads()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var triples = _kind.Length == 0 ? IndicatorHeads.Triples(_region, c => _facts[c]) : [];
        foreach (var column in _region.Columns.OrderBy(c => triples.Contains(c)))
        {
            if (_settled?.Columns.FirstOrDefault(c => c.Key == column.Key) is { } said)
            {
                _targets[column] = (said.Target, "");
                taken.Add(said.Target.Text);
                continue;
            }

            var meaning = _kinds.Meaning(column, _kind).Text;
            var target = meaning is null ? null : ColumnGoal.Parse(meaning, _tables);
            if (triples.Contains(column))
            {
                // 职工数, 会员数 and 入会率 below one label: numbers of an indicator first, ours where no other column is.
                _unknown.Add(column);
                if (target is TableGoal { Table.Name: "组织", Column.IsNumber: true } && taken.Add(target.Text))
                {
                    _also.Add((column, target));
                }

                continue;
            }

            if (target is TableGoal { Column.IsNumber: true } && _facts[column] is { Filled: > 0, IsNumeric: false })
            {
                // 职工数 below which stand words is something else.
                target = null;
            }

            if (target is null || (target is not UnreadGoal && !taken.Add(target.Text)))
            {
                _unknown.Add(column);
            }
            else
            {
                _targets[column] = (target, "");
            }
        }
    }

    /// <summary>A column of codes that only count the rows is none; one that tells rows apart may be.</summary>
    private void RowNumbers()
    {
        foreach (var column in _region.Columns.Where(c => _targets.GetValueOrDefault(c).Target == new UnitGoal("编码")))
        {
            if (_settled is null && !TellsApart(column))
            {
                _targets[column] = (UnreadGoal.Only, "只是行号，不是编码");
            }
        }

        if (_kind.Length > 0)
        {
            return;
        }

        foreach (var column in _unknown.Where(c => NumberLabelPattern().IsMatch(HeaderText.Key(c.Label))).ToList())
        {
            var isCode = !Goes("编码") && TellsApart(column);
            _targets[column] = isCode ? (new UnitGoal("编码"), "") : (UnreadGoal.Only, "只是行号，不是编码");
            _unknown.Remove(column);
        }
    }

    /// <summary>True for a column of which each cell is of its own and more than the number of a line.</summary>
    private bool TellsApart(HeadColumn column)
    {
        var cells = _alike
            .SelectMany(r =>
                r.Columns.FirstOrDefault(c => c.Key == column.Key) is { } same
                    ? r.Rows.Select(l => SheetCells.Text(l.Row, same.Position))
                    : []
            )
            .Where(t => t.Length > 0)
            .ToList();
        return cells.Count > 0
            && cells.Distinct(StringComparer.Ordinal).Count() == cells.Count
            && !cells.Select((c, i) => c == (i + 1).ToString(CultureInfo.InvariantCulture)).All(same => same)
            && cells.Count(c => CodeText.IsSound(CodeText.Normalise(c))) * 2 >= cells.Count;
    }

    private List<string> Tables()
    {
        if (_kind.Length > 0)
        {
            return _kind == "指标" ? [] : [_kind];
        }

        var isNamed = Goes("名称") || Goes("编码");
        var targets = _targets.Values.Select(t => t.Target).ToList();
        var tables = new List<string>();
        if (isNamed && targets.Exists(t => t is TableGoal { Table.Name: "组织" }))
        {
            tables.Add("组织");
        }

        if (isNamed && targets.Exists(t => t is IndicatorGoal or TableGoal { Table.Name: "指标值" }))
        {
            tables.Add("指标值");
        }

        return tables;
    }

    private IEnumerable<string> Lacking(TableSpec table)
    {
        var held = _targets
            .Values.Select(t => t.Target)
            .OfType<TableGoal>()
            .Where(t => t.Table == table)
            .Select(t => t.Column)
            .ToHashSet();
        var isNamed = _targets.Values.Any(t => t.Target is UnitGoal);
        return table
            .Columns.Where(c =>
                c.IsRequired
                && !held.Contains(c)
                && !(c is { IsKey: true, Kind: CellKind.Code } && c.Ordinal == 0)
                && !(c.Kind == CellKind.Organisation && isNamed)
            )
            .Select(c => $"{table.Name}.{c.Name}");
    }

    private (ColumnGoal Target, string Why) Ask(HeadColumn column)
    {
        if (_facts[column].Filled == 0)
        {
            return (UnreadGoal.Only, "空列");
        }

        if (PersonalHeaders.IsPersonal(column.Label) || PersonalHeaders.IsName(column.Label))
        {
            return (UnreadGoal.Only, "个人信息");
        }

        var samples = string.Join('、', _facts[column].Words.Take(3).Select(Diagnostic.Quote));
        var name = $"列 {_region.Grid.Stem}|{column.Name}";
        var text = _questions.Ask(name, $"{Place} 的列“{column.Name}”是什么（如{samples}）", OfficeWords.Unwanted, []);
        return ColumnGoal.Parse(text, _tables) is { } target
            ? (target, _questions.IsAnswered(name) ? "" : $"{Questions.Confirm}：不认识这一列")
            : (UnreadGoal.Only, $"{Questions.Confirm}：不认识这一列");
    }

    [GeneratedRegex("^(编号|编码|代码|代号|号码)$")]
    private static partial Regex NumberLabelPattern();
}
