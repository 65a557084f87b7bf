using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>Reads 指标.</summary>
internal static class IndicatorBinder
{
    /// <summary>
    /// The catalogue of a folder in catalogue order; <see cref="IndicatorIndex.None"/> when it has none or it cannot be
    /// read.
    /// </summary>
    public static IndicatorIndex Read(PeriodTables tables)
    {
        var rows = new List<(Indicator Indicator, SourcePlace Place)>();
        var broken = new List<string>();
        var keys = new KeyGuard();
        var read = tables.Read(
            IndicatorSchema.Table,
            row =>
            {
                if (Bind(row) is not { } indicator)
                {
                    broken.Add(HeaderText.Key(row.Cleaned(IndicatorSchema.Code)));
                    broken.Add(HeaderText.Key(row.Cleaned(IndicatorSchema.Title)));
                }
                else if (
                    keys.IsFirst(
                        row,
                        IndicatorSchema.Code,
                        string.Join(
                            '\u001F',
                            indicator.Code,
                            indicator.Version,
                            string.Join('|', indicator.Levels),
                            string.Join('|', indicator.Categories),
                            string.Join('|', indicator.Kinds)
                        )
                    )
                )
                {
                    rows.Add((indicator, row.Place));
                }
            }
        );
        if (!read)
        {
            return IndicatorIndex.None;
        }

        var sorted = rows.OrderBy(r => r.Indicator.Index)
            .ThenBy(r => r.Indicator.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Indicator.Version, StringComparer.Ordinal)
            .ThenBy(r => r.Indicator.Levels.Min())
            .ThenBy(r => r.Indicator.Categories.IsEmpty ? -1 : (int)r.Indicator.Categories.Min())
            .ThenBy(r => r.Place.Line)
            .ToList();
        CatalogueChecks.Check(tables, sorted, broken.Count > 0);
        return new([.. sorted.Select(r => r.Indicator)], broken, complete: true);
    }

    private static Indicator? Bind(DataRow row)
    {
        var code = row.Code(IndicatorSchema.Code);
        var version = row.Text(IndicatorSchema.Version);
        var name = row.Text(IndicatorSchema.Title);
        var index = row.Word(IndicatorSchema.Index, IndicatorVocabulary.Indexes);
        var unit = ReadingFold.Of(row.Text(IndicatorSchema.Unit));
        var higher = Direction(row);
        var rule = RuleOf(row, unit);
        var weight = row.Number(IndicatorSchema.Weight, 0m, 1000m);
        if (weight == 0m)
        {
            row.Report(CatalogueCodes.WeightNotPositive, IndicatorSchema.Weight, "分值应大于 0。不用的指标请删掉。");
        }

        var levels = Levels(row);
        var (categories, kinds) = Applies(row);
        var aggregation = row.Word(IndicatorSchema.Aggregation, IndicatorVocabulary.Aggregations);
        var year = row.Whole(IndicatorSchema.EffectiveYear);
        var bound = row.Number(IndicatorSchema.UpperBound, 0m, 1000m);
        var indicator = new
        {
            Responsible = row.Text(IndicatorSchema.Responsible),
            Source = row.Text(IndicatorSchema.Source),
            Definition = row.Text(IndicatorSchema.Definition),
            Change = row.Text(IndicatorSchema.ChangeNote),
            Mandatory = row.YesNo(IndicatorSchema.Mandatory) ?? false,
            Veto = row.YesNo(IndicatorSchema.Veto) ?? false,
            Timing = row.Word(IndicatorSchema.Timing, IndicatorVocabulary.Timings),
            Publicity = row.Word(IndicatorSchema.Publicity, IndicatorVocabulary.Publicities),
            Nature = row.Word(IndicatorSchema.Nature, IndicatorVocabulary.Natures),
            Remedy = row.Text(IndicatorSchema.Remedy),
            Owner = row.Text(IndicatorSchema.Owner),
        };
        return row.Failed
            ? null
            : new()
            {
                Code = code,
                Version = version,
                Name = name,
                Index = index!.Value,
                Unit = unit,
                HigherIsBetter = higher!.Value,
                Rule = rule!,
                Weight = weight!.Value,
                Levels = levels,
                Categories = categories,
                Kinds = kinds,
                Aggregation = aggregation!.Value,
                Responsible = indicator.Responsible,
                Source = indicator.Source,
                Definition = indicator.Definition,
                EffectiveYear = year,
                ChangeNote = indicator.Change,
                Mandatory = indicator.Mandatory,
                Veto = indicator.Veto,
                Timing = indicator.Timing ?? Timing.PointInTime,
                Publicity = indicator.Publicity ?? Publicity.Figures,
                Nature = indicator.Nature ?? IndicatorNature.Work,
                Remedy = indicator.Remedy,
                Owner = indicator.Owner,
                UpperBound = bound,
            };
    }

