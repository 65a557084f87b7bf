using System.Collections.Immutable;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Model;
using FuGongJianJia.Pictures;

namespace FuGongJianJia.Import;

/// <summary>Everything that was read and found sound: what import hands to scoring.</summary>
public sealed record Dataset
{
    /// <summary>Settings（站点设置）.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Periods, earliest first.</summary>
    public required ImmutableArray<PeriodData> Periods { get; init; }

    /// <summary>Case summaries（案例）, newest first, then by slug.</summary>
    public ImmutableArray<CaseStory> Cases { get; init; } = [];

    /// <summary>Written pages of input/pages and input/docs.</summary>
    public ImmutableArray<WrittenPage> Pages { get; init; } = [];

    /// <summary>What people wrote for briefs（input/briefs）, by period, then town.</summary>
    public ImmutableArray<WrittenBrief> Briefs { get; init; } = [];

    /// <summary>What each programme is（专题说明）, of input/programmes, by title.</summary>
    public ImmutableArray<WrittenPage> Programmes { get; init; } = [];

    /// <summary>Texts of chapters of annual reports（年度报告里手写的章）, by year, then name.</summary>
    public ImmutableArray<WrittenChapter> Chapters { get; init; } = [];

    /// <summary>
    /// Pictures（图片）of cases whose publication was agreed to and of written pages, as they may be published, by path
    /// below input/.
    /// </summary>
    public ImmutableSortedDictionary<string, Picture> Pictures { get; init; } =
        ImmutableSortedDictionary.Create<string, Picture>(StringComparer.Ordinal);

    /// <summary>Warnings and notes that the data-quality pages list (no errors: those stop the build).</summary>
    public ImmutableArray<DataNote> Notes { get; init; } = [];
}

/// <summary>
/// A note on the data（数据质量说明）that may be published: the place is a file name within data/ or input/, the text holds no
/// personal data.
/// </summary>
/// <param name="Period">Period, or null when it belongs to none.</param>
/// <param name="Code">Diagnostic code, FG####.</param>
/// <param name="Place">File and line, such as 指标值.csv 第12行.</param>
/// <param name="Text">Chinese sentence.</param>
/// <param name="Count">How many places say the same.</param>
public sealed record DataNote(Period? Period, string Code, string Place, string Text, int Count);
