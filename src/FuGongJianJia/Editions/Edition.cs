using System.Collections.Immutable;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions;

/// <summary>
/// The edition（一版）: one immutable value with everything that documents show, so that they cannot disagree. Figures are
/// values, rounded for publication, small numbers withheld; words are formed where they are shown. There are two: the
/// office's and, made from it by the stage Protection, the public's. This is what both hold.
/// </summary>
public abstract record Edition
{
    private protected Edition() { }

    /// <summary>Settings（站点设置）.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Date of the edition（编制日期）: given on the command line, else the newest date in the data.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>SHA-256 over the input, first 12 hexadecimal digits（数据指纹）.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Every union, town and the district across periods, by code.</summary>
    public required ImmutableArray<UnionHistory> Histories { get; init; }

    /// <summary>Commendations of all periods without doubles and without withdrawn ones, newest first.</summary>
    public ImmutableArray<CommendationView> Commendations { get; init; } = [];

    /// <summary>Cases, newest first.</summary>
    public ImmutableArray<CaseView> Cases { get; init; } = [];

    /// <summary>Programmes（专题）.</summary>
    public ImmutableArray<Programme> Programmes { get; init; } = [];

    /// <summary>Corrections of all periods, newest first.</summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];

    /// <summary>Notes on the data.</summary>
    public ImmutableArray<QualityNote> Notes { get; init; } = [];

    /// <summary>Written pages（input/pages, input/docs）.</summary>
    public ImmutableArray<PageView> Pages { get; init; } = [];

    /// <summary>Texts of chapters of annual reports（input/reports）, by year, then name.</summary>
    public ImmutableArray<ChapterView> Chapters { get; init; } = [];

    /// <summary>Periods as both editions hold them, earliest first; never empty.</summary>
    public abstract IReadOnlyList<PeriodEdition> AllPeriods { get; }

    /// <summary>
    /// 编制日期 that documents of a period bear: once it is final its own; before, the edition's for the newest periods,
    /// while an older one keeps its data date, so that making everything again years later does not date old documents
    /// anew.
    /// </summary>
    public DateOnly DateOf(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Imprint?.Date ?? (period.Period.End == AllPeriods[^1].Period.End ? Date : period.DataDate);
    }

    /// <summary>数据指纹 that the data of a period bear: once it is final that of its own input.</summary>
    public string FingerprintOf(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Imprint?.Fingerprint ?? Fingerprint;
    }
}
