using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Proposes how the exports of an office are read（提出对应）. Pure: what is doubtful is asked by its name, and an answer
/// given under that name is taken instead.
/// </summary>
internal sealed partial class Proposer
{
    private const string Confirm = "待确认";

    // What stands in a required column that no export has.
    private static readonly (string Target, string Value)[] Otherwise =
    [
        ("活动.类型", "其他"),
        ("表彰.类别", "集体"),
        ("表彰.级别", "区级"),
        ("需求.类别", "其他"),
    ];

    private static readonly (string Table, string[] Words)[] Hints =
    [
        ("活动", ["活动", "台账"]),
        ("表彰", ["表彰", "荣誉", "获奖", "先进"]),
        ("需求", ["需求", "诉求", "问题清单"]),
        ("结对", ["结对", "师带徒", "拜师"]),
        ("家访汇总", ["家访"]),
        ("指标", ["指标目录", "指标体系", "指标说明", "考核办法", "评分标准"]),
        ("指数", ["指数"]),
    ];

    private readonly ImmutableArray<TableSpec> _tables;
    private readonly IReadOnlyDictionary<string, string> _answers;
    private readonly IReadOnlyList<(string Code, string Name)> _catalogue;
    private readonly List<Doubt> _doubts = [];
    private readonly List<(HeadColumn Column, ColumnGoal Target)> _also = [];
    private readonly List<(HeadIndicator Indicator, string Code, ColumnFacts Value)> _own = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _described = new(StringComparer.Ordinal);

    /// <summary>A study of exports.</summary>
    /// <param name="tables">The contract.</param>
    /// <param name="catalogue">Indicators that there are already, by code and name.</param>
    /// <param name="answers">Answers to doubts, by their names.</param>
    public Proposer(
        ImmutableArray<TableSpec> tables,
        IReadOnlyList<(string Code, string Name)> catalogue,
        IReadOnlyDictionary<string, string> answers
    ) => (_tables, _catalogue, _answers) = (tables, catalogue, answers);

    /// <summary>What is doubtful, in the order of the sheets.</summary>
    public IReadOnlyList<Doubt> Doubts => _doubts;

    /// <summary>What was found, in a sentence for each layout.</summary>
    public List<(string Where, string What)> Findings { get; } = [];

    /// <summary>What is to be added to rules that stand already: columns and words they do not have.</summary>
    public List<(
        TableRule Rule,
        ImmutableArray<ColumnRule> Columns,
        ImmutableArray<WordRule> Words
    )> Additions { get; } = [];

    /// <summary>The mapping of these grids, added to what is mapped already.</summary>
    public OfficeMapping Propose(IReadOnlyList<OfficeGrid> grids, OfficeMapping? standing, string publisher)
    {
        var layout = new SheetLayout(_tables);
        var regions = grids.SelectMany(g => layout.Find(g).Where(r => !r.Rows.IsEmpty)).ToList();
        foreach (var region in regions.Where(r => Kind(r) is "指标"))
        {
            Describe(region);
        }

        var rules = ImmutableArray.CreateBuilder<TableRule>();
        foreach (var alike in Alike(regions))
        {
            var files = Files([.. alike.Select(r => r.Grid)]);
            if (standing?.Find(alike[0]) is not { } known)
            {
                rules.Add(Rule(alike, files, null));
            }
            else if (!known.ReadAs.IsEmpty)
            {
                var whole = Rule(alike, files, known);
                Additions.Add(
                    (
                        known,
                        [.. whole.Columns.Where(c => known.Columns.All(k => k.Key != c.Key))],
                        [.. whole.Words.Where(w => !known.Words.Any(k => k.Target == w.Target && k.Theirs == w.Theirs))]
                    )
                );
            }
        }

        var made = rules.ToImmutable();
        // Where no table tells of organisations, the one that names the most of them does.
        if (
            standing is null
            && !made.Any(r => r.ReadAs.Contains(OrganisationSchema.Table.Name))
            && made.FirstOrDefault(r => r.ReadAs.Contains(ObservationSchema.Table.Name)) is { } values
        )
        {
            made = made.Replace(
                values,
                values with
                {
                    ReadAs = values.ReadAs.Insert(0, OrganisationSchema.Table.Name),
                }
            );
        }

        var district = standing?.DistrictName ?? District(regions, publisher);
        return new()
        {
            DistrictName = district,
            Direct =
                standing?.Direct
                ?? ["区直", "区直属", "直属", "区本级", "本级", "区级", "区属", "市直", "县直", "区总工会", "区直机关"],
            ZeroIsNotApplicable = standing?.ZeroIsNotApplicable ?? true,
            Tables = made,
            Indicators = standing is null || standing.Indicators.IsEmpty ? Catalogue() : [],
        };
    }

