using System.Collections.Immutable;

namespace FuGongJianJia.Import.Tables.Indexes;

/// <summary>The exporting system's own results（指数）, for reconciliation.</summary>
/// <param name="Organisation">组织编码.</param>
/// <param name="Indexes">Five results in index order; null where empty.</param>
/// <param name="Total">总指数.</param>
public sealed record ReportedIndexes(string Organisation, ImmutableArray<decimal?> Indexes, decimal? Total);
