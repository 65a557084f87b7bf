using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using CsvHelper;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Benchmarks;

/// <summary>
/// 100,000 unions × 23 values read and checked, beside CsvHelper reading the same bytes and checking nothing.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class ImportBenchmarks
{
    private ImmutableArray<SourceFile> _files;
    private byte[] _values = [];

    /// <summary>Unions.</summary>
    [Params(10_000, 100_000)]
    public int Unions { get; set; }

    /// <summary>Makes the folder in memory.</summary>
    [GlobalSetup]
    public void Make()
    {
        (_files, _values) = Folder(Unions);
    }

    /// <summary>The whole import.</summary>
    [Benchmark]
    public int Import() => Importer.Import(_files, ImportOptions.Default).Dataset!.Periods[0].Observations.Length;

    /// <summary>CsvHelper alone: every cell of 指标值 made a string.</summary>
    [Benchmark(Baseline = true)]
    public int BareCsvHelper()
    {
        using var reader = CsvReader.Create(_values, new CsvReaderOptions { Separator = ',', PoolStrings = true });
        var characters = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                characters += reader.GetString(i).Length;
            }
        }

        return characters;
    }

    /// <summary>A valid folder of any size.</summary>
    internal static (ImmutableArray<SourceFile> Files, byte[] Values) Folder(int unions)
    {
        var organisations = new StringBuilder(
            "组织编码,组织名称,层级,上级编码,组织类型,单位类别,职工数,会员数,状态\nQ,示例区总工会,区,,总工会,机关,,,正常\n"
        );
        var catalogue = new StringBuilder(
            "指标编码,版本,指标名称,指数,单位,方向,规则,参数,分值,适用层级,适用类别,汇总方式\n"
        );
        var text = new StringBuilder("组织编码,期间,指标编码,分子,分母,数值,状态,约数,上报日期,备注\n");
        string[] indexes = ["红色", "规范", "活力", "温暖", "和谐"];
        int[] counts = [4, 6, 4, 5, 4];
        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            for (var k = 1; k <= counts[i]; k++)
            {
                var code = "RGHWX"[i] + k.ToString("00", CultureInfo.InvariantCulture);
                codes.Add(code);
                var weight = k == counts[i] ? 100 - (20 * (counts[i] - 1)) : 20;
                catalogue.Append(
                    CultureInfo.InvariantCulture,
                    $"{code},1,{indexes[i]}第{k}项,{indexes[i]},%,↑,达标比例,80,{weight},全部,全部,合并比率\n"
                );
            }
        }

        // 规范 has six indicators: five of 20 would leave nothing for the last.
        catalogue
            .Replace("G05,1,规范第5项,规范,%,↑,达标比例,80,20", "G05,1,规范第5项,规范,%,↑,达标比例,80,10")
            .Replace("G06,1,规范第6项,规范,%,↑,达标比例,80,0", "G06,1,规范第6项,规范,%,↑,达标比例,80,10");
        for (var t = 0; t < 24; t++)
        {
            organisations.Append(
                CultureInfo.InvariantCulture,
                $"Z{t:00},示例第{t}镇总工会,镇街,Q,镇街总工会,机关,,,正常\n"
            );
        }

        for (var u = 0; u < unions; u++)
        {
            organisations.Append(
                CultureInfo.InvariantCulture,
                $"J{u:000000},示例第{u}工会,基层,Z{u % 24:00},基层工会,企业,{20 + (u % 400)},{10 + (u % 10)},正常\n"
            );
            foreach (var code in codes)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"J{u:000000},2024,{code},{u % 97},100,,已报,否,2025-01-08,\n"
                );
            }
        }

        var values = Encoding.UTF8.GetBytes(text.ToString());
        return (
            [
                new("data/2024/组织.csv", Encoding.UTF8.GetBytes(organisations.ToString())),
                new("data/2024/指标.csv", Encoding.UTF8.GetBytes(catalogue.ToString())),
                new("data/2024/指标值.csv", values),
            ],
            values
        );
    }
}