    // Regions of one layout: the same labels in the same order, whatever the file or sheet.
    private static List<List<Region>> Alike(List<Region> regions) =>
        [
            .. regions
                .GroupBy(
                    r =>
                        Shape(r.Grid.Stem, r.Grid.Place.Sheet)
                        + '\u001F'
                        + string.Join('\u001F', r.Columns.Select(c => c.Key)),
                    StringComparer.Ordinal
                )
                .Select(g => g.ToList()),
        ];

    // A workbook with a sheet for each town is one layout; so are files that differ by the town or the date alone.
    private static string Shape(string stem, string? sheet) => sheet is null ? "文本" : "工作簿";

    private static string Files(IReadOnlyList<OfficeGrid> grids)
    {
        var stems = grids.Select(g => g.Stem).Distinct(StringComparer.Ordinal).ToList();
        return (stems.Count == 1 ? Timeless(stems[0]) : Common(stems)) + ".*";
    }

    /// <summary>2025年一季度指标 → *指标: what changes from period to period stands for anything.</summary>
    private static string Timeless(string stem)
    {
        var text = TimePattern().Replace(ReadingFold.Of(stem), "*");
        text = StarPattern().Replace(text, "*");
        return text.Trim('*').Length == 0 ? "*" : text;
    }

    private static string Common(List<string> stems)
    {
        var first = Timeless(stems[0]);
        var rest = stems.Skip(1).Select(Timeless).ToList();
        var head = 0;
        while (head < first.Length && rest.TrueForAll(s => s.Length > head && s[head] == first[head]))
        {
            head++;
        }

        var tail = 0;
        while (
            tail < first.Length - head
            && rest.TrueForAll(s => s.Length - head > tail && s[^(tail + 1)] == first[^(tail + 1)])
        )
        {
            tail++;
        }

        return StarPattern().Replace($"{first[..head]}*{first[(first.Length - tail)..]}", "*");
    }

    private Noted<string> District(List<Region> regions, string publisher)
    {
        if (publisher.Length > 0)
        {
            return new(publisher, "site.yml 的主办单位");
        }

        var texts = regions.SelectMany(r => new[] { r.Title, r.Grid.Stem });
        var found = texts
            .Select(t => AreaPattern().Match(ReadingFold.Of(t)))
            .FirstOrDefault(m => m.Success)
            ?.Groups[1]
            .Value;
        var name = Answer("区级组织", "区级总工会的全称", found is null ? "某某区总工会" : found + "总工会", []);
        return new(name, found is null ? Confirm : $"{Confirm}：由标题里的“{found}”得来");
    }

