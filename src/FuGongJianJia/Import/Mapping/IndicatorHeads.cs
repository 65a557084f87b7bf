using System.Collections.Immutable;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Observations;

namespace FuGongJianJia.Import.Mapping;

/// <summary>An indicator that stands in the head of an export（表头里的指标）.</summary>
/// <param name="Name">建会入会.</param>
/// <param name="Group">What stands above it: an index, or nothing.</param>
/// <param name="Columns">Its numbers.</param>
/// <param name="Sure">False where the parts were told by nothing but their place.</param>
internal sealed record HeadIndicator(
    string Name,
    string Group,
    ImmutableArray<(HeadColumn Column, WidePart Part)> Columns,
    bool Sure
)
{
    /// <summary>By what its numbers are multiplied: 10000 where they are in 万元.</summary>
    public decimal Scale { get; init; } = 1m;

    /// <summary>True when 分子 and 分母 are there, and not a percentage alone.</summary>
    public bool HasBase => Columns.Any(c => c.Part != WidePart.Value);
}

/// <summary>
/// Finds indicators in the head of an export（从表头认指标）: 应完成, 已完成 and 完成率 below each, in any words, the three beside
/// each other, or one number each.
/// </summary>
internal static class IndicatorHeads
{
    private const decimal Slack = 0.0051m;

    /// <summary>The indicators of the columns that are nothing else.</summary>
    public static List<HeadIndicator> Find(
        Region region,
        IReadOnlyCollection<HeadColumn> unknown,
        Func<HeadColumn, ColumnFacts> facts
    )
    {
        var found = new List<HeadIndicator>();
        var numeric = unknown
            .Where(c =>
                facts(c) is { IsNumeric: true } or { IsYesNo: true } or { IsRatio: true } || HeadWords.IsBare(c.Label)
            )
            .ToList();
        var flat = new List<HeadColumn>();
        foreach (var group in Runs(numeric))
        {
            var (path, columns) = group;
            if (path.Length > 0 && AsOne(columns, facts) is { } parts)
            {
                found.Add(new(HeadWords.TitleOf(path[^1]), path.Length > 1 ? path[^2] : "", parts.Columns, parts.Sure));
            }
            else
            {
                flat.AddRange(columns);
            }
        }

        for (var i = 0; i < flat.Count; )
        {
            var taken = 1;
            for (var length = Math.Min(3, flat.Count - i); length >= 2; length--)
            {
                var run = flat.GetRange(i, length);
                if (
                    run[^1].Position - run[0].Position == length - 1
                    && AsOne(run, facts) is { } parts
                    && NameOf(parts.Columns) is { Length: > 1 } name
                    && (Shared(run).Length > 1 || (length == 3 && ByNumbers(run, facts) is not null))
                    && (length == 3 || parts.Columns.All(c => c.Item2 != WidePart.Value))
                )
                {
                    found.Add(new(name, Group(run[0]), parts.Columns, parts.Sure));
                    taken = length;
                    break;
                }
            }

            if (taken == 1)
            {
                found.Add(new(HeadWords.TitleOf(flat[i].Label), Group(flat[i]), [(flat[i], PartOf(flat[i]))], true));
            }

            i += taken;
        }

        return [.. found.OrderBy(f => f.Columns.Min(c => c.Column.Position))];

        WidePart PartOf(HeadColumn column) => facts(column).IsRatio ? WidePart.Both : WidePart.Value;

        static string Group(HeadColumn column) => column.Path.Length > 1 ? column.Path[^2] : "";
    }

    /// <summary>Columns that stand three below one label, of which one is the quotient of the others.</summary>
    public static HashSet<HeadColumn> Triples(Region region, Func<HeadColumn, ColumnFacts> facts) =>
        [
            .. Runs([.. region.Columns.Where(c => c.Path.Length > 1)])
                .Where(r =>
                    r.Columns.Count == 3
                    && r.Columns.TrueForAll(c => facts(c).IsNumeric)
                    && ByNumbers(r.Columns, facts) is not null
                )
                .SelectMany(r => r.Columns),
        ];

    /// <summary>Neighbours below one label.</summary>
    private static List<(ImmutableArray<string> Path, List<HeadColumn> Columns)> Runs(List<HeadColumn> columns)
    {
        var runs = new List<(ImmutableArray<string> Path, List<HeadColumn> Columns)>();
        foreach (var column in columns)
        {
            var above = column.Path.RemoveAt(column.Path.Length - 1);
            if (runs.Count > 0 && runs[^1].Path.AsSpan().SequenceEqual(above.AsSpan()))
            {
                runs[^1].Columns.Add(column);
            }
            else
            {
                runs.Add((above, [column]));
            }
        }

        return runs;
    }

