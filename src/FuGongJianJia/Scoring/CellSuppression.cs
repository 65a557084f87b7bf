using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// What the public does not see（不公布）, decided once: small numbers and 公开方式 alike, by cell suppression, as
/// statistical offices do it. Primary suppression withholds the figures themselves, complementary suppression what
/// would give them back by subtraction.
/// <para>
/// Small numbers（小数保护）: sensitive are indicators whose 指标名称 or 口径 holds one of the words of the settings. Of
/// these, a 分子, 分母 or count from 1 to 4 (settings: 小数保护阈值) is shown as ＜5, its rate and its score are not
/// published. Where a town or the district is the sum of units below, of what a published sum leaves open after
/// everything that is shown, at least two units stay withheld, their sums reach the threshold, and no figure is the
/// only one possible; else the smallest units beside follow, and last the sum itself. 公开方式 汇总 and 不公开 withhold
/// whatever the size, 得分 veils the value and lets the score be seen; the sums above stay, but one that leaves a single
/// figure possible.
/// </para>
/// <para>
/// What is withheld is set aside from the unit's own index and total, as 不适用 is, so that no difference gives it back;
/// the settings may count it again（小数保护计分、不公开计分）. Sums above are not touched.
/// </para>
/// <para>
/// All periods are protected together, after their cells are filled and pooled and before any index is computed: each
/// against subtraction on its own; then whatever a family of periods (<see cref="PeriodFamilies"/>) withholds anywhere
/// for a unit it withholds everywhere, which may uncover another sum, and so on until nothing more follows: figures are
/// only ever added.
/// </para>
/// </summary>
internal static class CellSuppression
{
    /// <summary>
    /// The periods with their withheld cells marked, and set aside where the settings do not let them count.
    /// </summary>
    public static ImmutableArray<PeriodScores> Apply(ImmutableArray<PeriodScores> periods, CancellationToken cancel)
    {
        var families = PeriodFamilies.Of([.. periods.Select(p => p.Period)]);
        var alone = Enumerable
            .Range(0, periods.Length)
            .Except(families.SelectMany(f => f))
            .Select(p => ImmutableArray.Create(p));
        var suppressed = families
            .Concat(alone)
            .ToImmutableArray()
            .Map(
                family =>
                    family.Zip(
                        Together([.. family.Select(p => periods[p])]),
                        (p, period) => (Position: p, Period: period)
                    ),
                cancel
            );
        return [.. suppressed.SelectMany(f => f).OrderBy(p => p.Position).Select(p => p.Period)];
    }

    private static IEnumerable<PeriodScores> Together(ImmutableArray<PeriodScores> family)
    {
        var kept = family.Select(_ => new Kept([], [])).ToList();
        foreach (var code in family.SelectMany(p => p.Codes).Distinct(StringComparer.Ordinal))
        {
            var rows = family
                .Select(p =>
                    p.Codes.IndexOf(code, StringComparer.Ordinal) is >= 0 and var i ? p.Catalogue.Variants[i] : []
                )
                .ToList();
            var isKept = rows.Exists(of => of.Any(r => r.Publicity != Publicity.Figures));
            var tables = new List<(int Position, AdditiveTable Table)>();
            for (var p = 0; p < family.Length; p++)
            {
                var (period, indicator) = (family[p], family[p].Codes.IndexOf(code, StringComparer.Ordinal));
                var isSensitive = rows[p].Any(r => SensitiveIndicators.IsSensitive(r, period.Settings));
                if (!isSensitive && rows[p].Any(SensitiveIndicators.IsSurvey))
                {
                    Survey(period, indicator, kept[p].Withheld);
                }

                if (isSensitive || (isKept && indicator >= 0))
                {
                    tables.Add((p, new(period, indicator, isSensitive ? period.Settings.SmallNumberThreshold : 0)));
                }
            }

            Suppress(tables.ConvertAll(t => t.Table));
            foreach (var (p, table) in tables)
            {
                table.CopyTo(kept[p].Withheld, kept[p].Veiled);
            }
        }

        return family.Zip(kept, Mark);
    }

    // Too few ballots say little and may say who voted how. Sums of ballots give no single one back, so nothing beside
    // is withheld.
    private static void Survey(
        PeriodScores period,
        int indicator,
        Dictionary<(int Union, int Indicator), Withheld> withheld
    )
    {
        foreach (var union in period.Unions)
        {
            if (
                union.Cells[indicator] is { State: CellState.Scored, Measure: { IsRatio: true } measure }
                && measure.Denominator < period.Settings.FewestBallots
            )
            {
                withheld[(union.Number, indicator)] = Withheld.Small;
            }
        }
    }

    private static void Suppress(List<AdditiveTable> tables)
    {
        tables.ForEach(t => t.SuppressPrimary());

        // Where shorter periods add up to a longer one, even ＜5 in each of them may leave a single figure possible.
        var marked = tables.Count < 2 || !AddUp(tables);
        for (var (before, after) = (-1, 0); before != after; )
        {
            before = after;
            if (tables.Count > 1)
            {
                var units = tables.SelectMany(t => t.Codes).ToHashSet(StringComparer.Ordinal);
                var veiled = tables.SelectMany(t => t.Veiled).ToHashSet(StringComparer.Ordinal);
                tables.ForEach(t => t.Withhold(units, marked));
                tables.ForEach(t => t.Veil(veiled));
            }

            tables.ForEach(t => t.SuppressComplementary());
            after = tables.Sum(t => t.Count);
        }
    }

    // One unit is enough whose figures of two or more parts make up the whole: the others may have been corrected
    // since, or report late.
    private static bool AddUp(List<AdditiveTable> tables)
    {
        Period[] all = [.. tables.Select(t => t.Period.Period)];
        var family = Enumerable.Range(0, all.Length).ToImmutableArray();
        return tables.Exists(t => t.Count > 0)
            && family.Any(outer =>
                PeriodFamilies.PartsOf(outer, family, all) is { Length: > 1 } parts
                && tables[outer].IsSumOf([.. parts.Select(p => tables[p])])
            );
    }

    private static PeriodScores Mark(PeriodScores period, Kept kept)
    {
        var unions = period.Unions.ToBuilder();
        foreach (var union in kept.Withheld.Keys.Concat(kept.Veiled).Distinct().GroupBy(w => w.Union, w => w.Indicator))
        {
            var cells = unions[union.Key].Cells.ToBuilder();
            foreach (var i in union)
            {
                cells[i] = kept.Withheld.TryGetValue((union.Key, i), out var how)
                    ? cells[i] with
                    {
                        Withheld = how,
                        State = Counts(how, period.Settings) ? cells[i].State : CellState.Protected,
                    }
                    : cells[i] with
                    {
                        IsVeiled = true,
                    };
            }

            unions[union.Key] = unions[union.Key] with { Cells = cells.DrainToImmutable() };
        }

        return period with
        {
            Unions = unions.DrainToImmutable(),
        };
    }

    private static bool Counts(Withheld how, Settings settings) =>
        how == Withheld.Unpublished ? settings.ScoresUnpublished : settings.ScoresWithheld;

    // What the public does not see of a period: figures with their scores, and values alone.
    private sealed record Kept(
        Dictionary<(int Union, int Indicator), Withheld> Withheld,
        HashSet<(int Union, int Indicator)> Veiled
    );
}
