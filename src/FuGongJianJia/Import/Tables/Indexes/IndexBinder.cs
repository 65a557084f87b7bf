using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Tables.Indexes;

/// <summary>Reads 指数.</summary>
internal static class IndexBinder
{
    private static readonly ColumnSpec[] Columns =
    [
        IndexSchema.Red,
        IndexSchema.Norm,
        IndexSchema.Vigour,
        IndexSchema.Warmth,
        IndexSchema.Harmony,
    ];

    /// <summary>Results of the exporting system by organisation.</summary>
    public static ImmutableArray<ReportedIndexes> Read(PeriodTables tables, OrganisationIndex organisations) =>
        [
            .. tables
                .Records(
                    IndexSchema.Table,
                    IndexSchema.Organisation,
                    r => r.Organisation,
                    row => Bind(row, organisations)
                )
                .OrderBy(r => r.Organisation, StringComparer.Ordinal),
        ];

    private static ReportedIndexes? Bind(DataRow row, OrganisationIndex organisations)
    {
        var organisation = row.Organisation(IndexSchema.Organisation, organisations);
        var indexes = Columns.Select(c => Index(row, c)).ToImmutableArray();
        var total = Index(row, IndexSchema.Total);
        return row.Failed || organisation is null ? null : new(organisation.Code, indexes, total);
    }

    private static decimal? Index(DataRow row, ColumnSpec column)
    {
        var value = row.Number(column);
        if (value > 100m)
        {
            row.Report(
                ProcessCodes.IndexRange,
                column,
                $"“{column.Name}”应在 0 到 100 之间，读到 {ExactNumber.Of(value.Value)}。"
            );
        }

        return value;
    }
}
