using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Letters;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Theme.Reports.Town;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports;

/// <summary>
/// Every PDF and internal list（报告清单）. What stands below site/ is made from the public edition; briefs, lists and
/// letters below internal/ are made from the office's.
/// </summary>
public static class ReportPlan
{
    // A table of more rows than this is no longer edited in Word: it stands in the PDF, and in the workbook to filter.
    private const int MostWordRows = 2000;

    /// <summary>Lists them, by period, then path; nothing is made until a file's Render is called.</summary>
    public static ImmutableArray<OutputFile> Create(
        OfficeEdition office,
        PublicEdition edition,
        FontSet fonts,
        ReportOptions options
    ) =>
        [
            .. edition
                .Periods.Zip(office.Periods)
                .SelectMany(p =>
                    Year(edition, p.First, fonts, options)
                        .Concat(Briefs(office, p.Second, $"internal/{p.Second.Period}/briefs", fonts, options))
                        .Concat(
                            edition.Settings.Brief.IsAlsoPublic
                                ? Briefs(edition, p.First, $"site/reports/{p.First.Period}/briefs", fonts, options)
                                : []
                        )
                        .Concat(Lists(office, p.Second, fonts))
                        .Concat(Sheets(edition, p.First, fonts, options))
                ),
            .. LetterFiles.Create(office, fonts),
        ];

    /// <summary>
    /// The same list where no PDF can or should be made: only its papers' addresses are meant, and none of them may be
    /// begun; Word files and lists, which need no font, can.
    /// </summary>
    public static ImmutableArray<OutputFile> WithoutFonts(
        OfficeEdition office,
        PublicEdition edition,
        ReportOptions options
    ) => Create(office, edition, fonts: null!, options);

    internal static Document Annual(PublicEdition edition, PublicPeriod period, ReportOptions options) =>
        Annual(edition, period, options, options.Sections.Appendices);

    /// <summary>What an editor goes on with: its lists of every union are in the PDF and the workbook.</summary>
    internal static Document AnnualForWord(PublicEdition edition, PublicPeriod period, ReportOptions options) =>
        Annual(edition, period, options, [.. options.Sections.Appendices.Where(a => !a.IsList)]);

    private static Document Annual(
        PublicEdition edition,
        PublicPeriod period,
        ReportOptions options,
        ImmutableArray<AnnualPart> appendices
    ) =>
        AnnualReport.Compose(
            new AnnualContext(edition, period, options.Images)
            {
                DataDigest = options.Digests.GetValueOrDefault(
                    $"data/{period.Period}/{OpenDataFiles.ChecksumFile}",
                    ""
                ),
            },
            options.Sections.Annual,
            appendices
        );

    internal static Document Town(
        PublicEdition edition,
        PublicPeriod period,
        UnionResult town,
        ReportOptions options
    ) => TownReport.Compose(new TownContext(edition, period, town, options.Images), options.Sections.Town);

    internal static ImmutableArray<Document> Sheet(
        PublicEdition edition,
        PublicPeriod period,
        UnionResult union,
        ReportOptions options
    ) => UnionSheet.Versions(edition, period, union, options.Sections.Sheet);

    internal static ImmutableArray<Document> Brief(
        Edition edition,
        PeriodEdition period,
        UnionResult subject,
        ReportOptions options
    ) =>
        LeaderBrief.Versions(
            edition,
            period,
            subject,
            options.Sections.BriefOpening,
            options.Sections.Brief,
            options.Sections.BriefClosing
        );

    private static IEnumerable<OutputFile> Year(
        PublicEdition edition,
        PublicPeriod period,
        FontSet fonts,
        ReportOptions options
    ) =>
        period.Period.Kind != PeriodKind.Year
            ? []
            : period
                .Towns.SelectMany(town =>
                    Both(
                        $"site/reports/{period.Period}/towns/{town.Code}",
                        () => Town(edition, period, town, options),
                        fonts
                    )
                )
                .Concat(
                    Printing.Papers(
                        $"site/reports/{period.Period}/annual",
                        int.MaxValue,
                        () => [Annual(edition, period, options)],
                        fonts,
                        edition.Settings.OfdPapers.Contains(OfdPaper.AnnualReport)
                    )
                )
                .Append(
                    Printing.Word(
                        $"site/reports/{period.Period}/annual.docx",
                        () => AnnualForWord(edition, period, options)
                    )
                );

    private static IEnumerable<OutputFile> Both(string path, Func<Document> compose, FontSet fonts) =>
        [Printing.Pdf(path + ".pdf", compose, fonts), Printing.Word(path + ".docx", compose)];

    private static IEnumerable<OutputFile> Briefs(
        Edition edition,
        PeriodEdition period,
        string folder,
        FontSet fonts,
        ReportOptions options
    ) =>
        period
            .PopulationOf(Level.Town)
            .Members.Prepend(period.District)
            .SelectMany(subject =>
            {
                var name = subject.Organisation.Level == Level.District ? "district" : subject.Code;
                return Printing
                    .Papers(
                        $"{folder}/{name}",
                        LeaderBrief.MostPages(edition),
                        () => Brief(edition, period, subject, options),
                        fonts,
                        edition.Settings.OfdPapers.Contains(OfdPaper.Briefs)
                    )
                    .Append(Printing.Word($"{folder}/{name}.docx", () => Brief(edition, period, subject, options)[0]));
            });

    private static IEnumerable<OutputFile> Lists(OfficeEdition edition, OfficePeriod period, FontSet fonts)
    {
        var folder = $"internal/{period.Period}/lists";
        return !OfficeList.Any(period)
            ? []
            : OfficeTables
                .Of(period)
                .Select(t => new OutputFile($"{folder}/{t.File}", OutputKind.Data, () => t.Sheet.Csv()))
                .Prepend(Printing.Pdf($"{folder}/office.pdf", () => OfficeList.Compose(edition, period), fonts))
                .Concat(
                    period.Matters.IsEmpty
                        ? []
                        : [Printing.Pdf($"{folder}/tasks.pdf", 1, () => TaskSheet.Versions(edition, period), fonts)]
                )
                .Concat(
                    period.Screening is { Units.IsEmpty: false } screening
                        ? Both($"{folder}/screening", () => ScreeningPaper.Compose(edition, period, screening), fonts)
                            .Where(f => f.Kind != OutputKind.Word || screening.Units.Length <= MostWordRows)
                        : []
                );
    }

    private static IEnumerable<OutputFile> Sheets(
        PublicEdition edition,
        PublicPeriod period,
        FontSet fonts,
        ReportOptions options
    ) =>
        period.Unions.Select(union =>
            Printing.Pdf(
                $"site/reports/{period.Period}/unions/{union.Code}.pdf",
                1,
                () => Sheet(edition, period, union, options),
                fonts
            )
        );
}