    private static bool? Direction(DataRow row)
    {
        var text = row.Text(IndicatorSchema.Direction);
        switch (ReadingFold.Of(text))
        {
            case "↑" or "正向" or "正" or "越高越好" or "高" or "+" or "高优":
                return true;
            case "↓" or "逆向" or "负向" or "负" or "越低越好" or "低" or "低优":
                return false;
            case "":
                return null;
            default:
                row.Report(
                    CellCodes.BadWord,
                    IndicatorSchema.Direction,
                    $"“方向”应为 ↑ 或 ↓（也可写 正向、逆向），读到{Diagnostic.Quote(text)}。"
                );
                return null;
        }
    }

    private static Rule? RuleOf(DataRow row, string unit)
    {
        var kind = row.Word(IndicatorSchema.Rule, IndicatorVocabulary.Rules);
        var text = row.Cleaned(IndicatorSchema.Parameter);
        if (kind is not { } known)
        {
            return null;
        }

        var rule = RuleParameters.Parse(known, CellCleaner.IsBlank(text) ? "" : text, out var problem);
        if (rule is null)
        {
            row.Report(CatalogueCodes.BadParameter, IndicatorSchema.Parameter, $"“参数”与规则不相配：{problem}。");
        }
        else if (IsFraction(rule, unit) && !ReadingFold.Of(text).Contains('%', StringComparison.Ordinal))
        {
            row.Report(
                CatalogueCodes.BadParameter,
                IndicatorSchema.Parameter,
                $"“参数”{Diagnostic.Quote(text)}说不清是百分数还是小数：0.8 是 80% 还是 0.8%？请写成 80 或 80%。"
            );
        }

        return rule;
    }

    /// <summary>
    /// A target or a set of tiers of percentages of which none is above 1: 0.8 for 80 would give everybody full marks.
    /// </summary>
    private static bool IsFraction(Rule rule, string unit) =>
        rule.Kind switch
        {
            RuleKind.TargetRatio => rule.Target <= 1m,
            RuleKind.Tiers => unit == "%" && rule.Tiers.Max(t => t.Threshold) is <= 1m,
            _ => false,
        };

    private static ImmutableArray<Level> Levels(DataRow row)
    {
        var text = row.Text(IndicatorSchema.Levels);
        var levels = new SortedSet<Level>();
        foreach (var part in Split(text))
        {
            if (part is "全部" or "全" or "所有")
            {
                levels.UnionWith(Enum.GetValues<Level>());
            }
            else if (OrganisationVocabulary.Levels.TryParse(part, out var level))
            {
                levels.Add(level);
            }
            else
            {
                row.Report(
                    CellCodes.BadWord,
                    IndicatorSchema.Levels,
                    $"“适用层级”应为 {string.Join('、', IndicatorSchema.Levels.Words)}，多个用 | 隔开，读到{Diagnostic.Quote(part)}。"
                );
            }
        }

        if (levels.Count == 0 && !row.Failed)
        {
            row.Report(
                CellCodes.Empty,
                IndicatorSchema.Levels,
                $"“适用层级”里一个层级也没有，应为 {string.Join('、', IndicatorSchema.Levels.Words)}，"
                    + $"多个用 | 隔开，读到{Diagnostic.Quote(text)}。"
            );
        }

        return [.. levels];
    }

    private static (ImmutableArray<UnitCategory> Categories, ImmutableArray<OrganisationKind> Kinds) Applies(
        DataRow row
    )
    {
        var text = row.Text(IndicatorSchema.Applies);
        var categories = new SortedSet<UnitCategory>();
        var kinds = new SortedSet<OrganisationKind>();
        foreach (var part in Split(text))
        {
            if (part is "全部" or "全" or "所有")
            {
                return ([], []);
            }

            if (OrganisationVocabulary.Categories.TryParse(part, out var category))
            {
                categories.Add(category);
            }
            else if (OrganisationVocabulary.Kinds.TryParse(part, out var kind))
            {
                kinds.Add(kind);
            }
            else
            {
                row.Report(
                    CellCodes.BadWord,
                    IndicatorSchema.Applies,
                    $"“适用类别”应为单位类别或组织类型（{string.Join('、', IndicatorSchema.Applies.Words)}），"
                        + $"多个用 | 隔开，读到{Diagnostic.Quote(part)}。"
                );
            }
        }

        if (text.Length > 0 && Split(text).Length == 0)
        {
            row.Report(
                CellCodes.Empty,
                IndicatorSchema.Applies,
                $"“适用类别”里一个类别也没有，全部适用时写“全部”，读到{Diagnostic.Quote(text)}。"
            );
        }

        return ([.. categories], [.. kinds]);
    }

    private static string[] Split(string text) =>
        text.Split(
            ['|', '｜', '、', ';', '；', ',', '，', '/'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
