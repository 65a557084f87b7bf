using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FuGongJianJia.Import.Schema;

/// <summary>A table（表）of a period's folder.</summary>
public sealed record TableSpec
{
    private FrozenDictionary<string, ColumnSpec>? _byKey;

    /// <summary>表名: the file or sheet name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Other names of the file or sheet.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>用途.</summary>
    public required string Description { get; init; }

    /// <summary>True for 组织, 指标 and 指标值.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True where its absence is told: the site lacks a part without it（栏目不生成）.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>Columns in the order of the template.</summary>
    public required ImmutableArray<ColumnSpec> Columns { get; init; }

    /// <summary>规则: what is checked across rows, in sentences for the dictionary.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>True for its name and its other names.</summary>
    internal bool IsCalled(string name) => Name == name || Aliases.Contains(name);

    /// <summary>The column with this header, by name or alias, after folding; null when there is none.</summary>
    internal ColumnSpec? Find(string header)
    {
        // A name wins over an alias of another column; the first alias wins over the later.
        _byKey ??= Columns
            .Select(c => (Key: HeaderText.Key(c.Name), Column: c))
            .Concat(Columns.SelectMany(c => c.Aliases.Select(a => (Key: HeaderText.Key(a), Column: c))))
            .DistinctBy(p => p.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(p => p.Key, p => p.Column, StringComparer.Ordinal);
        return header.Length > 60 ? null : _byKey.GetValueOrDefault(HeaderText.Key(header));
    }
}
