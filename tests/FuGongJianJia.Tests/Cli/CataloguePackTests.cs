using System.Globalization;
using System.Text;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>Each catalogue that init offers, from an empty folder to a site of a small district.</summary>
public sealed class CataloguePackTests : IDisposable
{
    private const string Unions = """
        组织编码,组织名称,层级,上级编码,组织类型,单位类别,职工数,会员数
        Q1,海角区总工会,区,,总工会,机关,,
        Z1,潮声街道总工会,镇街,Q1,镇街总工会,机关,,
        J1,潮声机械有限公司工会,基层,Z1,基层工会,企业,120,110
        J2,潮声小学工会,基层,Z1,基层工会,事业,60,58
        J3,潮声商圈联合工会,基层,Z1,联合工会,企业,300,240

        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Packs => [.. CataloguePack.Names.Where(n => n != CataloguePack.None)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_district_is_built_by_every_catalogue(string pack)
    {
        var (code, _, error) = Run("init", "--yes", "--period", "2025", "--catalogue", pack);
        Assert.Equal((ExitCode.Done, ""), (code, error));
        var catalogue = File.ReadAllLines(Path.Combine(_folder.Path, "data/2025/指标.csv"), Encoding.UTF8)
            .Skip(1)
            .Select(l => l.Split(','))
            .Where(c => c.Length > 8)
            .ToList();
        foreach (
            var empty in Directory
                .EnumerateFiles(Path.Combine(_folder.Path, "data/2025"))
                .Where(f => Path.GetFileNameWithoutExtension(f) != "指标")
        )
        {
            File.Delete(empty);
        }

        _folder.Write("data/2025/组织.csv", Unions);
        var values = new StringBuilder("组织编码,指标编码,分子,分母,数值\n");
        foreach (var row in catalogue.Where(r => r[9] is "全部" or "基层").DistinctBy(r => r[0]))
        {
            values.Append(CultureInfo.InvariantCulture, $"J1,{row[0]},{Value(row)}\n");
        }

        _folder.Write("data/2025/指标值.csv", values.ToString());
        (code, _, error) = Run("build", "--no-pdf", "--output", Path.Combine(_folder.Path, "out"));
        Assert.True(code == ExitCode.Done, error);
        Assert.DoesNotContain("错误", error, StringComparison.Ordinal);
        foreach (var indicator in catalogue.Select(r => r[0]).Distinct())
        {
            Assert.True(
                File.Exists(Path.Combine(_folder.Path, "out/site/2025/indicators", indicator, "index.html")),
                indicator
            );
        }

        Assert.Contains(
            catalogue[0][2],
            File.ReadAllText(Path.Combine(_folder.Path, "out/site/methodology/2025/index.html")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_catalogue_that_there_is_not_is_refused_with_those_that_there_are()
    {
        var (code, _, error) = Run("init", "--yes", "--catalogue", "五星");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("没有叫“五星”的指标目录", error, StringComparison.Ordinal);
        Assert.Contains("六有星级", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Contents());
    }

    // A value that the rule of the row reads.
    private static string Value(string[] row) =>
        row[6] switch
        {
            "是否" => ",,是",
            "清单" => $"{row[7]},{row[7]},",
            "计数" or "扣分" => ",,1",
            "分档" when !row[7].StartsWith("100:", StringComparison.Ordinal) && row[4] != "%" => ",,区级",
            _ => "85,100,",
        };

    private (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [.. args, "--root", _folder.Path],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }
}
