using System.Collections.Immutable;

namespace FuGongJianJia.Editions.Words;

/// <summary>Methodology（计算方法）as content: page and PDF appendix lay out the same sections.</summary>
/// <param name="Title">Title.</param>
/// <param name="Sections">Sections, in order; the reader numbers them.</param>
public sealed record MethodText(string Title, ImmutableArray<MethodSection> Sections);

/// <summary>A section.</summary>
/// <param name="Slug">ASCII anchor.</param>
/// <param name="Title">Title without number.</param>
/// <param name="Paragraphs">Paragraphs.</param>
/// <param name="Table">A table after the paragraphs; null for none.</param>
public sealed record MethodSection(
    string Slug,
    string Title,
    ImmutableArray<string> Paragraphs,
    MethodTable? Table = null
);

/// <summary>A table of the method.</summary>
/// <param name="Caption">表题.</param>
/// <param name="Head">Column heads.</param>
/// <param name="Rows">Rows, as wide as the head.</param>
/// <param name="Numeric">Which columns are numbers, for alignment.</param>
public sealed record MethodTable(
    string Caption,
    ImmutableArray<string> Head,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<bool> Numeric
);
