namespace FuGongJianJia.Tests.Cli;

/// <summary>The program as it is handed to a computer without .NET: one file, nothing beside it.</summary>
public sealed class SingleFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_published_linux_file_does_the_main_job_alone()
    {
        var program = Path.Combine(_folder.Path, "bin");
        ChildProcess.Run(
            "dotnet",
            Repository.Root,
            "publish",
            "src/FuGongJianJia.Cli",
            "-c",
            "Release",
            "-r",
            "linux-x64",
            "-o",
            program,
            "-v",
            "quiet",
            "--nologo"
        );
        Assert.Equal(["fugong"], Directory.GetFiles(program).Select(Path.GetFileName));

        var fugong = Path.Combine(program, "fugong");
        ChildProcess.Run(fugong, _folder.Path, "demo", "--into", _folder.Path, "--towns", "3", "--unions", "24");
        var output = ChildProcess.Run(fugong, _folder.Path, "build", "--period", "2024");

        Assert.Contains("output/site/index.html", output, StringComparison.Ordinal);
        Assert.Contains(
            "演示数据",
            File.ReadAllText(Path.Combine(_folder.Path, "output/site/2024/index.html")),
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(_folder.Path, "output/site/reports/2024/annual.pdf")));
        Assert.Contains(
            "缺少 0，改动 0，多出 0",
            ChildProcess.Run(fugong, _folder.Path, "verify"),
            StringComparison.Ordinal
        );
    }
}