    /// <summary>The rule of a layout; columns and words that another has settled stay as it says.</summary>
    private TableRule Rule(List<Region> alike, string files, TableRule? settled)
    {
        var region = alike[0];
        var place = Where(alike);
        var facts = region.Columns.ToDictionary(c => c, c => ColumnFacts.Of(region, c));
        var kind = Kind(region);
        var rule = new TableRule
        {
            Files = files,
            Sheets =
                region.Grid.Place.Sheet is null || alike.Select(r => r.Grid.Place.Sheet).Distinct().Count() > 1 ? "*"
                : Timeless(region.Grid.Place.Sheet) is var sheet && SheetPattern().IsMatch(sheet) ? "*"
                : sheet,
        };
        var targets = new Dictionary<HeadColumn, (ColumnGoal Target, string Why)>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<HeadColumn>();
        var triples = kind.Length == 0 ? IndicatorHeads.Triples(region, c => facts[c]) : [];
        foreach (var column in region.Columns.OrderBy(c => triples.Contains(c)))
        {
            if (settled?.Columns.FirstOrDefault(c => c.Key == column.Key) is { } said)
            {
                targets[column] = (said.Target, "");
                taken.Add(said.Target.Text);
                continue;
            }

            var meaning = Meaning(column, kind).Text;
            var target = meaning is null ? null : ColumnGoal.Parse(meaning, _tables);
            if (triples.Contains(column))
            {
                // 职工数, 会员数 and 入会率 below one label: numbers of an indicator first, ours where no other column is.
                unknown.Add(column);
                if (target is TableGoal { Table.Name: "组织", Column.IsNumber: true } && taken.Add(target.Text))
                {
                    _also.Add((column, target));
                }

                continue;
            }

            if (target is TableGoal { Column.IsNumber: true } && facts[column] is { Filled: > 0, IsNumeric: false })
            {
                // 职工数 below which stand words is something else.
                target = null;
            }

            if (target is null || (target is not UnreadGoal && !taken.Add(target.Text)))
            {
                unknown.Add(column);
            }
            else
            {
                targets[column] = (target, "");
            }
        }

        foreach (var column in region.Columns.Where(c => targets.GetValueOrDefault(c).Target == new UnitGoal("编码")))
        {
            if (settled is null && !TellsApart(alike, column))
            {
                targets[column] = (UnreadGoal.Only, "只是行号，不是编码");
            }
        }

        if (kind.Length == 0)
        {
            foreach (var column in unknown.Where(c => NumberLabelPattern().IsMatch(HeaderText.Key(c.Label))).ToList())
            {
                var isCode = !targets.Values.Any(t => t.Target == new UnitGoal("编码")) && TellsApart(alike, column);
                targets[column] = isCode ? (new UnitGoal("编码"), "") : (UnreadGoal.Only, "只是行号，不是编码");
                unknown.Remove(column);
            }

            Indicators(region, unknown, facts, targets, settled is not null);
        }
        else if (kind == ObservationSchema.Table.Name)
        {
            Long(region, unknown, facts, targets, settled is not null);
        }

        foreach (var column in unknown.Where(c => !targets.ContainsKey(c)))
        {
            targets[column] = Ask(place, region, column, facts[column], kind);
        }

        var tables = Tables(kind, targets.Values.Select(t => t.Target).ToList());
        var lacking = tables
            .Where(n => n is not ("组织" or "指标值"))
            .SelectMany(n => Lacking(_tables.First(t => t.Name == n), targets.Values.Select(t => t.Target)))
            .ToList();
        var fixes = lacking
            .Where(l => Otherwise.Any(o => o.Target == l))
            .Select(l =>
                (
                    ColumnGoal.Parse(l, _tables)!,
                    new Noted<string>(Otherwise.First(o => o.Target == l).Value, $"{Confirm}：导出里没有这一列")
                )
            )
            .ToImmutableArray();
        var hopeless = lacking.Where(l => Otherwise.All(o => o.Target != l)).ToList();
        if (hopeless.Count > 0)
        {
            Findings.Add((place, $"像是“{string.Join('、', tables)}”，但缺少 {string.Join('、', hopeless)}，先不读"));
            return rule with
            {
                Columns = [.. region.Columns.Select(c => new ColumnRule(c.Name, targets[c].Target, targets[c].Why))],
            };
        }

        rule = rule with
        {
            ReadAs = [.. tables],
            Columns =
            [
                .. region.Columns.SelectMany(c =>
                    _also
                        .Where(a => ReferenceEquals(a.Column, c))
                        .Select(a => new ColumnRule(c.Name, a.Target))
                        .Prepend(new ColumnRule(c.Name, targets[c].Target, targets[c].Why))
                ),
            ],
            Fixed = fixes,
            Words = [.. Words(region, alike, targets, settled)],
            Units = [.. UnitsOf(region, targets)],
            FillDown = [.. FillDown(region, targets)],
        };
        if (!targets.Values.Any(t => t.Target == new UnitGoal("镇街")) && tables.Any(n => n is "组织" or "指标值"))
        {
            rule = rule with { TownFrom = TownFrom(alike) };
        }

        Findings.Add(
            (
                place,
                settled is not null ? Settled(region, rule, settled)
                : kind == "指标" ? "指标目录，写进 对应.yml 的“指标”"
                : tables.Count == 0 ? "不读"
                : $"读作 {string.Join('、', tables)}，"
                    + $"{region.Columns.Length} 列中读 {targets.Count(t => t.Value.Target is not UnreadGoal)} 列"
                    + (rule.TownFrom.Length > 0 ? $"，镇街取自{rule.TownFrom}" : "")
            )
        );
        return rule;
    }

    private static string Settled(Region region, TableRule rule, TableRule settled)
    {
        var columns = region.Columns.Count(c => settled.Columns.All(k => k.Key != c.Key));
        var words = rule.Words.Length;
        return $"照 对应.yml 读作 {string.Join('、', settled.ReadAs)}"
            + (columns > 0 ? FormattableString.Invariant($"，多了 {columns} 列") : "")
            + (words > 0 ? FormattableString.Invariant($"，多了 {words} 个词") : "");
    }

    /// <summary>True for a column of which each cell is of its own and more than the number of a line.</summary>
    private static bool TellsApart(List<Region> alike, HeadColumn column)
    {
        var cells = alike
            .SelectMany(r =>
                r.Columns.FirstOrDefault(c => c.Key == column.Key) is { } same
                    ? r.Rows.Select(l => SheetLayout.Text(l.Row, same.Position))
                    : []
            )
            .Where(t => t.Length > 0)
            .ToList();
        return cells.Count > 0
            && cells.Distinct(StringComparer.Ordinal).Count() == cells.Count
            && !cells.Select((c, i) => c == (i + 1).ToString(CultureInfo.InvariantCulture)).All(same => same)
            && cells.Count(c => CodeText.IsSound(CodeText.Normalise(c))) * 2 >= cells.Count;
    }

    private static string Where(List<Region> alike) =>
        alike.Count == 1
            ? $"{alike[0].Grid.Place}"
            : FormattableString.Invariant($"{alike[0].Grid.Place} 等 {alike.Count} 张");

