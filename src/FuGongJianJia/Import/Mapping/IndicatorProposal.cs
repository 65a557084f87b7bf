using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Which columns of a layout are numbers of which indicators（提出的指标列）: indicators in the head, in the rows, or one that
/// the sheet, the title or the file names.
/// </summary>
/// <param name="alike">The regions of the layout.</param>
/// <param name="tables">The contract.</param>
/// <param name="catalogue">Takes up the indicators that are found.</param>
/// <param name="facts">What the columns of the first region are.</param>
/// <param name="targets">Takes what each column is.</param>
/// <param name="also">Takes what a column is besides.</param>
internal sealed partial class IndicatorProposal(
    List<Region> alike,
    ImmutableArray<TableSpec> tables,
    CatalogueProposal catalogue,
    Dictionary<HeadColumn, ColumnFacts> facts,
    Dictionary<HeadColumn, (ColumnGoal Target, string Why)> targets,
    List<(HeadColumn Column, ColumnGoal Target)> also
)
{
    private readonly Region _region = alike[0];

    /// <summary>
    /// 应完成 and 已完成 and nothing of what: the sheet, the title or the file says it. Where; empty when it is not so.
    /// </summary>
    public string OfWhole(List<HeadColumn> unknown)
    {
        var numbers = unknown.Where(c => facts[c] is { IsNumeric: true }).ToList();
        var parts = numbers.ConvertAll(c => HeadWords.PartOf(c.Label));
        if (
            numbers.Count == 0
            || numbers.Exists(c => c.Path.Length > 1 || !HeadWords.IsBare(c.Label))
            || parts.Contains(null)
            || parts.Distinct().Count() < parts.Count
        )
        {
            return "";
        }

        var from = TableRule.Places.FirstOrDefault(p =>
            alike.ConvertAll(r => r.Named(p)) is var names
            && names.TrueForAll(n => n.Length > 1)
            && names.Distinct(StringComparer.Ordinal).Count() == names.Count
        );
        if (from is null)
        {
            return "";
        }

        ImmutableArray<(HeadColumn, WidePart)> columns = [.. numbers.Select((c, i) => (c, parts[i]!.Value))];
        foreach (
            var name in alike
                .Select(r => r.Named(from))
                .Where(n => !catalogue.IsClosed && catalogue.Match(n).Code is null)
        )
        {
            catalogue.Own(new(name, "", columns, true), facts);
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            targets[numbers[i]] = (PartGoal(parts[i]!.Value), "");
        }

        return from;
    }

    /// <summary>The numbers of a long table, and the indicators that its rows name.</summary>
    public void OfRows(List<HeadColumn> unknown)
    {
        var numbers = unknown.Where(c => facts[c].IsNumeric && !HeadWords.IsResult(c.Label)).ToList();
        var told = numbers
            .Select(c => (Column: c, Part: HeadWords.PartOf(c.Label)))
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
                targets[column] = (PartGoal(known), "");
            }
        }

        var names = _region.Columns.First(c => targets.GetValueOrDefault(c).Target?.Text == "指标值.指标编码");
        if (catalogue.IsClosed)
        {
            return;
        }

        foreach (
            var name in _region
                .Rows.Select(r => SheetCells.Text(r.Row, names.Position))
                .Where(t => t.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Where(n => catalogue.Match(n).Code is null)
        )
        {
            catalogue.Own(
                new(name, "", parts ?? [(numbers.Count > 0 ? numbers[0] : names, WidePart.Value)], true),
                facts
            );
        }
    }

    private ColumnGoal PartGoal(WidePart part) =>
        ColumnGoal.Parse(
            part switch
            {
                WidePart.Numerator => "指标值.分子",
                WidePart.Denominator => "指标值.分母",
                _ => "指标值.数值",
            },
            tables
        )!;

    /// <summary>Indicators in the head, each with one to three numbers.</summary>
    public void OfHeads(List<HeadColumn> unknown)
    {
        var text = _region.Title + _region.Grid.Stem + _region.Grid.Place.Sheet;
        var isOfNumbers = NumbersPattern().IsMatch(text);
        var left = unknown.Where(c => !targets.ContainsKey(c)).ToList();
        foreach (var indicator in IndicatorHeads.Find(_region, left, c => facts[c]))
        {
            var (code, why) = catalogue.Match(indicator.Name);
            var single = indicator.Columns.Length == 1;
            var stands =
                code is not null
                || !single
                || indicator.Columns[0].Part == WidePart.Both
                || HeadWords.PartOf(indicator.Name) == WidePart.Value
                || (!IsFact(indicator) && (isOfNumbers || IndexHints.Of(indicator.Name).Index is not null));
            if (!stands)
            {
                continue;
            }

            if (catalogue.IsClosed && code is null)
            {
                // A catalogue that is in use takes no more by itself: its points make a hundred.
                foreach (var (column, _) in indicator.Columns)
                {
                    targets[column] = (
                        UnreadGoal.Only,
                        $"{Questions.Confirm}：像一项新指标，要用的在“指标”里加一行，再写 指标值.编码"
                    );
                }

                continue;
            }

            var unit = ValueProposal.UnitOf(
                _region,
                indicator.Columns[0].Column,
                new IndicatorGoal("K", WidePart.Numerator)
            );
            // 入会率 beside 职工数 and 会员数: the two are its numbers as well.
            var whole = indicator with
            {
                Scale = unit?.Scale ?? 1m,
            };
            if (single && Base(indicator.Columns[0].Column) is { } numbers)
            {
                whole = whole with { Columns = [.. numbers, .. indicator.Columns] };
            }

            code ??= catalogue.Own(whole, facts);
            foreach (var (column, part) in whole.Columns.Where(c => !indicator.Columns.Contains(c)))
            {
                also.Add((column, new IndicatorGoal(code, part)));
            }

            foreach (var (column, part) in indicator.Columns)
            {
                targets[column] = (
                    new IndicatorGoal(code, part),
                    (why, indicator.Sure) switch
                    {
                        ({ Length: > 0 }, _) => $"{Questions.Confirm}：{why}",
                        (_, false) => $"{Questions.Confirm}：由数算出来的关系认的",
                        _ => "",
                    }
                );
            }
        }
    }

    // 职工数 and the like tell of a unit and measure nothing; 慰问困难职工（户） does.
    private static bool IsFact(HeadIndicator indicator) =>
        FactPattern().IsMatch(HeaderText.Key(indicator.Name))
        && HeadWords.UnitOf(indicator.Columns[0].Column.Label) is "" or "人" or "名";

    /// <summary>Two columns of ours of which a rate is the quotient; null when there are none.</summary>
    private ImmutableArray<(HeadColumn, WidePart)>? Base(HeadColumn rate)
    {
        var numbers = _region
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

    [GeneratedRegex("(职工|员工|会员|党员|农民工|女工|人员|劳务工|女|男|用工|编制|总)(人)?(数|人数|总数)?$")]
    private static partial Regex FactPattern();

    [GeneratedRegex("指标|考核|完成情况|评价|完成率|考评|测评|指数|晾晒|比拼|进度")]
    private static partial Regex NumbersPattern();
}
