using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Demo;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Demo;

namespace FuGongJianJia.Tests.Sending;

/// <summary>A small district of three towns, built once, with a recipient for every kind of unit.</summary>
public sealed class HandoutSample : IDisposable
{
    public static readonly string[] Towns = ["SL01", "SL02", "SL03"];

    private readonly TemporaryFolder _folder = new();

    public HandoutSample()
    {
        var files = DemoFolder.Generate(
            new DemoOptions
            {
                Towns = Towns.Length,
                Unions = 24,
                Periods = [Period.OfYear(2024)],
            }
        );
        foreach (var (path, content) in files)
        {
            _folder.Write(path, content);
        }

        Organisations = files.Rows("data/2024/组织.csv");
        _folder.Write("input/site.yml", File.ReadAllText(Repository.PathOf("input", "site.yml")));
        Hand(Recipients());
        var build = Run("build", "--period", "2024");
        Assert.True(build.Code == ExitCode.Done, build.Error);
    }

    public string Root => _folder.Path;

    public string Output => Path.Combine(Root, "output");

    public string To => Path.Combine(Root, "dist", "分发-2024");

    public List<Dictionary<string, string>> Organisations { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes 分发.csv.</summary>
    public void Hand(IEnumerable<string> rows) =>
        _folder.Write(
            "input/分发.csv",
            string.Join("\r\n", rows.Prepend("收件人,职务,身份,范围,材料,方式,份数,邮箱")) + "\r\n"
        );

    public string Write(string path, string text) => _folder.Write(path, text);

    public (int Code, string Out, string Error) Run(params string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [.. line, "--root", Root],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The district, every town, a union of each, and two of the public; all ways.</summary>
    public IEnumerable<string> Recipients()
    {
        yield return "王主席,示例区总工会,内部,全区,年报、简报、公文、意见书、内部清单、内部台账,文件夹、打印,2,";
        foreach (var town in Towns)
        {
            yield return $"{town},,内部,{town},镇街报告、成绩单、简报、意见书、公文,文件夹、压缩包、打印、邮件,,{town}@zhenjie.example";
            var union = Organisations.First(o => o["上级编码"] == town && o["状态"] == "正常" && o["公开"] == "是")[
                "组织编码"
            ];
            yield return $"{union},,内部,{union},成绩单、意见书、公文,文件夹、邮件,,{union}@danwei.example";
            yield return $"{town}图书室,,公开,{town},年报、镇街报告、成绩单,文件夹、邮件,,tss-{town}@public.example";
        }

        yield return "区图书馆,,公开,全区,年报、镇街报告、成绩单,文件夹、压缩包,,";
    }
}
