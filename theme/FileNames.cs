using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme;

/// <summary>
/// Names that people keep files by（下载文件名）: 富工建家简报_2024年_东溪镇.pdf where the address, which stays ASCII, says
/// reports/2024/briefs/SL06.pdf.
/// </summary>
public static class FileNames
{
    // What Windows forbids in names.
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>Name of a report or of a workbook.</summary>
    /// <param name="edition">Edition that it was made from.</param>
    /// <param name="path">Path below site/ or internal/: reports/2024/towns/SL06.pdf.</param>
    /// <returns>The name with its ending; the last part of the path where there is no better one.</returns>
    public static string Of(Edition edition, string path)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        var end = parts[^1].LastIndexOf('.');
        var (stem, ending) = end < 0 ? (parts[^1], "") : (parts[^1][..end], parts[^1][end..]);
        var period = edition.AllPeriods.FirstOrDefault(p => parts.Contains($"{p.Period}") || stem == $"{p.Period}");
        // A letter stands below the year of its date, whether the edition holds that year or not.
        var name =
            parts is [var year, "letters", _] ? Letter(edition, year, stem)
            : period is null ? null
            : Of(edition, period, parts, stem);
        return name is null ? parts[^1] : Clean(name) + ending;
    }

    private static string? Of(Edition edition, PeriodEdition period, string[] parts, string stem)
    {
        var (publisher, title) = (edition.Settings.Publisher, period.Period.Title);
        string? Unit() =>
            stem == ReservedCodes.District
                ? period.District.Organisation.ShortName
                : period.Find(stem)?.Organisation.ShortName;
        return parts switch
        {
            ["reports", _, _] when stem == "annual" => publisher + period.Period.ReportTitle,
            ["reports", _, "towns", _] => Join(period.Period.ReportTitle, Unit()),
            ["reports", _, "unions", _] => Join("成绩单", title, Unit()),
            ["reports", _, "briefs", _] or [_, "briefs", _] => Join(edition.Settings.Brief.Name, title, Unit()),
            [_, "opinions", _] => Join("反馈意见书", title, Recipient(period, stem)),
            [_, "lists", _] => Join(List(stem), title),
            [_, "ledger.xlsx"] => Join("内部台账", title),
            ["data", _] => publisher + title + "全部数据",
            // The tables of open data keep the names that sha256sums.txt and the dictionary call them by.
            _ => null,
        };
    }

    // 督办函_20240614_示例区溯禹文体用品有限公司工会
    private static string? Letter(Edition edition, string year, string code) =>
        edition is OfficeEdition { Letters: var letters }
        && letters.FirstOrDefault(l => Numerals.Count(l.Year) == year && l.Guidance.Code == code)
            is { Guidance: var of }
            ? Join(
                of.Rung.LetterName(),
                Numerals.TableDate(of.IssuedOn).Replace("-", "", StringComparison.Ordinal),
                of.OrganisationName
            )
            : null;

    private static string? List(string stem) =>
        stem switch
        {
            "office" => "内部清单",
            "tasks" => "任务进度表",
            "screening" => "评先资格审查表",
            _ => null,
        };

    private static string? Recipient(PeriodEdition period, string code) =>
        (period as OfficePeriod)?.ResultOf(code)?.Organisation.ShortName;

    private static string? Join(params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            if (string.IsNullOrEmpty(part))
            {
                return null;
            }
        }

        return string.Join('_', parts);
    }

    /// <summary>A name without what Windows forbids in names.</summary>
    public static string Clean(string name) =>
        string.Concat(name.Select(c => char.IsControl(c) || Forbidden.Contains(c) ? '＿' : c));
}