    /// <summary>The table of things (活动, 表彰 …) that a region is; empty for organisations and numbers.</summary>
    private string Kind(Region region)
    {
        var best = (Score: 0, Name: "");
        foreach (
            var (name, required) in (ReadOnlySpan<(string, string[])>)
                [
                    ("活动", ["活动名称"]),
                    ("表彰", ["荣誉名称"]),
                    ("需求", ["内容摘要"]),
                    ("结对", ["师傅", "徒弟"]),
                    ("家访汇总", ["应访人数", "实访人数"]),
                    ("指标", ["指标名称"]),
                    ("指数", ["总指数"]),
                    ("任务", ["任务名称"]),
                    ("任务流转", ["任务编码", "步骤"]),
                    ("指导", ["事由"]),
                    ("更正", ["原值", "新值"]),
                    ("目标", ["目标值"]),
                ]
        )
        {
            var columns = region
                .Columns.Select(c => Meaning(c, name).Text)
                .Where(m => m?.StartsWith(name + ".", StringComparison.Ordinal) == true)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (!required.All(r => columns.Contains($"{name}.{r}")))
            {
                continue;
            }

            var text = region.Title + region.Grid.Stem + region.Grid.Place.Sheet;
            var score =
                columns.Count
                + (
                    Hints.Any(h => h.Table == name && h.Words.Any(w => text.Contains(w, StringComparison.Ordinal)))
                        ? 2
                        : 0
                );
            if (score >= 3 && score > best.Score)
            {
                best = (score, name);
            }
        }

        // A column of names of indicators beside the unit, which comes again and again: a long table of values.
        var own = region.Columns.Select(c => Meaning(c, "").Text).ToList();
        if (
            best.Name is "指标" or ""
            && region.Columns.FirstOrDefault(c => Meaning(c, "指标值").Text == "指标值.指标编码") is { } indicators
            && region.Columns.FirstOrDefault(c => Meaning(c, "").Text is OfficeWords.UnitName or OfficeWords.UnitCode)
                is { } units
            && Repeats(region, indicators)
            && Repeats(region, units)
        )
        {
            return "指标值";
        }

        if (best.Name is "指标" or "" && own.Any(m => m is OfficeWords.UnitName or OfficeWords.UnitCode))
        {
            return "";
        }

        var organisation = own.Count(m => m?.StartsWith("组织.", StringComparison.Ordinal) == true);
        return organisation > best.Score ? "" : best.Name;
    }

    private static bool Repeats(Region region, HeadColumn column)
    {
        var texts = region.Rows.Select(r => SheetLayout.Text(r.Row, column.Position)).Where(t => t.Length > 0).ToList();
        return texts.Count > 3 && texts.Distinct(StringComparer.Ordinal).Count() * 2 <= texts.Count;
    }

