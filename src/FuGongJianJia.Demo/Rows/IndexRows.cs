using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// 指数.csv: what the exporting system computes from the same values. It does as this program does, but cuts the third
/// decimal off where this one rounds, in the totals of some towns: a difference that the tolerance allows for.
/// </summary>
internal static class IndexRows
{
    /// <param name="period">The period.</param>
    /// <param name="files">Its other files and the settings.</param>
    public static IEnumerable<DemoCell[]> Of(Period period, IEnumerable<SourceFile> files)
    {
        var dataset = Importer.Import([.. files], ImportOptions.Default).Dataset;
        var scores = dataset is null ? null : Scorer.Score(dataset).Find(period);
        foreach (var unit in scores?.Unions ?? [])
        {
            var totals = Figures.WithProtected(unit, scores!.Settings);
            if (totals.Total is not { } total)
            {
                continue;
            }

            var cuts = unit.Organisation.Level == Level.Town && unit.Organisation.Code[^1] == '6';
            yield return
            [
                new(IndexSchema.Organisation, unit.Organisation.Code),
                new(IndexSchema.Red, Rounded(totals[IndexKey.Red])),
                new(IndexSchema.Norm, Rounded(totals[IndexKey.Norm])),
                new(IndexSchema.Vigour, Rounded(totals[IndexKey.Vigour])),
                new(IndexSchema.Warmth, Rounded(totals[IndexKey.Warmth])),
                new(IndexSchema.Harmony, Rounded(totals[IndexKey.Harmony])),
                new(IndexSchema.Total, total.Round(2, cuts ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero)),
            ];
        }
    }

    private static decimal? Rounded(Fraction? value) => value?.Round(2, MidpointRounding.AwayFromZero);
}
