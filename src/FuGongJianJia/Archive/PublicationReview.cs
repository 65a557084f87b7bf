using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;

namespace FuGongJianJia.Archive;

/// <summary>
/// What was published, held against what a build would publish（出版审核）: periods that are final keep their date and
/// fingerprint, what would change is said, and what is changed on purpose is listed among the corrections.
/// </summary>
public sealed record PublicationReview
{
    /// <summary>Folder of the records, below the project.</summary>
    public const string Folder = "input/出版/";

    /// <summary>The edition with the dates of what is final, and with what was amended among its corrections.</summary>
    public required PublicEdition Edition { get; init; }

    /// <summary>Records as they stand after this build: of each period of the edition, and of those gone.</summary>
    public required ImmutableArray<PublicationRecord> Records { get; init; }

    /// <summary>Periods whose record this build changes.</summary>
    public required ImmutableArray<Period> Amended { get; init; }

    /// <summary>What would be changed without a word; sorted.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The record of a period below the project: input/出版/2024.json.</summary>
    public static string PathOf(Period period) => $"{Folder}{period}.json";

    /// <summary>Reviews an edition.</summary>
    /// <param name="edition">What the public would see.</param>
    /// <param name="kept">Records of the office.</param>
    /// <param name="present">Periods of the data, those left out of this build among them.</param>
    /// <param name="corrections">更正 of all periods.</param>
    /// <param name="reason">Why figures are changed on purpose; null when they are not to be.</param>
    public static PublicationReview Of(
        PublicEdition edition,
        ImmutableArray<PublicationRecord> kept,
        IReadOnlyCollection<Period> present,
        ImmutableArray<Correction> corrections,
        string? reason
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        var bag = new DiagnosticBag();
        var records = new SortedDictionary<Period, PublicationRecord>();
        var amended = ImmutableArray.CreateBuilder<Period>();
        var byPeriod = kept.ToDictionary(r => r.Period);
        foreach (var period in edition.Periods)
        {
            var now = Draft(edition, period);
            if (byPeriod.GetValueOrDefault(period.Period) is not { IsFinal: true } record)
            {
                records.Add(period.Period, now);
                continue;
            }

            var comparison = PublicationComparison.Of(record, period, edition.Settings, corrections);
            if (!comparison.IsSettled && reason is not null)
            {
                record = record with
                {
                    Method = now.Method,
                    Units = now.Units,
                    Amendments = [.. record.Amendments, .. Amendments(comparison, edition, period, reason)],
                };
                amended.Add(period.Period);
            }
            else
            {
                Say(comparison, record, now, bag);
            }

            records.Add(period.Period, record);
        }

        foreach (var record in kept.Where(r => !records.ContainsKey(r.Period) && !present.Contains(r.Period)))
        {
            if (record.IsFinal && reason is null)
            {
                bag.Add(
                    ArchiveCodes.PeriodGone,
                    new(PathOf(record.Period)),
                    $"{record.Period.Title}已经定稿，但 data/{record.Period} 里没有数据。请把数据放回去；"
                        + "确实要撤下这一期，加 --amend 写明原因，它的地址会留下一页说明。"
                );
            }

            var withdrawn = record.IsFinal && reason is not null;
            if (withdrawn)
            {
                amended.Add(record.Period);
            }

            records.Add(
                record.Period,
                withdrawn
                    ? record with
                    {
                        State = PublicationState.Withdrawn,
                        Amendments = [.. record.Amendments, new Amendment(edition.Date, "", "", "", "", "", reason!)],
                    }
                    : record
            );
        }

        return new()
        {
            Edition = edition with
            {
                Periods = [.. edition.Periods.Select(p => p with { Imprint = ImprintOf(records[p.Period]) })],
                Corrections = Merge(edition, records.Values),
            },
            Records = [.. records.Values],
            Amended = amended.ToImmutable(),
            Diagnostics = bag.ToSorted(),
        };
    }

    /// <summary>What a record lays down for the pages and papers of its period; null while it is not final.</summary>
    public static Imprint? ImprintOf(PublicationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.IsFinal ? new Imprint(record.Date, record.Fingerprint) : null;
    }

    private static PublicationRecord Draft(PublicEdition edition, PublicPeriod period) =>
        new()
        {
            Period = period.Period,
            Date = edition.DateOf(period),
            Fingerprint = edition.Fingerprint,
            Method = PublishedFigures.Method(period, edition.Settings),
            Units = PublishedFigures.Of(period, edition.Settings),
        };

