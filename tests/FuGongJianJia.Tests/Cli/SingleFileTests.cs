using System.Security.Cryptography;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The program as it is handed to a computer without .NET: one small file, nothing beside it.</summary>
public sealed class SingleFileTests : IDisposable
{
    private const int Most = 60_000_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_released_linux_file_is_small_and_makes_the_very_bytes_of_the_whole_program()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file is one for Linux.");
        var release = Path.Combine(_folder.Path, "release");
        ChildProcess.Run("bash", Repository.Root, "scripts/release.sh", "--into", release, "linux-x64");
        Assert.Equal(
            ["SHA256SUMS", $"fugong-{Tool.Version}-linux-x64", $"fugong-{Tool.Version}.cdx.json"],
            Directory.GetFiles(release).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );

        var fugong = Path.Combine(release, $"fugong-{Tool.Version}-linux-x64");
        Assert.InRange(new FileInfo(fugong).Length, 1, Most);
        Assert.Contains(
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(fugong)))}  {Path.GetFileName(fugong)}\n",
            File.ReadAllText(Path.Combine(release, "SHA256SUMS")),
            StringComparison.Ordinal
        );
        var commit = ChildProcess.Run("git", Repository.Root, "rev-parse", "HEAD").Trim();
        Assert.Equal($"{Tool.Version}+{commit}", ChildProcess.Run(fugong, _folder.Path, "--version").Trim());

        var project = Path.Combine(_folder.Path, "project");
        Directory.CreateDirectory(project);
        ChildProcess.Run(fugong, project, "demo", "--into", project, "--towns", "3", "--unions", "24");
        Assert.Contains("output/site/index.html", ChildProcess.Run(fugong, project, "build"), StringComparison.Ordinal);
        Assert.Contains(
            "缺少 0，改动 0，多出 0",
            ChildProcess.Run(fugong, project, "verify"),
            StringComparison.Ordinal
        );

        var whole = Path.Combine(_folder.Path, "whole");
        Assert.Equal(
            ExitCode.Done,
            Program.Run(
                ["build", "--root", project, "--output", whole],
                new Screen(TextWriter.Null, TextWriter.Null),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(Published(whole), Published(Path.Combine(project, "output")));
    }

    // The manifest says besides by which modules a paper was made, and so does the note of the last build.
    private static IEnumerable<string> Published(string output) =>
        TemporaryFolder.Contents(output).Where(f => f.Key is not ("manifest.json" or ".built")).Select(f => $"{f}");
}
