using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Theme.Reports.Letters;

/// <summary>
/// Files of letters and opinions（函的文件）, all below internal/: a letter below the year it was issued in, once, whichever
/// exports hold its rung; opinions of the newest year.
/// </summary>
public static class LetterFiles
{
    // The letter and the page of its 回执.
    private const int MostPages = 2;

    /// <summary>Address of a letter without its ending: internal/2024/letters/ZD2024-0001-1.</summary>
    public static string Of(GuidanceLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return $"internal/{letter.Year}/letters/{letter.Guidance.Code}";
    }

    /// <summary>Address of an opinion without its ending: internal/2024/opinions/SL06-0006.</summary>
    public static string Of(Period period, string unit) => $"internal/{period}/opinions/{unit}";

    /// <summary>
    /// Lists them, letters by date, then opinions by number; nothing is made until a file is rendered.
    /// </summary>
    internal static IEnumerable<OutputFile> Create(OfficeEdition edition, FontSet fonts) =>
        edition
            .Letters.Where(l => l.Hindrance == LetterHindrance.None && edition.Periods.Any(p => p.Period == l.Period))
            .SelectMany(l =>
                Printing
                    .Papers(
                        Of(l),
                        MostPages,
                        () => GuidanceLetterPaper.Versions(edition, l),
                        fonts,
                        edition.Settings.OfdPapers.Contains(OfdPaper.Letters)
                    )
                    .Append(Printing.Word(Of(l) + ".docx", () => GuidanceLetterPaper.ForWord(edition, l)))
            )
            .Concat(Opinions(edition, fonts));

    private static IEnumerable<OutputFile> Opinions(OfficeEdition edition, FontSet fonts)
    {
        var periods = edition.Periods.ToDictionary(p => p.Period);
        foreach (var opinion in Opinion.Of(edition))
        {
            var (period, path) = (periods[opinion.Period], Of(opinion.Period, opinion.Unit.Code));
            foreach (
                var paper in Printing.Papers(
                    path,
                    MostPages + 1,
                    () => OpinionPaper.Versions(edition, period, opinion),
                    fonts,
                    edition.Settings.OfdPapers.Contains(OfdPaper.Opinions)
                )
            )
            {
                yield return paper;
            }

            if (edition.Settings.Letters.Opinions == OpinionForm.PdfAndWord)
            {
                yield return Printing.Word(path + ".docx", () => OpinionPaper.ForWord(edition, period, opinion));
            }
        }
    }
}
