using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The first five minutes: an empty folder, the program, and what it says.</summary>
public sealed class FirstStepsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_project_has_settings_tables_catalogue_case_and_manual()
    {
        var (code, output, error) = Run("init", "--yes", "--publisher", "海角区总工会", "--period", "2025Q1");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("海角区总工会", Text("input/site.yml"), StringComparison.Ordinal);
        Assert.Contains("地区: \"海角区\"", Text("input/site.yml"), StringComparison.Ordinal);
        Assert.Contains("演示数据: 否", Text("input/site.yml"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "input/docs/manual.md")));
        Assert.Contains("标题: 劳模助企", Text("input/programmes/model-workers-help.md"), StringComparison.Ordinal);
        Assert.Equal(
            23,
            Text("data/2025Q1/指标.csv")
                .Split('\n')
                .Skip(1)
                .Select(l => l.Split(',')[0])
                .Where(c => c.Length > 0)
                .Distinct()
                .Count()
        );
        Assert.DoesNotContain("与上一版本不可比", Text("data/2025Q1/指标.csv"), StringComparison.Ordinal);
        Assert.Contains("data/2025Q1 里的表还是空的", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_tables_are_imported()
    {
        _folder.Write("exports/组织.csv", "组织编码,组织名称\n");
        var other = _folder.Write("exports/说明.docx", "PK");

        var (code, _, error) = Run("import", other, "--period", "2025");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("不是表格，什么也没有改动", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data")));

        var (_, output, _) = Run("import", Path.Combine(_folder.Path, "exports"), "--period", "2025", "--yes");
        Assert.Contains("不是表格，没有导入：说明.docx", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "data/2025/说明.docx")));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/2025/output")]
    [InlineData("input/output")]
    public void The_output_does_not_go_among_what_is_read(string folder)
    {
        Run("init", "--yes", "--period", "2025");
        var (code, _, error) = Run("build", "--output", Path.Combine(_folder.Path, folder));
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("不能放在 data 或 input 里面", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_division_is_the_code_of_the_district()
    {
        Run("init", "--yes", "--publisher", "海角区总工会", "--division", "990199", "--period", "2025");
        var rows = Text("data/2025/组织.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("990199,海角区总工会,,区,,总工会,其他,,990199", rows[1], StringComparison.Ordinal);
        var (code, _, error) = Run("init", "--yes", "--division", "99");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("6、9 或 12 位", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_division_is_the_code_of_a_district_that_the_exports_do_not_name()
    {
        var exports = Repository.PathOf("tests", "exports", "ratio-cells", "2025Q1");
        Run(
            "init",
            "--yes",
            "--publisher",
            "海角区总工会",
            "--division",
            "990199",
            "--period",
            "2025Q1",
            "--exports",
            exports
        );
        Assert.Contains("组织,海角区总工会,,990199", Text("input/编码登记.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("Q0001", Text("input/编码登记.csv"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("check").Code);
    }

    [Theory]
    [InlineData("藏蓝")]
    [InlineData("松绿")]
    [InlineData("赭石")]
    public void A_colour_is_one_that_the_look_admits(string colour)
    {
        Run("init", "--yes", "--colour", colour, "--period", "2025");
        Assert.Contains("强调", Text("input/theme/theme.yml"), StringComparison.Ordinal);
        Assert.DoesNotContain("input/theme", Run("check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_colour_needs_no_file()
    {
        Run("init", "--yes", "--colour", "朱红", "--period", "2025");
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "input/theme")));
    }

    [Fact]
    public void Only_the_tables_are_wrong_with_a_new_project()
    {
        Run("init", "--yes", "--period", "2025");
        var (code, _, error) = Run("check");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.All(
            error.Split('\n').Where(l => l.Contains(": 错误 FG", StringComparison.Ordinal)),
            line => Assert.StartsWith("data/2025/", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_name_with_signs_is_written_so_that_it_reads_back()
    {
        Run("init", "--yes", "--publisher", "某“甲”区: \"乙\" #总工会", "--period", "2025");
        var (_, _, error) = Run("check");
        Assert.DoesNotContain("input/site.yml", error, StringComparison.Ordinal);
        Assert.DoesNotContain("input/cases", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Exports_are_copied_and_no_empty_table_stands_beside_them()
    {
        _folder.Write("exports/组织.csv", "组织编码,组织名称\n");
        _folder.Write("exports/说明.docx", "");
        Run("init", "--yes", "--period", "2025", "--exports", Path.Combine(_folder.Path, "exports"));
        Assert.Equal(
            ["data/2025/指标.csv", "data/2025/组织.csv"],
            _folder.Contents().Keys.Where(p => p.StartsWith("data/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void What_stands_is_not_touched()
    {
        _folder.Write("input/site.yml", "标题: 我们的\n");
        var before = _folder.Contents();
        var (code, _, error) = Run("init", "--yes");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("这里已经有 input", error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Contents());
    }

    [Fact]
    public void A_folder_that_is_not_there_leaves_nothing_behind()
    {
        var (code, _, error) = Run("init", "--yes", "--exports", Path.Combine(_folder.Path, "nowhere"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("没有文件夹", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Contents());
    }

    [Fact]
    public void The_demo_is_ready_at_once()
    {
        var (code, output, error) = Run("init", "--demo");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("数据可以用：", output, StringComparison.Ordinal);
        Assert.Contains("fugong serve", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("check").Code);
    }

    [Fact]
    public void A_first_period_gets_the_default_catalogue_and_a_later_one_takes_it()
    {
        Run("new", "2025");
        Run("new", "2025Q1");
        Assert.Contains("R01", Text("data/2025/指标.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("R01", Text("data/2025Q1/指标.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FG0012")]
    [InlineData("fg0012")]
    [InlineData("12")]
    public void A_code_is_explained_however_it_is_written(string code)
    {
        var (result, output, _) = Help(code);
        Assert.Equal(ExitCode.Done, result);
        Assert.Contains("FG0012", output, StringComparison.Ordinal);
        Assert.Contains("怎么办", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FG9999")]
    [InlineData("build")]
    [InlineData("123456789012345678901234567890")]
    public void What_is_no_code_is_said(string code)
    {
        var (result, _, error) = Help(code);
        Assert.Equal(ExitCode.Usage, result);
        Assert.Contains($"没有“{code}”这个代码", error, StringComparison.Ordinal);
    }

    private string Text(string path) => File.ReadAllText(Path.Combine(_folder.Path, path));

    private (int Code, string Output, string Error) Run(params string[] args) =>
        Invoke([.. args, "--root", _folder.Path]);

    private static (int Code, string Output, string Error) Help(string code) => Invoke(["help", code]);

    private static (int Code, string Output, string Error) Invoke(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(args, new Screen(output, error), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
