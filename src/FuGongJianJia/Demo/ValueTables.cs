using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo;

/// <summary>指标值.csv, long: a row a value.</summary>
internal static class LongValueTable
{
    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(stream, "组织编码,指标编码,分子,分母,数值,状态,约数,上报日期,备注");
        ReportedUnits.Each(
            world,
            period,
            (code, values) =>
            {
                var day = CsvSink.Text(ReportedUnits.ReportedOn(world, period, code));
                foreach (var value in values)
                {
                    sink.Row(
                        code,
                        value.Indicator,
                        Number(value.Numerator),
                        Number(value.Denominator),
                        value.Value,
                        value.State,
                        CsvSink.Text(value.Approximate),
                        value.State == "缺报" ? "" : day,
                        value.Remark
                    );
                }
            }
        );
    }

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// 指标值.csv, wide: a row a union, two columns for a ratio and one for a count. An empty cell was not reported.
/// </summary>
internal static class WideValueTable
{
    private static readonly string[] Counts = ["R02", "R03", "G05", "H02", "X01", "X04"];

    // Ratios that some unions have nothing to report for get a column of their own, where 不适用 can be written.
    private static readonly string[] MayNotApply = ["W01", "W04", "W05", "X03"];

    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        var codes = DefaultCatalogue.Of(period.Year, world.BaseYear).Select(r => r.Code).Distinct().ToArray();
        var header = string.Join(
            ',',
            codes.Select(c =>
                Counts.Contains(c) ? c
                : MayNotApply.Contains(c) ? $"{c},{c}分子,{c}分母"
                : $"{c}分子,{c}分母"
            )
        );
        using var sink = new CsvSink(stream, "组织编码,上报日期," + header);
        ReportedUnits.Each(
            world,
            period,
            (code, values) =>
            {
                var byCode = values.ToDictionary(v => v.Indicator, StringComparer.Ordinal);
                var cells = new List<string?> { code, CsvSink.Text(ReportedUnits.ReportedOn(world, period, code)) };
                foreach (var indicator in codes)
                {
                    Cells(cells, indicator, byCode.TryGetValue(indicator, out var value) ? value : null);
                }

                sink.Row([.. cells]);
            }
        );
    }

    private static void Cells(List<string?> cells, string indicator, DemoValue? value)
    {
        var reported = value is { State: "已报" } ? value : null;
        if (Counts.Contains(indicator) || MayNotApply.Contains(indicator))
        {
            cells.Add(value is { State: "不适用" } ? "不适用" : reported?.Value);
        }

        if (!Counts.Contains(indicator))
        {
            cells.Add(reported?.Numerator?.ToString(CultureInfo.InvariantCulture));
            cells.Add(reported?.Denominator?.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>The units that report in a period, with their values.</summary>
internal static class ReportedUnits
{
    public static void Each(DemoWorld world, Period period, Action<string, IEnumerable<DemoValue>> write)
    {
        var towns = new DemoTownValues(world, period);
        write(DemoNames.DistrictCode, towns.OfDistrict());
        foreach (var town in world.Towns)
        {
            write(town.Code, towns.Of(town));
        }

        var unions = new DemoValues(world, period);
        foreach (var union in world.Unions)
        {
            if (union.IsAlive(period))
            {
                write(union.Code, unions.Of(union));
            }
        }
    }

    /// <summary>One of the last eleven days of the period.</summary>
    public static DateOnly ReportedOn(DemoWorld world, Period period, string code) =>
        period.End.AddDays(-SeededRandom.For(world.Seed, code, "day" + period, period.Year).Between(0, 10));
}

/// <summary>
/// 目标.csv: targets that differ from the catalogue's. The parts of a year keep the year's targets, so that they compare.
/// </summary>
internal static class TargetTable
{
    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(stream, "组织编码或分组,指标编码,目标值,文号");
        var document = string.Create(CultureInfo.InvariantCulture, $"示工发〔{period.Year}〕3号");
        sink.Row(world.Unions[0].Code, "H01", "50", document);
        sink.Row(world.Unions[0].Code, "W03", "35", document);
        sink.Row(world.Towns[0].Code, "R03", "15", document);
        sink.Row(world.Towns[5].Code, "G01", "92", document);
        sink.Row(world.Towns[22].Code, "R03", "8", document);
    }
}

/// <summary>更正.csv: what an earlier edition had wrong.</summary>
internal static class CorrectionTable
{
    public static void Write(Stream stream, DemoWorld world, Period period)
    {
        using var sink = new CsvSink(stream, "期间,组织,指标,原值,新值,日期,说明");
        var before = Period.OfYear(period.Year - 1);
        var values = new DemoValues(world, before);
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
                    v.Indicator == wanted[made] && v.State == "已报" && v.Numerator < v.Denominator * 9 / 10
                );
            if (value.Numerator is not { } numerator)
            {
                continue;
            }

            var (reason, plus) = made == 0 ? ("漏计夜班职工的两场培训", 12) : ("漏计10月份补访的职工", 3);
            sink.Row(
                before.ToString(),
                union.Code,
                value.Indicator,
                numerator.ToString(CultureInfo.InvariantCulture),
                (numerator + plus).ToString(CultureInfo.InvariantCulture),
                CsvSink.Text(new DateOnly(period.Year, 3 + (made * 2), 14)),
                $"分子{reason}，按台账更正"
            );
            if (++made == wanted.Length)
            {
                return;
            }
        }
    }
}
