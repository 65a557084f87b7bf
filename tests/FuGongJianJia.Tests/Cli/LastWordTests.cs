using System.Text;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// A mistake of the program is one message in Chinese and a report without data; never a trace on the screen.
/// </summary>
public sealed class LastWordTests : IDisposable
{
    private const string Secret = "张三丰 110101199003070000";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mistake_of_the_program_is_one_message_exit_code_2_and_a_report()
    {
        var error = Crash("check", "--root", _folder.Path, "--format", "json");

        Assert.Contains("程序出了故障，不是您的错。当时正在做：check", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
        var report = Assert.Single(Directory.GetFiles(_folder.Path, "fugong-故障-*.txt"));
        Assert.Contains(report, error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_names_version_command_and_places_in_the_program_and_no_data()
    {
        Crash("check", "--root", _folder.Path, "--format", "json");

        var report = File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Path, "fugong-故障-*.txt")));
        Assert.Contains(Tool.FullVersion, report, StringComparison.Ordinal);
        Assert.Contains("命令  fugong check --root --format\n", report, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", report, StringComparison.Ordinal);
        Assert.Contains("CheckCommand", report, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, report, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, report, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_fails_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "data"));
        Assert.Contains("当时正在做：build，读取", Crash("build", "--root", _folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_refuses_is_said_in_chinese_with_the_path()
    {
        // A file stands where the folder should be.
        _folder.Write("data", "");
        using var error = new StringWriter();
        var code = Program.Run(
            ["demo", "--into", _folder.Path, "--towns", "3", "--unions", "24"],
            new Screen(TextWriter.Null, error),
            CancellationToken.None
        );
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("读写文件失败：", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z] [a-z]", error.ToString());
    }

    [Fact]
    public void Words_are_found_for_what_a_disk_refuses()
    {
        Assert.Equal("没有权限", FileTrouble.Words(new UnauthorizedAccessException()));
        Assert.Equal("磁盘已满", FileTrouble.Words(new IOException("No space left on device", 28)));
        Assert.Equal("文件或文件夹不见了", FileTrouble.Words(new FileNotFoundException()));
        var page = Path.Combine(_folder.Write("site", ""), "2024", "index.html");
        Assert.Equal(
            "“site”是文件，应为文件夹",
            FileTrouble.Words(new DirectoryNotFoundException($"Could not find a part of the path '{page}'."))
        );
        Assert.Equal("/a/b", FileTrouble.PathOf(new IOException("Access to the path '/a/b' is denied.")));
        Assert.Equal("", FileTrouble.PathOf(new IOException("No space left on device")));
    }

    private static string Crash(params string[] arguments)
    {
        using var error = new StringWriter();
        using var faulty = new FaultyWriter();
        Assert.Equal(ExitCode.Usage, Program.Run(arguments, new Screen(faulty, error), CancellationToken.None));
        return error.ToString();
    }

    private sealed class FaultyWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException(Secret);

        public override void Write(string? value) => throw new InvalidOperationException(Secret);
    }
}
