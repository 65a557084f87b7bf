using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Office;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Letters;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Statements;

/// <summary>What came of reading all pages or all papers.</summary>
internal sealed partial class Reading(SecondOffice office)
{
    private readonly Dictionary<Period, string[]> _withoutValues = office.Periods.ToDictionary(
        p => p.Period,
        p =>
            p.All.Where(u => u.Figures.Total is null)
                .SelectMany(u => new[] { u.Unit.Name, u.Unit.ShortName })
                .Distinct(StringComparer.Ordinal)
                .ToArray()
    );

    public Tally Tally { get; } = new();

    /// <summary>Sentences that claim something of a unit that has no values.</summary>
    public ConcurrentBag<string> OfNothing { get; } = [];

    /// <summary>Hears whether a sentence speaks of such a unit, by name or on its own page or paper.</summary>
    public void Hear(Statement statement)
    {
        var scene = statement.Scene;
        if (scene.IsWritten)
        {
            return;
        }

        var isItsOwn =
            scene.U is { Figures.Total: null } unit
            && scene.Place.Contains($"/{unit.Unit.Code}", StringComparison.Ordinal)
            && !scene.Place.StartsWith("unions/", StringComparison.Ordinal);
        foreach (var sentence in statement.Text.Split('。', '；', '\u3000'))
        {
            // Its last result is told with its period.
            var said = LastResult().Replace(sentence, "");
            if (
                Claim().IsMatch(said)
                && (
                    isItsOwn
                    || Array.Exists(_withoutValues[scene.P.Period], n => said.Contains(n, StringComparison.Ordinal))
                )
            )
            {
                OfNothing.Add($"{scene.Place}：{sentence}");
            }
        }
    }

    [GeneratedRegex(@"最近一次有效结果.*$")]
    private static partial Regex LastResult();

    [GeneratedRegex(@"\d分|第\d+名|覆盖率\d|[升降]\d|提高|下降|高于|低于|居[首前末]|最[高低多少]")]
    private static partial Regex Claim();
}