    // Of what follows from others only the number is told where the others are.
    private static void Say(
        PublicationComparison comparison,
        PublicationRecord record,
        PublicationRecord now,
        DiagnosticBag bag
    )
    {
        var place = new SourcePlace(PathOf(record.Period));
        var method = record.Method == now.Method ? "" : "计分方法（设置或指标目录）也与出版时不同。";
        var shown = comparison.Causes.IsEmpty ? comparison.Effects : comparison.Causes;
        var follows =
            comparison.Causes.IsEmpty || comparison.Effects.IsEmpty
                ? ""
                : FormattableString.Invariant($"另有 {comparison.Effects.Length} 个指数和汇总数跟着变。");
        foreach (var (at, change) in shown.Index())
        {
            bag.Add(
                ArchiveCodes.PublishedChanged,
                place,
                $"{record.Period.Title}已经定稿，{Sentence(change)}。{(at == 0 ? follows + method : "")}"
                    + (
                        comparison.Causes.IsEmpty || change.Item.Length == 0
                            ? "不是有意的，请改回来；确实要改，加 --amend 写明原因。"
                            : $"不是有意的，请改回来；确实要改，在下一期的“更正”表里写一行（期间 {record.Period}，组织 {change.Organisation}，"
                                + $"指标 {change.Item}，原值与出版时的、新值与现在的相同），或者加 --amend 写明原因。"
                    )
            );
        }
    }

    private static string Sentence(PublicationChange change) =>
        change switch
        {
            { Before: null, Item: "" } => $"出版时没有{change.Name}（{change.Organisation}），现在有",
            { After: null, Item: "" } => $"出版时有{change.Name}（{change.Organisation}），现在没有",
            _ => $"{change.Name}（{change.Organisation}）的 {change.Item} 出版时是“{change.Before ?? "没有这一项"}”，"
                + $"现在是“{change.After ?? "没有这一项"}”",
        };

    // What follows from a changed method is one thing and not thousands.
    private static IEnumerable<Amendment> Amendments(
        PublicationComparison comparison,
        PublicEdition edition,
        PublicPeriod period,
        string reason
    ) =>
        comparison.Causes.IsEmpty
            ?
            [
                new Amendment(
                    edition.Date,
                    period.District.Code,
                    period.District.Name,
                    "",
                    "按原来的方法",
                    FormattableString.Invariant($"按新的方法，{comparison.Effects.Length} 个数有变化"),
                    reason
                ),
            ]
            : comparison.Causes.Select(c => new Amendment(
                edition.Date,
                c.Organisation,
                c.Name,
                c.Item,
                c.Before ?? PublishedFigures.Nothing,
                c.After ?? PublishedFigures.Nothing,
                reason
            ));

    // With those of the tables, in their order. A unit that is public no more has no name here.
    private static ImmutableArray<CorrectionView> Merge(
        PublicEdition edition,
        IEnumerable<PublicationRecord> records
    ) =>
        [
            .. edition
                .Corrections.Concat(
                    records.Where(r => r.IsFinal).SelectMany(r => r.Amendments, (r, a) => View(edition, r.Period, a))
                )
                .OrderByDescending(v => v.On)
                .ThenByDescending(v => v.PublishedWith)
                .ThenBy(v => v.Organisation, StringComparer.Ordinal)
                .ThenBy(v => v.Indicator, StringComparer.Ordinal),
        ];

    private static CorrectionView View(PublicEdition edition, Period period, Amendment amendment)
    {
        var shown = edition.Periods.First(p => p.Period == period);
        var stands = shown.Find(amendment.Organisation) is not null;
        return new()
        {
            Period = period,
            PublishedWith = period,
            Organisation = stands ? amendment.Organisation : "",
            OrganisationName = stands ? amendment.Name : "已不公开的单位",
            Indicator = amendment.Item.Length > 0 ? amendment.Item : null,
            IndicatorName = shown.Indicators.FirstOrDefault(i =>
                string.Equals(i.Code, amendment.Item, StringComparison.Ordinal)
            )
                is { } indicator
                ? indicator.Name
                : "",
            On = amendment.On,
            Values = stands
                ? new(amendment.Before, amendment.After, amendment.Reason)
                : new("已公布", "撤下", amendment.Reason),
        };
    }
}
