using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads 目标.</summary>
internal static class TargetBinder
{
    /// <summary>Targets by scope, then indicator.</summary>
    public static ImmutableArray<Target> Read(PeriodContext context)
    {
        var targets = new List<Target>();
        var groups = context
            .Organisations.All.Select(o => RankGroups.NameOf(o, context.Settings))
            .Where(g => g.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(OrganisationIndex.NameKey, StringComparer.Ordinal);
        var keys = new KeyGuard();
        context.Read(
            TargetTable.Spec,
            row =>
            {
                var scope = row.Text(TargetTable.Scope);
                var indicator = context.Indicators.Read(row, TargetTable.Indicator);
                var value = row.Number(TargetTable.Value, out var approximate, out var percent);
                var document = row.TextOrNull(TargetTable.Document);
                if (value == 0m)
                {
                    row.Report(CellCodes.OutOfRange, TargetTable.Value, "“目标值”应大于 0。");
                }

                if (row.Failed)
                {
                    return;
                }

                if (approximate)
                {
                    row.Report(
                        CellCodes.BadNumber,
                        TargetTable.Value,
                        $"“目标值”不能是约数，读到{DataRow.Quote(row.Cleaned(TargetTable.Value))}。请填准确的数。"
                    );
                    return;
                }

                if (
                    value <= 1m
                    && !percent
                    && context.Indicators.Catalogue.Any(i => i.Code == indicator && i.Rule.Kind == RuleKind.TargetRatio)
                )
                {
                    row.Report(
                        CellCodes.PercentForms,
                        TargetTable.Value,
                        $"“目标值”{DataRow.Quote(row.Cleaned(TargetTable.Value))}说不清是百分数还是小数：0.8 是 80% 还是 0.8%？请写成 80 或 80%。"
                    );
                    return;
                }

                if (
                    context
                        .Indicators.Catalogue.Where(i => i.Code == indicator)
                        .All(i => i.Rule.Kind is not (RuleKind.TargetRatio or RuleKind.Count))
                )
                {
                    row.Report(
                        CatalogueCodes.TargetRule,
                        TargetTable.Indicator,
                        $"指标 {indicator} 的规则没有目标值，只有达标比例和计数可以另定目标。请删掉这一行，或核对指标编码。"
                    );
                    return;
                }

                var organisation = context.Organisations.Resolve(scope, out _);
                var group = organisation is null ? groups.GetValueOrDefault(OrganisationIndex.NameKey(scope)) : null;
                if (organisation is null && group is null && !context.Organisations.IsBroken(scope))
                {
                    row.Report(
                        TableCodes.UnknownGroup,
                        TargetTable.Scope,
                        $"{DataRow.Quote(scope)}既不是组织，也不是本期的分组，这个目标不起作用。{Suggest.Phrase(scope, groups.Values.Concat(context.Organisations.All.Select(o => o.Name)))}"
                    );
                }

                var key = organisation?.Code ?? group ?? scope;
                if (keys.IsFirst(row, TargetTable.Scope, $"{key}\u001F{indicator}"))
                {
                    targets.Add(new(key, indicator!, value!.Value, document));
                }
            }
        );
        return
        [
            .. targets.OrderBy(t => t.Scope, StringComparer.Ordinal).ThenBy(t => t.Indicator, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Reads 指数.</summary>
internal static class IndexBinder
{
    private static readonly ColumnSpec[] Columns =
    [
        IndexTable.Red,
        IndexTable.Norm,
        IndexTable.Vigour,
        IndexTable.Warmth,
        IndexTable.Harmony,
    ];

    /// <summary>Results of the exporting system by organisation.</summary>
    public static ImmutableArray<ReportedIndexes> Read(PeriodContext context)
    {
        var results = new List<ReportedIndexes>();
        var keys = new KeyGuard();
        context.Read(
            IndexTable.Spec,
            row =>
            {
                var organisation = row.Organisation(IndexTable.Organisation, context.Organisations);
                var indexes = Columns.Select(c => Index(row, c)).ToImmutableArray();
                var total = Index(row, IndexTable.Total);
                if (
                    !row.Failed
                    && organisation is not null
                    && keys.IsFirst(row, IndexTable.Organisation, organisation.Code)
                )
                {
                    results.Add(new(organisation.Code, indexes, total));
                }
            }
        );
        return [.. results.OrderBy(r => r.Organisation, StringComparer.Ordinal)];
    }

    private static decimal? Index(DataRow row, ColumnSpec column)
    {
        var value = row.Number(column);
        if (value > 100m)
        {
            row.Report(
                ProcessCodes.IndexRange,
                column,
                $"“{column.Name}”应在 0 到 100 之间，读到 {Cells.Plain(value.Value)}。"
            );
        }

        return value;
    }
}

/// <summary>Reads 家访汇总.</summary>
internal static class HomeVisitBinder
{
    /// <summary>Visits by organisation.</summary>
    public static ImmutableArray<HomeVisits> Read(PeriodContext context)
    {
        var visits = new List<HomeVisits>();
        var keys = new KeyGuard();
        context.Read(
            HomeVisitTable.Spec,
            row =>
            {
                row.MustBe(HomeVisitTable.Period, context.Period);
                var organisation = row.Organisation(HomeVisitTable.Organisation, context.Organisations);
                var due = row.Whole(HomeVisitTable.Due);
                var made = row.Whole(HomeVisitTable.Made);
                var priority = row.Whole(HomeVisitTable.Priority);
                var problems = row.Whole(HomeVisitTable.Problems);
                var solved = row.Whole(HomeVisitTable.Solved);
                var change = row.Number(HomeVisitTable.AccidentChange, -100m, 10_000m);
                if (made > due)
                {
                    row.Report(
                        ProcessCodes.VisitCounts,
                        HomeVisitTable.Made,
                        $"实访 {made} 人超过应访 {due} 人。请核对。"
                    );
                }

                if (solved > problems)
                {
                    row.Report(
                        ProcessCodes.VisitCounts,
                        HomeVisitTable.Solved,
                        $"已解决 {solved} 个超过反映问题 {problems} 个。请核对。"
                    );
                }

                if (
                    !row.Failed
                    && organisation is not null
                    && keys.IsFirst(row, HomeVisitTable.Organisation, organisation.Code)
                )
                {
                    visits.Add(new(organisation.Code, due!.Value, made!.Value, priority, problems, solved, change));
                }
            }
        );
        return [.. visits.OrderBy(v => v.Organisation, StringComparer.Ordinal)];
    }
}

/// <summary>Reads 更正.</summary>
internal static class CorrectionBinder
{
    /// <summary>Corrections by period, organisation and indicator.</summary>
    public static ImmutableArray<Correction> Read(PeriodContext context, Func<string, Organisation?> findEarlier)
    {
        var corrections = new List<Correction>();
        var keys = new KeyGuard();
        context.Read(
            CorrectionTable.Spec,
            row =>
            {
                var text = row.Text(CorrectionTable.Period);
                var sound = PeriodText.TryParse(text, out var period) && period < context.Period;
                if (!sound && !row.Failed)
                {
                    row.Report(
                        ProcessCodes.CorrectionPeriod,
                        CorrectionTable.Period,
                        $"“期间”应为早于 {context.Period} 的一期，读到{DataRow.Quote(text)}。"
                    );
                }

                // A union that has gone since may still be corrected.
                var organisation =
                    findEarlier(row.Cleaned(CorrectionTable.Organisation))
                    ?? row.Organisation(CorrectionTable.Organisation, context.Organisations);
                var indicator = context.Indicators.Read(row, CorrectionTable.Indicator);
                var before = row.Text(CorrectionTable.Before);
                var after = row.Text(CorrectionTable.After);
                var on = row.Date(CorrectionTable.On);
                var reason = row.Text(CorrectionTable.Reason);
                if (before.Length > 0 && before == after)
                {
                    row.Report(
                        ProcessCodes.CorrectionPeriod,
                        CorrectionTable.After,
                        $"原值和新值都是{DataRow.Quote(after)}，没有更正什么。请核对，或删掉这一行。"
                    );
                }

                if (
                    !row.Failed
                    && organisation is not null
                    && keys.IsFirst(
                        row,
                        CorrectionTable.Indicator,
                        $"{period}\u001F{organisation.Code}\u001F{indicator}\u001F{on}\u001F{before}"
                    )
                )
                {
                    corrections.Add(new(period, organisation.Code, indicator, before, after, on!.Value, reason));
                }
            }
        );
        return
        [
            .. corrections
                .OrderBy(c => c.Period)
                .ThenBy(c => c.Organisation, StringComparer.Ordinal)
                .ThenBy(c => c.Indicator, StringComparer.Ordinal)
                .ThenBy(c => c.On),
        ];
    }
}

/// <summary>Reads 结对.</summary>
internal static class PairingBinder
{
    /// <summary>Pairings by code; names masked unless both agreed.</summary>
    public static ImmutableArray<Pairing> Read(PeriodContext context)
    {
        var pairings = new List<Pairing>();
        var keys = new KeyGuard();
        context.Read(
            PairingTable.Spec,
            row =>
            {
                var code = row.Code(PairingTable.Code);
                var mentor = row.Text(PairingTable.Mentor);
                var apprentice = row.Text(PairingTable.Apprentice);
                var organisation = row.Organisation(PairingTable.Organisation, context.Organisations);
                var (start, end) = Dates(row);
                var consent = row.YesNo(PairingTable.Consent) ?? false;
                var skill = row.Text(PairingTable.Skill);
                var goal = row.TextOrNull(PairingTable.Goal);
                var completed = row.YesNo(PairingTable.Completed) ?? false;
                if (
                    mentor.Length > 0
                    && OrganisationIndex.NameKey(mentor) == OrganisationIndex.NameKey(apprentice)
                    && !Privacy.NameMask.IsMasked(mentor)
                )
                {
                    row.Report(ProcessCodes.SelfPairing, PairingTable.Apprentice, "师傅和徒弟是同一个人。请核对姓名。");
                }

                if (end < start)
                {
                    row.Report(
                        ProcessCodes.EndBeforeStart,
                        PairingTable.End,
                        $"结束日期 {end:yyyy-MM-dd} 早于开始日期 {start:yyyy-MM-dd}。请核对。"
                    );
                }

                if (row.Failed || organisation is null || start is null || !keys.IsFirst(row, PairingTable.Code, code))
                {
                    return;
                }

                pairings.Add(
                    new()
                    {
                        Code = code,
                        Mentor = consent ? mentor : Privacy.NameMask.Mask(mentor),
                        Apprentice = consent ? apprentice : Privacy.NameMask.Mask(apprentice),
                        Organisation = organisation.Code,
                        Skill = skill,
                        Start = start.Value,
                        End = end,
                        Goal = goal,
                        Completed = completed,
                    }
                );
            }
        );
        return [.. pairings.OrderBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>开始日期 and 结束日期, or one 起止日期 such as 2024-03-01至2025-02-28.</summary>
    private static (DateOnly? Start, DateOnly? End) Dates(DataRow row)
    {
        var start = row.Date(PairingTable.Start);
        var end = row.Date(PairingTable.End);
        var span = row.Text(PairingTable.Dates);
        if (span.Length == 0)
        {
            if (start is null && !row.Failed)
            {
                row.Report(
                    CellCodes.Empty,
                    row.Has(PairingTable.Start) ? PairingTable.Start : PairingTable.Dates,
                    "没有起止日期。请写成 2024-03-01至2025-02-28，或分成开始日期、结束日期两列。"
                );
            }

            return (start, end);
        }

        var parts = span.Split(
            ["至", "～", "~", "—", "--", "到"],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return parts.Length switch
        {
            1 => (row.Date(PairingTable.Dates, parts[0]), end),
            2 => (row.Date(PairingTable.Dates, parts[0]), row.Date(PairingTable.Dates, parts[1])),
            _ => (row.Date(PairingTable.Dates, span), null),
        };
    }
}
