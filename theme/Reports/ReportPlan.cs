using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Lists;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Theme.Reports.Town;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Theme.Reports;

/// <summary>
/// Every PDF and internal list of an edition（报告清单）, at the addresses of design §5. Public ones are below site/, named
/// ones below internal/.
/// </summary>
public static class ReportPlan
{
    /// <summary>Lists them, by period, then path; nothing is made until a file's Render is called.</summary>
    public static ImmutableArray<OutputFile> Create(Edition edition, FontSet fonts, ReportOptions options)
    {
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        foreach (var period in edition.Periods)
        {
            if (period.Period.Kind == PeriodKind.Year)
            {
                files.Add(
                    Printing.Pdf(
                        $"site/reports/{period.Period}/annual.pdf",
                        () => AnnualReport.Compose(edition, period, options),
                        fonts
                    )
                );
                foreach (var town in period.Towns)
                {
                    files.Add(
                        Printing.Pdf(
                            $"site/reports/{period.Period}/towns/{town.Code}.pdf",
                            () => TownReport.Compose(edition, period, town, options),
                            fonts
                        )
                    );
                }
            }

            var office = edition.Office.Periods.First(p => p.Period == period.Period);
            Briefs(edition.Office, office, isPublic: false);
            if (edition.Settings.Brief.IsAlsoPublic)
            {
                Briefs(edition, period, isPublic: true);
            }

            Lists(edition.Office, office, fonts, files);
            foreach (var union in period.Unions)
            {
                files.Add(
                    Printing.Pdf(
                        $"site/reports/{period.Period}/unions/{union.Code}.pdf",
                        1,
                        () => UnionSheet.Versions(edition, period, union, options),
                        fonts
                    )
                );
            }
        }

        return files.ToImmutable();

        void Briefs(Edition of, PeriodEdition period, bool isPublic)
        {
            var folder = isPublic ? $"site/reports/{period.Period}/briefs" : $"internal/{period.Period}/briefs";
            foreach (var subject in period.Towns.Prepend(period.District))
            {
                var name = subject.Organisation.Level == Level.District ? ReservedCodes.District : subject.Code;
                files.Add(
                    Printing.Pdf(
                        $"{folder}/{name}.pdf",
                        LeaderBrief.MostPages,
                        () => LeaderBrief.Versions(of, period, subject, isPublic, options),
                        fonts
                    )
                );
            }
        }
    }

    private static void Lists(
        Edition edition,
        PeriodEdition period,
        FontSet fonts,
        ImmutableArray<OutputFile>.Builder files
    )
    {
        if (!OfficeList.Any(period))
        {
            return;
        }

        files.Add(
            Printing.Pdf($"internal/{period.Period}/lists/office.pdf", () => OfficeList.Compose(edition, period), fonts)
        );
        foreach (var (name, bytes) in OfficeList.Files(period))
        {
            files.Add(new OutputFile($"internal/{period.Period}/lists/{name}", OutputKind.Data, () => bytes()));
        }
    }
}