/// <summary>The demo as it is published, and the second office beside it; made once.</summary>
internal static class Desk
{
    private static readonly Lazy<ImmutableSortedDictionary<string, byte[]>> LazyOpen = new(() =>
        OpenDataFiles
            .Create(DemoData.Edition)
            .ToImmutableSortedDictionary(f => f.Path["site/".Length..], f => f.Content, StringComparer.Ordinal)
    );
    private static readonly Lazy<SecondOffice> LazyOffice = new(() =>
        new(RawFolder.Demo, DemoData.Data.Settings, LazyOpen.Value)
    );
    private static readonly Lazy<string> LazyWritten = new(() =>
        string.Concat(RawFolder.Demo.Written().Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '`' or '#')))
    );

    private static readonly Lazy<Reading> LazyPages = new(() => Read(Pages, "site/"));
    private static readonly Lazy<Reading> LazyOfficePages = new(() => Read(OfficePages, ""));
    private static readonly Lazy<Reading> LazyPapers = new(ReadPapers);

    public static SecondOffice Office => LazyOffice.Value;

    public static PublicEdition Edition => DemoData.Edition;

    /// <summary>What people wrote, without white space.</summary>
    public static string Written => LazyWritten.Value;

    public static IEnumerable<OutputFile> Pages =>
        SitePlan
            .Create(
                Edition,
                new SiteOptions
                {
                    OpenData = LazyOpen.Value.ToImmutableSortedDictionary(
                        f => f.Key,
                        f => (long?)f.Value.Length,
                        StringComparer.Ordinal
                    ),
                }
            )
            .Where(f => f.Kind == OutputKind.Page);

    /// <summary>Pages of the office, with links to all its papers.</summary>
    public static IEnumerable<OutputFile> OfficePages =>
        OfficePlan.Create(
            DemoData.Office,
            ReportPlan
                .WithoutFonts(DemoData.Office, Edition, new ReportOptions())
                .Select(f => f.Path)
                .ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>Every paper, public and internal: where it stands, of whom it speaks, and how it is composed.</summary>
    public static IEnumerable<(string Place, Period Period, string? Unit, Func<Document> Compose)> Papers
    {
        get
        {
            var options = new ReportOptions();
            foreach (var (shown, own) in Edition.Periods.Zip(DemoData.Office.Periods))
            {
                var period = shown.Period;
                if (period.Kind == PeriodKind.Year)
                {
                    yield return ($"{period}/annual", period, null, () => ReportPlan.Annual(Edition, shown, options));
                    foreach (var town in shown.Towns)
                    {
                        yield return (
                            $"{period}/towns/{town.Code}",
                            period,
                            town.Code,
                            () => ReportPlan.Town(Edition, shown, town, options)
                        );
                    }
                }

                foreach (var union in shown.Unions)
                {
                    foreach (var version in ReportPlan.Sheet(Edition, shown, union, options))
                    {
                        yield return ($"{period}/sheets/{union.Code}", period, union.Code, () => version);
                    }
                }

                foreach (var subject in own.PopulationOf(Level.Town).Members.Prepend(own.District))
                {
                    // In both forms, and as much of them as there was room for.
                    foreach (var form in Enum.GetValues<OfficialForm>())
                    {
                        var printed = DemoData.Office with
                        {
                            Settings = DemoData.Office.Settings with { OfficialForm = form },
                        };
                        foreach (var version in ReportPlan.Brief(printed, own, subject, options))
                        {
                            yield return ($"{period}/briefs/{subject.Code}", period, subject.Code, () => version);
                        }
                    }
                }

                yield return ($"{period}/lists", period, null, () => OfficeList.Compose(DemoData.Office, own));
                if (own.Matters.Length > 0)
                {
                    foreach (var (version, sheet) in TaskSheet.Versions(DemoData.Office, own).Index())
                    {
                        yield return ($"{period}/tasks, version {version + 1}", period, null, () => sheet);
                    }
                }

                yield return (
                    $"{period}/screening",
                    period,
                    null,
                    () => ScreeningPaper.Compose(DemoData.Office, own, own.Screening!)
                );
            }

            var office = DemoData.Office;
            foreach (var letter in office.Letters.Where(l => l.Hindrance == LetterHindrance.None))
            {
                foreach (var version in GuidanceLetterPaper.Versions(office, letter))
                {
                    yield return (
                        $"{letter.Year}/letters/{letter.Guidance.Code}",
                        letter.Period,
                        letter.Guidance.Organisation,
                        () => version
                    );
                }
            }

            // Which figures of a union that is not public are withheld stands in no table that the second office reads.
            foreach (var opinion in Opinion.Of(office))
            {
                var year = office.Periods.First(p => p.Period == opinion.Period);
                if (year.Find(opinion.Unit.Code) is null)
                {
                    continue;
                }

                foreach (var version in OpinionPaper.Versions(office, year, opinion))
                {
                    yield return (
                        $"{opinion.Period}/opinions/{opinion.Unit.Code}",
                        opinion.Period,
                        opinion.Unit.Code,
                        () => version
                    );
                }
            }
        }
    }

    /// <summary>Every page, read once for all tests.</summary>
    public static Reading PagesRead => LazyPages.Value;

    /// <summary>Every page of the office, read once for all tests.</summary>
    public static Reading OfficePagesRead => LazyOfficePages.Value;

    /// <summary>Every paper, read once for all tests.</summary>
    public static Reading PapersRead => LazyPapers.Value;

    /// <summary>What is wrong with one page, as it would be published.</summary>
    public static IReadOnlyCollection<string> Faults(string path, string html)
    {
        var tally = new Tally();
        new PageReader(Office, Reader(tally), tally).Read(path, html);
        return tally.Faults;
    }

    /// <summary>What is wrong with one paper.</summary>
    public static IReadOnlyCollection<string> Faults(string place, Period period, string? unit, Document paper)
    {
        var tally = new Tally();
        new PaperReader(Office, Reader(tally), tally).Read(place, period, unit, paper);
        return tally.Faults;
    }

    private static Reading Read(IEnumerable<OutputFile> pages, string root)
    {
        var reading = new Reading(Office);
        var reader = new PageReader(Office, Reader(reading.Tally, reading.Hear), reading.Tally);
        Parallel.ForEach(pages, page => reader.Read(page.Path[root.Length..], Text(page)));
        return reading;
    }

    private static Reading ReadPapers()
    {
        var reading = new Reading(Office);
        var reader = new PaperReader(Office, Reader(reading.Tally, reading.Hear), reading.Tally);
        Parallel.ForEach(Papers, p => reader.Read(p.Place, p.Period, p.Unit, p.Compose()));
        return reading;
    }

    /// <summary>A page as text.</summary>
    public static string Text(OutputFile page) => Encoding.UTF8.GetString(page.Render().Content.Span);

    private static Reader Reader(Tally tally, Action<Statement>? hear = null) =>
        new(Sentences.All, LazyWritten.Value, tally, hear);
}
