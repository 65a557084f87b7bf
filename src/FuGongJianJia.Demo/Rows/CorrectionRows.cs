using FuGongJianJia.Demo.District;
using FuGongJianJia.Demo.Indicators;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>更正.csv: what an earlier edition had wrong.</summary>
internal static class CorrectionRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        var before = Period.OfYear(period.Year - 1);
        var values = new UnionValues(world, before);
        var (made, wanted) = (0, new[] { "H03", "W02" });
        foreach (
            var union in world.Unions.Where(u =>
                u.IsAlive(before) && u.IsPublic && u.Town >= 2 && u.WorkersIn(before.Year, world.BaseYear) > 120
            )
        )
        {
            var value = values
                .Of(union)
                .FirstOrDefault(v =>
                    v.Indicator == wanted[made] && v.IsReported && v.Numerator < v.Denominator * 9 / 10
                );
            if (value.Numerator is not { } numerator)
            {
                continue;
            }

            var (reason, plus) = made == 0 ? ("漏计夜班职工的两场培训", 12) : ("漏计10月份补访的职工", 3);
            yield return
            [
                new(CorrectionSchema.Period, before.ToString()),
                new(CorrectionSchema.Organisation, union.Code),
                new(CorrectionSchema.Indicator, value.Indicator),
                new(CorrectionSchema.Before, numerator),
                new(CorrectionSchema.After, numerator + plus),
                new(CorrectionSchema.On, new DateOnly(period.Year, 3 + (made * 2), 14)),
                new(CorrectionSchema.Reason, $"分子{reason}，按台账更正"),
            ];
            if (++made == wanted.Length)
            {
                yield break;
            }
        }
    }
}
