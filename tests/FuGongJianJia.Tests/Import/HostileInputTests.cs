using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Import;

/// <summary>Any bytes give diagnostics or data: never an exception, never a hang.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Names =
    [
        "data/2024/组织.csv",
        "data/2024/指标.csv",
        "data/2024/指标值.csv",
        "data/2024/任务.xlsx",
        "data/2024/活动.xls",
        "data/2024/表彰.csv",
        "input/site.yml",
        "input/cases/a.md",
        "input/pages/b.md",
    ];

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new System.Random(20240501);
        for (var round = 0; round < 150; round++)
        {
            var bytes = new byte[random.Next(0, 3000)];
            random.NextBytes(bytes);
            if (round % 3 == 0)
            {
                // Bytes of a text's alphabet get further into the parsers than noise does.
                var alphabet = Encoding.UTF8.GetBytes(",\"\n\r\t;:-[]{}&*!|>#%@= 组织编码指标值是否0123456789.<a>()");
                for (var i = 0; i < bytes.Length; i++)
                {
                    bytes[i] = alphabet[bytes[i] % alphabet.Length];
                }
            }

            Check([.. Samples.Base, new(Names[round % Names.Length], bytes)], $"seed 20240501, round {round}");
        }
    }

    [Fact]
    public void Damaged_copies_of_sound_files_never_throw()
    {
        var random = new System.Random(19490501);
        ImmutableArray<SourceFile> sound =
        [
            .. Samples.Base,
            .. GoldenCases.Files("50-workbook-forms").Where(f => f.Path.EndsWith("xlsx", StringComparison.Ordinal)),
            .. GoldenCases.Files("41-image-paths").Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal)),
        ];
        for (var round = 0; round < 250; round++)
        {
            var at = random.Next(sound.Length);
            var bytes = sound[at].Content.ToArray();
            for (var n = random.Next(1, 12); n > 0 && bytes.Length > 0; n--)
            {
                var where = random.Next(bytes.Length);
                bytes = random.Next(4) switch
                {
                    0 => bytes[..where],
                    1 => [.. bytes[..where], .. bytes[where..], .. bytes[..where]],
                    2 => [.. bytes[..where], (byte)random.Next(256), .. bytes[where..]],
                    _ => Flip(bytes, where, (byte)random.Next(256)),
                };
            }

            Check(
                sound.SetItem(at, sound[at] with { Content = bytes.Length > 400_000 ? bytes[..400_000] : bytes }),
                $"seed 19490501, round {round}, {sound[at].Path}"
            );
        }
    }

    [Fact]
    public void A_hundred_thousand_errors_are_counted_and_not_listed()
    {
        var text = new StringBuilder("组织编码,指标编码,数值\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("不存在的工会").Append(i).Append(",R01,95%\n");
        }

        var watch = Stopwatch.StartNew();
        var result = Samples.Import((Samples.Values, Samples.Utf8(text.ToString())));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        Assert.True(result.Diagnostics.Length < 120);
        Assert.Contains(result.Diagnostics, d => d.Message.Contains("另有 99950 处", StringComparison.Ordinal));
    }

    [Fact]
    public void An_open_quote_before_a_large_file_is_told_and_not_swallowed()
    {
        var text = Samples.Text(Samples.Values) + "\"" + new string('字', 1_000_000);
        var result = Samples.Import((Samples.Values, Samples.Utf8(text)));
        Assert.Contains(result.Diagnostics, d => d.Code is "FG0019" or "FG0021");
    }

    [Fact]
    public void A_cell_of_a_megabyte_is_told_without_being_printed()
    {
        var result = Samples.Import(
            (
                "data/2024/活动.csv",
                Samples.Utf8(
                    $"活动编码,活动名称,类型,主办组织,开始日期,结束日期,摘要\n"
                        + $"H1,{new string('长', 350_000)},培训,J1,2024-05-01,2024-05-01,"
                        + $"\"{string.Concat(Enumerable.Repeat("字,\"\"\n", 150_000))}\"\n"
                )
            )
        );
        Assert.NotEmpty(result.Diagnostics);
        Assert.All(
            result.Diagnostics,
            d => Assert.True(d.Message.Length < 400, $"{d.Code} is {d.Message.Length} characters long")
        );
    }

    [Fact]
    public void Ten_thousand_columns_are_counted_and_not_listed()
    {
        var header = "组织编码,指标编码,数值," + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"列{i}"));
        var row = "J1,R01,95%," + string.Join(',', Enumerable.Repeat("1", 10_000));
        var watch = Stopwatch.StartNew();
        var result = Samples.Import(
            (Samples.Values, Samples.Utf8(header + "\n" + string.Join('\n', Enumerable.Repeat(row, 20))))
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.InRange(result.Diagnostics.Length, 2, 200);
    }

    [Theory]
    [InlineData("input/site.yml")]
    [InlineData("input/cases/a.md")]
    public void Lines_of_settings_and_front_matter_in_any_order_and_depth_never_throw(string path)
    {
        var random = new System.Random(20241001);
        string[] lines =
        [
            "---",
            "标题: 甲",
            "类别: 大家访",
            "日期: 2024-05-01",
            "组织: J1",
            "地区: 本区",
            "来源: 本站",
            "数字:",
            "  - 标签: 人数",
            "    数值: 12",
            "    单位: 人",
            "图片:",
            "  - 文件: images/a.png",
            "    替代文字: 图",
            "地区: 示例区",
            "主办单位: 示例区总工会",
            "演示数据: 是",
            "指数权重: [20, 20, 20, 20, 20]",
            "指数权重:",
            "  红色: 20",
            "等次线: [90, 80, 70]",
            "小数保护阈值: 99999999999999999999",
            "字体:",
            "  仿宋: [",
            "- - - - - a",
            "? b",
            "&a [*a]",
            "*a",
            "!!binary x",
            "{a: {b: {c: ",
            "\"未闭合",
            "'",
            "|",
            ">-",
            "\t制表",
            ": ",
            "#",
            "%YAML 9.9",
            "...",
            "\u0000",
            "键: &x",
            "<<: *x",
            "[](",
            "![](/etc/passwd)",
            "正文。",
        ];
        for (var round = 0; round < 1000; round++)
        {
            var text = string.Join(
                '\n',
                Enumerable
                    .Range(0, random.Next(1, 25))
                    .Select(_ => new string(' ', random.Next(3) * 2) + lines[random.Next(lines.Length)])
            );
            Check(
                [.. Samples.Base.Where(f => f.Path != path), new(path, Samples.Utf8("---\n" + text))],
                $"seed 20241001, round {round}: {text}"
            );
        }
    }

    [Fact]
    public void A_case_may_not_grow_without_bound() =>
        Assert.Contains(Samples.Import(("input/cases/a.md", new byte[1_000_001])).Diagnostics, d => d.Code == "FG0021");

    private static byte[] Flip(byte[] bytes, int at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }

    private static void Check(ImmutableArray<SourceFile> files, string round)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = Importer.Import(files, new ImportOptions { MaximumWorkbook = 8_000_000 });
            Assert.Equal(result.HasErrors, result.Dataset is null);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{round}: {e}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{round}: {watch.Elapsed}");
    }
}
