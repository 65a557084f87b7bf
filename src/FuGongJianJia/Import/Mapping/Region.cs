using System.Collections.Immutable;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Mapping;

/// <summary>A column of an office's table（列）: its labels from the top down.</summary>
/// <param name="Position">Position on the sheet, from 0.</param>
/// <param name="Path">建会入会, 应完成; one label for most.</param>
internal sealed record HeadColumn(int Position, ImmutableArray<string> Path)
{
    /// <summary>Between the labels of a path.</summary>
    public const string Separator = " > ";

    /// <summary>The labels as one text, by which 对应.yml names the column.</summary>
    public string Name { get; } = string.Join(Separator, Path);

    /// <summary>The name for comparing: without blanks, width, marks and remarks in brackets.</summary>
    public string Key { get; } = KeyOf(string.Join(Separator, Path));

    /// <summary>The lowest label.</summary>
    public string Label => Path[^1];

    /// <summary>The comparable form of a name.</summary>
    public static string KeyOf(string name) => string.Join('>', name.Split('>').Select(HeaderText.Whole));
}

/// <summary>One table on a sheet（一块表）: where its head stands, and which rows are data.</summary>
/// <param name="Grid">The sheet.</param>
/// <param name="Title">Lines above the head, joined.</param>
/// <param name="HeadLine">Line of the head.</param>
/// <param name="Columns">Columns with a label.</param>
/// <param name="Rows">Data rows, without totals, footers and repeated heads.</param>
/// <param name="Skipped">What was left out: the code, the words, the first line, how many.</param>
internal sealed record Region(
    OfficeGrid Grid,
    string Title,
    int HeadLine,
    ImmutableArray<HeadColumn> Columns,
    ImmutableArray<DataLine> Rows,
    ImmutableArray<(RowKind Kind, int Line, int Count)> Skipped
)
{
    /// <summary>
    /// What the table is of by the name of its sheet, its title or its file（指标取自）; empty when that says nothing.
    /// </summary>
    public string Named(string place) =>
        place switch
        {
            "工作表名" => Grid.Place.Sheet is { } sheet && !FilePatterns.IsPlain(sheet)
                ? FilePatterns.Subject(sheet)
                : "",
            "标题" => FilePatterns.Subject(Title),
            _ => FilePatterns.Subject(Grid.Stem),
        };
}

/// <summary>A data row, and the line by itself above it that says of which town it is.</summary>
/// <param name="Row">The row.</param>
/// <param name="Section">城东街道, where a line of its own says so; empty for most.</param>
internal sealed record DataLine(HeldRow Row, string Section);