    /// <summary>The columns as the numbers of one indicator; null when they are several.</summary>
    private static (ImmutableArray<(HeadColumn, WidePart)> Columns, bool Sure)? AsOne(
        List<HeadColumn> columns,
        Func<HeadColumn, ColumnFacts> facts
    )
    {
        if (columns.Count > 3)
        {
            return null;
        }

        var parts = columns.Select(c => HeadWords.PartOf(c.Label)).ToArray();
        if (columns.Count == 1)
        {
            var part = facts(columns[0]).IsRatio ? WidePart.Both : WidePart.Value;
            return HeadWords.IsBare(columns[0].Label) ? ([(columns[0], part)], true) : null;
        }

        // 12/20 beside 60%.
        if (columns.Count == 2 && columns.FindIndex(c => facts(c).IsRatio) is >= 0 and var ratio)
        {
            return parts[1 - ratio] == WidePart.Value
                ? ([.. columns.Select((c, i) => (c, i == ratio ? WidePart.Both : WidePart.Value))], true)
                : null;
        }

        if (parts.All(p => p is not null) && parts.Distinct().Count() == parts.Length)
        {
            // 应建 and 已建 beside 建会率; of two rates each is one of its own.
            return ([.. columns.Select((c, i) => (c, parts[i]!.Value))], true);
        }

        if (columns.Count == 3 && ByNumbers(columns, facts) is { } told)
        {
            return (told, false);
        }

        return null;
    }

    /// <summary>Where one column is another divided by the third, nobody need know the words.</summary>
    private static ImmutableArray<(HeadColumn, WidePart)>? ByNumbers(
        List<HeadColumn> columns,
        Func<HeadColumn, ColumnFacts> facts
    )
    {
        var numbers = columns.Select(c => facts(c).Numbers).ToArray();
        foreach (var (n, d, v) in ((int, int, int)[])[(1, 0, 2), (0, 1, 2), (2, 1, 0), (1, 2, 0), (0, 2, 1), (2, 0, 1)])
        {
            if (IsQuotient(numbers[n], numbers[d], numbers[v]))
            {
                return
                [
                    .. columns.Select(
                        (c, i) =>
                            (
                                c,
                                i == n ? WidePart.Numerator
                                : i == d ? WidePart.Denominator
                                : WidePart.Value
                            )
                    ),
                ];
            }
        }

        return null;
    }

    /// <summary>True when a column is another divided by a third, as a fraction or in percent.</summary>
    public static bool IsQuotient(
        ImmutableArray<decimal?> numerators,
        ImmutableArray<decimal?> denominators,
        ImmutableArray<decimal?> values
    )
    {
        var (fit, all, distinct) = (0, 0, new HashSet<decimal>());
        for (var i = 0; i < values.Length; i++)
        {
            if (numerators[i] is { } a && denominators[i] is { } b && values[i] is { } c && b != 0m)
            {
                all++;
                distinct.Add(c);
                var ratio = a / b;
                fit += Math.Abs(ratio - c) <= Slack || Math.Abs((ratio * 100m) - c) <= 0.51m ? 1 : 0;
            }
        }

        return all >= 3 && fit >= all * 0.9 && distinct.Count > 1;
    }

    /// <summary>建会率 of 应建会数, 已建会数, 建会率; else what their labels share.</summary>
    private static string NameOf(ImmutableArray<(HeadColumn Column, WidePart Part)> columns)
    {
        var rate = columns.FirstOrDefault(c => c.Part == WidePart.Value).Column;
        if (rate is not null && !HeadWords.IsBare(rate.Label))
        {
            return HeaderText.Key(rate.Label);
        }

        return Shared([.. columns.Select(c => c.Column)]);
    }

    /// <summary>The longest text that the labels of some columns share, beside what every label has.</summary>
    private static string Shared(List<HeadColumn> columns)
    {
        var labels = columns.Select(c => HeaderText.Key(c.Label)).Where(l => !HeadWords.IsBare(l)).ToList();
        if (labels.Count < 2)
        {
            return "";
        }

        var first = labels[0];
        for (var length = first.Length; length >= 2; length--)
        {
            for (var at = 0; at + length <= first.Length; at++)
            {
                var part = first.Substring(at, length);
                if (
                    labels.TrueForAll(l => l.Contains(part, StringComparison.Ordinal))
                    && part
                        is not (
                            "职工"
                            or "会员"
                            or "人数"
                            or "工会"
                            or "单位"
                            or "完成"
                            or "职工数"
                            or "会员数"
                            or "总数"
                        )
                )
                {
                    return part.Trim('_', '-', '/', '(', ')', ':');
                }
            }
        }

        return "";
    }
}