    /// <summary>The numbers of a long table, and the indicators that its rows name.</summary>
    private void Long(
        Region region,
        List<HeadColumn> unknown,
        Dictionary<HeadColumn, ColumnFacts> facts,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets,
        bool isClosed
    )
    {
        var numbers = unknown.Where(c => facts[c].IsNumeric && !IndicatorHeads.IsResult(c.Label)).ToList();
        var told = numbers
            .Select(c => (Column: c, Part: IndicatorHeads.PartOf(c.Label)))
            .Where(c => c.Part is not null)
            .DistinctBy(c => c.Part)
            .Select(c => (c.Column, Part: c.Part!.Value))
            .ToImmutableArray();
        ImmutableArray<(HeadColumn Column, WidePart Part)>? parts = told.Length > 1 ? told : null;
        foreach (var column in numbers)
        {
            var part =
                parts?.FirstOrDefault(p => p.Column == column) is { Column: not null } found ? found.Part
                : parts is null && numbers.Count == 1 ? WidePart.Value
                : (WidePart?)null;
            if (part is { } known)
            {
                var name = known switch
                {
                    WidePart.Numerator => "指标值.分子",
                    WidePart.Denominator => "指标值.分母",
                    _ => "指标值.数值",
                };
                targets[column] = (ColumnGoal.Parse(name, _tables)!, "");
            }
        }

        var names = region.Columns.First(c => targets.GetValueOrDefault(c).Target?.Text == "指标值.指标编码");
        if (!isClosed)
        {
            foreach (
                var name in region
                    .Rows.Select(r => SheetLayout.Text(r.Row, names.Position))
                    .Where(t => t.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Where(n => Match(n).Code is null)
            )
            {
                Own(new(name, "", parts ?? [(numbers.Count > 0 ? numbers[0] : names, WidePart.Value)], true), facts);
            }
        }
    }

    /// <summary>What the labels of a column mean to a table; exact for a name of the contract.</summary>
    private (string? Text, bool Exact) Meaning(HeadColumn column, string table)
    {
        var spec = _tables.FirstOrDefault(t => t.Name == (table.Length == 0 ? OrganisationSchema.Table.Name : table));
        var labels = new List<string>();
        if (column.Path.Length > 1)
        {
            var key = HeaderText.Key(column.Label);
            var above = GroupPattern().Replace(HeaderText.Key(column.Path[^2]), "");
            var isSum = SumPattern().IsMatch(key);
            if (above.Length > 0 && (isSum || !IndicatorHeads.IsBare(column.Label)))
            {
                labels.Add(above + key);
            }

            if (isSum)
            {
                labels.Add(above);
            }

            if (isSum || IndicatorHeads.IsBare(column.Label))
            {
                // 应完成 by itself is no column of ours, and neither is 总数.
                return labels.Select(l => OfficeWords.Meaning(l, table)).FirstOrDefault(m => m is not null) is { } told
                    ? (told, false)
                    : (null, false);
            }
        }

        labels.Insert(0, column.Label);
        foreach (var label in labels)
        {
            if (spec?.Find(label) is { } named && table.Length > 0)
            {
                return (ColumnGoal.Parse($"{spec.Name}.{named.Name}", _tables)?.Text, true);
            }

            if (OfficeWords.Meaning(label, table) is { } meaning)
            {
                return (meaning, false);
            }

            if (spec?.Find(label) is { } own)
            {
                return (ColumnGoal.Parse($"{spec.Name}.{own.Name}", _tables)?.Text, true);
            }
        }

        return IndicatorHeads.IsResult(column.Label) ? (OfficeWords.Unwanted, false) : (null, false);
    }

    private static List<string> Tables(string kind, List<ColumnGoal> targets)
    {
        if (kind.Length > 0)
        {
            return kind == "指标" ? [] : [kind];
        }

        var isNamed = targets.Any(t => t is UnitGoal { What: "名称" or "编码" });
        var tables = new List<string>();
        if (isNamed && targets.Any(t => t is TableGoal { Table.Name: "组织" }))
        {
            tables.Add("组织");
        }

        if (isNamed && targets.Any(t => t is IndicatorGoal))
        {
            tables.Add("指标值");
        }

        return tables;
    }

    private static IEnumerable<string> Lacking(TableSpec table, IEnumerable<ColumnGoal> targets)
    {
        var held = targets.OfType<TableGoal>().Where(t => t.Table == table).Select(t => t.Column).ToHashSet();
        var isNamed = targets.Any(t => t is UnitGoal);
        return table
            .Columns.Where(c =>
                c.IsRequired
                && !held.Contains(c)
                && !(c is { IsKey: true, Kind: CellKind.Code } && c.Ordinal == 0)
                && !(c.Kind == CellKind.Organisation && isNamed)
            )
            .Select(c => $"{table.Name}.{c.Name}");
    }

    private void Indicators(
        Region region,
        List<HeadColumn> unknown,
        Dictionary<HeadColumn, ColumnFacts> facts,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets,
        bool isClosed
    )
    {
        var text = region.Title + region.Grid.Stem + region.Grid.Place.Sheet;
        var isOfNumbers = NumbersPattern().IsMatch(text);
        var found = IndicatorHeads.Find(region, unknown, c => facts[c]);
        foreach (var indicator in found)
        {
            var (code, why) = Match(indicator.Name);
            var single = indicator.Columns.Length == 1;
            var stands =
                code is not null
                || !single
                || IndicatorHeads.PartOf(indicator.Name) == WidePart.Value
                || (
                    !FactPattern().IsMatch(HeaderText.Key(indicator.Name))
                    && (isOfNumbers || IndexHints.Of(indicator.Name).Index is not null)
                );
            if (!stands)
            {
                continue;
            }

            if (isClosed && code is null)
            {
                // A catalogue that is in use takes no more by itself: its points make a hundred.
                foreach (var (column, _) in indicator.Columns)
                {
                    targets[column] = (
                        UnreadGoal.Only,
                        $"{Confirm}：像一项新指标，要用的在“指标”里加一行，再写 指标值.编码"
                    );
                }

                continue;
            }

            // 入会率 beside 职工数 and 会员数: the two are its numbers as well.
            var whole = indicator;
            if (single && Base(region, indicator.Columns[0].Column, facts, targets) is { } numbers)
            {
                whole = indicator with { Columns = [.. numbers, .. indicator.Columns] };
            }

            code ??= Own(whole, facts);
            foreach (var (column, part) in whole.Columns.Where(c => !indicator.Columns.Contains(c)))
            {
                _also.Add((column, new IndicatorGoal(code, part)));
            }

            foreach (var (column, part) in indicator.Columns)
            {
                targets[column] = (
                    new IndicatorGoal(code, part),
                    (why, indicator.Sure) switch
                    {
                        ({ Length: > 0 }, _) => $"{Confirm}：{why}",
                        (_, false) => $"{Confirm}：由数算出来的关系认的",
                        _ => "",
                    }
                );
            }
        }
    }

    /// <summary>Two columns of ours of which a rate is the quotient; null when there are none.</summary>
    private static ImmutableArray<(HeadColumn, WidePart)>? Base(
        Region region,
        HeadColumn rate,
        Dictionary<HeadColumn, ColumnFacts> facts,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets
    )
    {
        var numbers = region
            .Columns.Where(c => targets.GetValueOrDefault(c).Target is TableGoal { Column.IsNumber: true })
            .ToList();
        foreach (var over in numbers)
        {
            foreach (var under in numbers.Where(u => u != over))
            {
                if (IndicatorHeads.IsQuotient(facts[over].Numbers, facts[under].Numbers, facts[rate].Numbers))
                {
                    return [(over, WidePart.Numerator), (under, WidePart.Denominator)];
                }
            }
        }

        return null;
    }

    /// <summary>The indicator of the catalogue that a name means.</summary>
    private (string? Code, string Why) Match(string name)
    {
        var key = HeaderText.Key(name);
        foreach (var (code, title) in _catalogue)
        {
            if (HeaderText.Key(title) == key || HeaderText.Key(code) == key || HeaderText.Key(code + title) == key)
            {
                return (code, "");
            }
        }

        var near =
            Suggest.Nearest(key, _catalogue.Select(c => c.Name))
            ?? _catalogue
                .Select(c => c.Name)
                .FirstOrDefault(n =>
                    key.Length >= 3
                    && (n.Contains(key, StringComparison.Ordinal) || key.Contains(n, StringComparison.Ordinal))
                );
        return near is null ? (null, "") : (_catalogue.First(c => c.Name == near).Code, $"指标目录里的“{near}”");
    }

    private string Own(HeadIndicator indicator, Dictionary<HeadColumn, ColumnFacts> facts)
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
    private void Describe(Region region)
    {
        var columns = region
            .Columns.Select(c => (Column: c, Meaning(c, "指标").Text))
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
                var cell = SheetLayout.Text(row.Row, column.Position);
                if (cell.Length == 0 && text == "指标.指数")
                {
                    cell = above.GetValueOrDefault(text, "");
                }

                above[text!] = cell;
                cells[text![3..]] = cell;
            }

            _described.TryAdd(HeaderText.Key(SheetLayout.Text(row.Row, name.Position)), cells);
        }
    }

    private ImmutableArray<IndicatorRule> Catalogue()
    {
        var indexes = _own.Select(o => Place(o.Indicator)).ToArray();

        // Every index needs one: what no word tells goes where there is none yet, then to the smallest.
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i].Index is null)
            {
                var least = Vocabulary.Indexes.Select(k => k.Word()).MinBy(k => indexes.Count(x => x.Index == k))!;
                var answer = Answer(
                    $"指数 {_own[i].Indicator.Name}",
                    $"指标“{_own[i].Indicator.Name}”归哪个指数",
                    least,
                    [.. Vocabulary.Indexes.Select(k => k.Word())]
                );
                indexes[i] = (answer, $"{Confirm}：看不出归哪个指数");
            }
        }

        foreach (var empty in Vocabulary.Indexes.Select(k => k.Word()).Where(k => indexes.All(x => x.Index != k)))
        {
            var largest = indexes.GroupBy(x => x.Index).Where(g => g.Count() > 1).MaxBy(g => g.Count())?.Key;
            if (largest is not null && Array.FindLastIndex(indexes, x => x.Index == largest) is >= 0 and var at)
            {
                indexes[at] = (empty, $"{Confirm}：{empty}指数还没有指标，先放在这里");
            }
        }

        return
        [
            .. _own.Select(
                (o, i) =>
                {
                    var same = Enumerable
                        .Range(0, indexes.Length)
                        .Where(k => indexes[k].Index == indexes[i].Index)
                        .ToList();
                    var told = _described.GetValueOrDefault(HeaderText.Key(o.Indicator.Name));
                    var weights = same.Select(k => Weight(_own[k].Indicator.Name)).ToList();
                    // Points of the export where they are all told, brought to a hundred; equal ones elsewhere.
                    var sum = weights.Sum(w => w ?? 0m);
                    var isTold = weights.TrueForAll(w => w > 0m);
                    var shares = weights
                        .Select(w =>
                            decimal.Round(
                                isTold ? w!.Value / sum * 100m : 100m / same.Count,
                                2,
                                MidpointRounding.AwayFromZero
                            )
                        )
                        .ToList();
                    shares[^1] += 100m - shares.Sum();
                    var (rule, parameter, unit, pooled, levels) = RuleOf(o.Indicator, o.Value);
                    if (
                        told?.GetValueOrDefault("参数") is { Length: > 0 } target
                        && NumberCell.TryParse(target, out var number)
                    )
                    {
                        parameter = ExactNumber.Of(
                            number.Value is > 0m and <= 1m && rule == "达标比例" ? number.Value * 100m : number.Value
                        );
                    }

                    var why = new List<string>();
                    if (indexes[i].Why.Length > 0)
                    {
                        why.Add(indexes[i].Why);
                    }

                    if (!isTold)
                    {
                        why.Add(why.Count == 0 ? $"{Confirm}：分值平均分" : "分值平均分");
                    }

                    if (rule == "达标比例" && o.Indicator.Columns.Length == 1)
                    {
                        why.Add("只有百分数，没有分子分母，上级不汇总");
                    }

                    ImmutableArray<(string, string)> cells =
                    [
                        ("指标编码", o.Code),
                        ("指标名称", o.Indicator.Name),
                        ("指数", indexes[i].Index!),
                        ("规则", rule),
                        ("参数", parameter),
                        ("分值", ExactNumber.Of(shares[same.IndexOf(i)])),
                        ("汇总方式", pooled),
                        ("单位", unit),
                        ("方向", "↑"),
                        ("适用层级", levels),
                        ("版本", "1"),
                    ];
                    if (told?.GetValueOrDefault("口径") is { Length: > 0 } definition)
                    {
                        cells = cells.Add(("口径", definition));
                    }

                    return new IndicatorRule([.. cells.Where(c => c.Item2.Length > 0)], string.Join("；", why));
                }
            ),
        ];

        (string? Index, string Why) Place(HeadIndicator indicator)
        {
            var told = _described.GetValueOrDefault(HeaderText.Key(indicator.Name))?.GetValueOrDefault("指数") ?? "";
            var (byGroup, _) = IndexHints.Of(told.Length > 0 ? told : indicator.Group);
            var (byName, word) = IndexHints.Of(indicator.Name);
            return byGroup is not null ? (byGroup, "")
                : byName is not null ? (byName, $"{Confirm}：由“{word}”归入{byName}")
                : (null, "");
        }

        decimal? Weight(string name) =>
            _described.GetValueOrDefault(HeaderText.Key(name))?.GetValueOrDefault("分值") is { } text
            && NumberCell.TryParse(text, out var number)
                ? number.Value
                : null;
    }

    private static (string Rule, string Parameter, string Unit, string Pooled, string Levels) RuleOf(
        HeadIndicator indicator,
        ColumnFacts facts
    )
    {
        if (indicator.Columns.Length > 1)
        {
            return ("达标比例", "100", "%", "合并比率", "全部");
        }

        if (facts.IsYesNo)
        {
            return ("是否", "", "是/否", "达标单位占比", "基层");
        }

        if (facts.IsPercent || IndicatorHeads.PartOf(indicator.Name) == WidePart.Value)
        {
            return ("达标比例", "100", "%", "不汇总", "全部");
        }

        var numbers = facts.Numbers.Where(n => n > 0m).Select(n => n!.Value).Order().ToList();
        var middle = numbers.Count == 0 ? 1m : decimal.Ceiling(numbers[numbers.Count / 2]);
        return ("计数", ExactNumber.Of(middle), "个", "求和", "基层");
    }

    private (ColumnGoal Target, string Why) Ask(
        string place,
        Region region,
        HeadColumn column,
        ColumnFacts facts,
        string kind
    )
    {
        if (facts.Filled == 0)
        {
            return (UnreadGoal.Only, "空列");
        }

        if (PersonalHeaders.IsPersonal(column.Label) || PersonalHeaders.IsName(column.Label))
        {
            return (UnreadGoal.Only, "个人信息");
        }

        var samples = string.Join('、', facts.Words.Take(3).Select(Diagnostic.Quote));
        var question = $"{place} 的列“{column.Name}”是什么（如{samples}）";
        var text = Answer($"列 {region.Grid.Stem}|{column.Name}", question, OfficeWords.Unwanted, []);
        var asked = _answers.ContainsKey($"列 {region.Grid.Stem}|{column.Name}");
        return ColumnGoal.Parse(text, _tables) is { } target
            ? (target, asked ? "" : $"{Confirm}：不认识这一列")
            : (UnreadGoal.Only, $"{Confirm}：不认识这一列");
    }

    private IEnumerable<WordRule> Words(
        Region region,
        List<Region> alike,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets,
        TableRule? settled
    )
    {
        foreach (var (column, (target, _)) in targets.OrderBy(t => t.Key.Position))
        {
            if (target is not TableGoal { Table.Name: "组织", Column: { Kind: CellKind.Word } spec })
            {
                continue;
            }

            var words = alike
                .SelectMany(r =>
                    r.Columns.FirstOrDefault(c => c.Key == column.Key) is { } same ? ColumnFacts.Of(r, same).Words : []
                )
                .Distinct(StringComparer.Ordinal);
            foreach (var word in words)
            {
                if (Known(spec, word) || settled?.Words.Any(w => w.Target == target && w.Theirs == word) == true)
                {
                    continue;
                }

                var guess =
                    spec == OrganisationSchema.Category ? (UnitNames.CategoryOf(word) ?? UnitCategory.Other).Word()
                    : spec == OrganisationSchema.Kind
                        ? word.Contains('独', StringComparison.Ordinal) ? "基层工会"
                            : UnitNames.KindOf(word, Level.Grassroots).Word()
                    : spec == OrganisationSchema.Level ? UnitNames.LevelOf(word).Word()
                    : "正常";
                var name = $"值 {spec.Name}|{word}";
                var ours = Answer(name, $"“{spec.Name}”里的“{word}”算哪一种", guess, spec.Words);
                yield return new(target, word, ours, _answers.ContainsKey(name) ? "" : Confirm);
            }
        }
    }

    private static bool Known(ColumnSpec spec, string word) =>
        spec == OrganisationSchema.Category ? OrganisationVocabulary.Categories.TryParse(word, out _)
        : spec == OrganisationSchema.Kind ? OrganisationVocabulary.Kinds.TryParse(word, out _)
        : spec == OrganisationSchema.Level ? OrganisationVocabulary.Levels.TryParse(word, out _)
        : OrganisationVocabulary.Statuses.TryParse(word, out _);

    private static IEnumerable<(string, string)> UnitsOf(
        Region region,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets
    )
    {
        foreach (
            var column in region.Columns.Where(c =>
                targets[c].Target is TableGoal { Column.IsNumber: true } or IndicatorGoal
            )
        )
        {
            var unit = HeaderText.Remarks(column.Label).Select(HeadUnit.Parse).FirstOrDefault(u => u is not null);
            if (unit is { Scale: not 1m })
            {
                yield return (column.Name, unit.Text);
            }
        }
    }

    // A cell merged down in a workbook was filled when it was read; in a text file only the first row has it.
    private static IEnumerable<string> FillDown(
        Region region,
        Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets
    )
    {
        foreach (var column in region.Columns.Where(c => targets[c].Target is UnitGoal { What: "镇街" }))
        {
            var texts = region.Rows.Select(r => SheetLayout.Text(r.Row, column.Position)).ToList();
            if (texts.Count > 2 && texts[0].Length > 0 && texts.Count(t => t.Length == 0) * 3 >= texts.Count)
            {
                yield return column.Name;
            }
        }
    }

    private static string TownFrom(List<Region> alike)
    {
        if (alike.Exists(r => r.Rows.Any(l => l.Section.Length > 0)))
        {
            return "";
        }

        var sheets = alike.Select(r => r.Grid.Place.Sheet ?? "").ToList();
        return sheets.TrueForAll(s => UnitNames.IsTown(s)) ? "工作表名"
            : alike.TrueForAll(r => UnitNames.TownOf(r.Title).Length > 0) ? "标题"
            : alike.TrueForAll(r => UnitNames.TownOf(r.Grid.Stem).Length > 0) ? "文件名"
            : alike.Count > 1
            && sheets.Distinct().Count() == alike.Count
            && sheets.TrueForAll(s => !SheetPattern().IsMatch(s))
                ? "工作表名"
            : "";
    }

    private string Answer(string name, string question, string otherwise, ImmutableArray<string> choices)
    {
        if (_answers.TryGetValue(name, out var answer))
        {
            return answer;
        }

        if (_doubts.TrueForAll(d => d.Name != name))
        {
            _doubts.Add(new(name, question, otherwise, choices));
        }

        return otherwise;
    }

    [GeneratedRegex(
        "(20\\d{2}[-_.年]?(0?[1-9]|1[0-2])?[-_.月]?([0-2]?\\d|3[01])?[日号]?|20\\d{2}|"
            + "[零〇一二三四五六七八九]{4}年)(年度?|度|学年)?|第?[一二三四1-4]季度|Q[1-4]|H[12]|[上下]半年|(1[0-2]|0?[1-9])(-|至|"
            + "~)?(1[0-2]|0?[1-9])?月份?|全年|\\(\\d+\\)|副本|最终版?|定稿|v\\d+|\\d{6,}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimePattern();

    [GeneratedRegex("[\\s_\\-]*\\*[\\s_\\-\\*]*")]
    private static partial Regex StarPattern();

    [GeneratedRegex("^[0-9年度季月*]*([^0-9\\s（(《“]{1,6}?[区县市旗])(?!直|属|级)")]
    private static partial Regex AreaPattern();

    [GeneratedRegex("^(sheet|工作表|表)\\s*\\d*$|^\\*$", RegexOptions.IgnoreCase)]
    private static partial Regex SheetPattern();

    [GeneratedRegex("(情况|信息|统计|明细|数据|人数|数|概况|状况)$")]
    private static partial Regex GroupPattern();

    [GeneratedRegex("(职工|员工|会员|党员|农民工|女工|人员|劳务工|女|男|用工|户|编制|总)(人)?(数|人数|总数)?$")]
    private static partial Regex FactPattern();

    [GeneratedRegex("^(编号|编码|代码|代号|号码)$")]
    private static partial Regex NumberLabelPattern();

    [GeneratedRegex("^(合计|总计|总数|小计|总人数|人数|数量|总量|数)$")]
    private static partial Regex SumPattern();

    [GeneratedRegex("指标|考核|完成情况|评价|完成率|考评|测评|指数|晾晒|比拼|进度")]
    private static partial Regex NumbersPattern();
}

/// <summary>A question that only the office can answer（存疑）.</summary>
/// <param name="Name">By which an answer is given.</param>
/// <param name="Question">Without a question mark.</param>
/// <param name="Proposed">What is taken without an answer.</param>
/// <param name="Choices">The answers there are; none for a text.</param>
public sealed record Doubt(string Name, string Question, string Proposed, ImmutableArray<string> Choices);
