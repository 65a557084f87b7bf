using System.Collections.Immutable;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Schema;

/// <summary>
/// Lists a table's columns once（建表）: the field that a binder reads with is the line the dictionary prints. The order of
/// the columns is the order of the lines.
/// </summary>
internal sealed class TableBuilder
{
    private readonly List<ColumnSpec> _columns = [];

    /// <summary>A column of the key; its cells are filled.</summary>
    public ColumnSpec Key(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null,
        bool maySpread = false
    ) =>
        Add(
            Column(name, kind, description, example, aliases, reference) with
            {
                IsKey = true,
                IsRequired = true,
                MaySpread = maySpread,
            }
        );

    /// <summary>A column whose cells are filled.</summary>
    public ColumnSpec Required(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null
    ) => Add(Column(name, kind, description, example, aliases, reference) with { IsRequired = true });

    /// <summary>A column that may be absent, with cells that may be blank.</summary>
    public ColumnSpec Optional(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null
    ) => Add(Column(name, kind, description, example, aliases, reference));

    /// <summary>A column of one word of a closed list.</summary>
    public ColumnSpec Word<T>(
        string name,
        WordList<T> words,
        string description,
        string example,
        bool required = true,
        string[]? aliases = null
    )
        where T : struct, Enum =>
        Add(
            Column(name, CellKind.Word, description, example, aliases) with
            {
                IsRequired = required,
                Words = words.Words,
            }
        );

    /// <summary>A column of several words of a closed list.</summary>
    public ColumnSpec Words(
        string name,
        ImmutableArray<string> words,
        string description,
        string example,
        bool required
    ) => Add(Column(name, CellKind.Words, description, example) with { IsRequired = required, Words = words });

    /// <summary>The table of these columns.</summary>
    public TableSpec Build(
        string name,
        string description,
        bool required = false,
        string[]? aliases = null,
        string[]? rules = null
    ) =>
        new()
        {
            Name = name,
            Description = description,
            IsRequired = required,
            Aliases = [.. aliases ?? []],
            Columns = [.. _columns],
            Rules = [.. rules ?? []],
        };

    private static ColumnSpec Column(
        string name,
        CellKind kind,
        string description,
        string example,
        string[]? aliases = null,
        string? reference = null
    ) =>
        new()
        {
            Name = name,
            Kind = kind,
            Description = description,
            Example = example,
            Aliases = [.. aliases ?? []],
            Reference = reference,
        };

    private ColumnSpec Add(ColumnSpec column)
    {
        column = column with { Ordinal = _columns.Count };
        _columns.Add(column);
        return column;
    }
}
