using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// 对应.yml: which of our tables and columns an office's own exports are. A plain value;
/// <see cref="MappingReader"/> reads it, <see cref="MappingWriter"/> writes it.
/// </summary>
internal sealed record OfficeMapping
{
    /// <summary>Where it stands.</summary>
    public const string Path = "input/对应.yml";

    private const double Enough = 0.4;

    /// <summary>区级组织: the root of the tree, where the exports do not hold it.</summary>
    public Noted<string> DistrictName { get; init; } = new("");

    /// <summary>直属: what stands instead of a town for unions directly under the district.</summary>
    public ImmutableArray<string> Direct { get; init; } = [];

    /// <summary>分母为零: 不适用 when a ratio of nothing says that it does not apply.</summary>
    public bool ZeroIsNotApplicable { get; init; }

    /// <summary>表格.</summary>
    public ImmutableArray<TableRule> Tables { get; init; } = [];

    /// <summary>指标: the catalogue, where the exports hold none.</summary>
    public ImmutableArray<IndicatorRule> Indicators { get; init; } = [];

    /// <summary>Lines that nobody has confirmed.</summary>
    public int Unconfirmed { get; init; }

    /// <summary>The rule by which a region is read: that whose columns are the most like it; null for none.</summary>
    public TableRule? Find(Region region) =>
        Tables
            .Where(t => t.IsTurned == region.Grid.IsTurned && t.Fits(region.Grid))
            .Select(t => (Rule: t, Likeness: t.Likeness(region)))
            .Where(t => t.Likeness >= Enough)
            .OrderByDescending(t => t.Likeness)
            .FirstOrDefault()
            .Rule;

    /// <summary>True for a sheet without a table of which it is written that it stays unread.</summary>
    public bool LeavesOut(OfficeGrid grid) => Tables.Any(t => t.ReadAs.IsEmpty && t.Columns.IsEmpty && t.Fits(grid));
}

/// <summary>A value, why it was proposed, and where it is written.</summary>
/// <param name="Value">The value.</param>
/// <param name="Why">For the comment; empty where nothing is to be said.</param>
/// <param name="Line">Line of 对应.yml, 0 before it is written.</param>
internal sealed record Noted<T>(T Value, string Why = "", int Line = 0);

/// <summary>A row of the catalogue.</summary>
/// <param name="Cells">列名 → 值.</param>
/// <param name="Why">For the comment.</param>
/// <param name="Line">Line of 对应.yml.</param>
internal sealed record IndicatorRule(ImmutableArray<(string Column, string Value)> Cells, string Why = "", int Line = 0)
{
    /// <summary>A cell; empty when absent.</summary>
    public string this[string column] => Cells.FirstOrDefault(c => c.Column == column).Value ?? "";
}

/// <summary>How one layout is read（一种表格）.</summary>
internal sealed record TableRule
{
    /// <summary>文件: pattern of the file's name; * stands for anything.</summary>
    public required string Files { get; init; }

    /// <summary>工作表: pattern of the sheet's name.</summary>
    public string Sheets { get; init; } = "*";

    /// <summary>读作: names of our tables; empty for 不读.</summary>
    public ImmutableArray<string> ReadAs { get; init; } = [];

    /// <summary>Where a name may stand that no column has.</summary>
    public static readonly ImmutableArray<string> Places = ["工作表名", "标题", "文件名"];

    /// <summary>版面: 一列一个工会 where units stand side by side and what is told of them in rows.</summary>
    public bool IsTurned { get; init; }

    /// <summary>镇街取自: 工作表名, 文件名 or 标题; empty for none.</summary>
    public string TownFrom { get; init; } = "";

    /// <summary>指标取自: 工作表名, 标题 or 文件名, where a table is of one indicator; empty for none.</summary>
    public string IndicatorFrom { get; init; } = "";

    /// <summary>列.</summary>
    public ImmutableArray<ColumnRule> Columns { get; init; } = [];

    /// <summary>值: by target, a word of the export and ours.</summary>
    public ImmutableArray<WordRule> Words { get; init; } = [];

    /// <summary>单位: by column of the export, the unit of its numbers.</summary>
    public ImmutableArray<(string Column, Noted<string> Unit)> Units { get; init; } = [];

    /// <summary>固定值: by target, what stands in every row.</summary>
    public ImmutableArray<(ColumnGoal Target, Noted<string> Value)> Fixed { get; init; } = [];

    /// <summary>向下填充: columns of which a cell stands for the blank ones below it.</summary>
    public ImmutableArray<string> FillDown { get; init; } = [];

    /// <summary>Line of 对应.yml; 0 before it is written.</summary>
    public int Line { get; init; }

    /// <summary>True when the names of file and sheet fit.</summary>
    public bool Fits(OfficeGrid grid) =>
        Matches(Files, grid.Place.Path[(grid.Place.Path.LastIndexOf('/') + 1)..])
        && (grid.Place.Sheet is not { } sheet || Matches(Sheets, sheet));

    /// <summary>True when the file's name fits.</summary>
    public bool FitsFile(string path) => Matches(Files, path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>How well the columns of a region are those of this rule, 0 to 1.</summary>
    public double Likeness(Region region)
    {
        var keys = Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var theirs = region.Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var both = keys.Count(theirs.Contains);
        return keys.Count == 0
            ? 0
            : (double)both / Math.Max(1, Math.Min(keys.Count, theirs.Count)) * 0.5
                + (double)both / keys.Union(theirs, StringComparer.Ordinal).Count() * 0.5;
    }

    private static bool Matches(string pattern, string name) =>
        Regex.IsMatch(
            ReadingFold.Of(name),
            "^" + Regex.Escape(ReadingFold.Of(pattern)).Replace("\\*", ".*", StringComparison.Ordinal) + "$",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}

/// <summary>A column of the export and what it is.</summary>
/// <param name="Name">Its labels, joined.</param>
/// <param name="Target">What it is.</param>
/// <param name="Why">For the comment; begins with 待确认 when it should be looked at.</param>
/// <param name="Line">Line of 对应.yml.</param>
internal sealed record ColumnRule(string Name, ColumnGoal Target, string Why = "", int Line = 0)
{
    /// <summary>For comparing.</summary>
    public string Key { get; } = HeadColumn.KeyOf(Name);
}

/// <summary>A word of the export and the word of ours that it means.</summary>
/// <param name="Target">The column of ours.</param>
/// <param name="Theirs">The word of the export.</param>
/// <param name="Ours">The word of ours.</param>
/// <param name="Why">For the comment.</param>
/// <param name="Line">Line of 对应.yml.</param>
internal sealed record WordRule(ColumnGoal Target, string Theirs, string Ours, string Why = "", int Line = 0);
