using System.Collections.Immutable;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Schema;

/// <summary>
/// Lists a table's columns once: the field that a binder reads with is the line the dictionary prints（建表）.
/// </summary>
internal sealed class TableBuilder
{
    private readonly List<ColumnSpec> _columns = [];

    public ColumnSpec Key(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null
    ) =>
        Add(
            new()
            {
                Name = name,
                Kind = kind,
                IsKey = true,
                IsRequired = true,
                Description = description,
                Example = example,
                Aliases = [.. aliases ?? []],
                Reference = reference,
            }
        );

    public ColumnSpec Required(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null
    ) =>
        Add(
            new()
            {
                Name = name,
                Kind = kind,
                IsRequired = true,
                Description = description,
                Example = example,
                Aliases = [.. aliases ?? []],
                Reference = reference,
            }
        );

    public ColumnSpec Optional(
        string name,
        CellKind kind,
        string description,
        string example = "",
        string[]? aliases = null,
        string? reference = null
    ) =>
        Add(
            new()
            {
                Name = name,
                Kind = kind,
                Description = description,
                Example = example,
                Aliases = [.. aliases ?? []],
                Reference = reference,
            }
        );

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
            new()
            {
                Name = name,
                Kind = CellKind.Word,
                IsRequired = required,
                Words = words.Words,
                Description = description,
                Example = example,
                Aliases = [.. aliases ?? []],
            }
        );

    public ColumnSpec Words(
        string name,
        ImmutableArray<string> words,
        string description,
        string example,
        bool required
    ) =>
        Add(
            new()
            {
                Name = name,
                Kind = CellKind.Words,
                IsRequired = required,
                Words = words,
                Description = description,
                Example = example,
            }
        );

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

    private ColumnSpec Add(ColumnSpec column)
    {
        column = column with { Ordinal = _columns.Count };
        _columns.Add(column);
        return column;
    }
}
