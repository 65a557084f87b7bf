using System.Diagnostics;
using System.Net;
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
    public async Task The_released_linux_file_is_small_and_does_what_the_whole_program_does()
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

        // What the trimmer may cut is what is found by its name at run time: it shows where it is called.
        string Run(params string[] line) => ChildProcess.Run(fugong, project, line);
        Assert.Contains("检查完成", Run("check"), StringComparison.Ordinal);
        Assert.Contains("已签名", Run("sign"), StringComparison.Ordinal);
        Assert.Contains("签名有效", Run("verify"), StringComparison.Ordinal);
        Assert.Contains(".zip", Run("pack"), StringComparison.Ordinal);
        await Serves(fugong, project);
    }

    private static async Task Serves(string fugong, string project)
    {
        using var server = Process.Start(
            new ProcessStartInfo(fugong, ["serve", "--port", "0", "--no-open"])
            {
                WorkingDirectory = project,
                RedirectStandardOutput = true,
            }
        )!;
        try
        {
            var line = "";
            while (!line.Contains("http://", StringComparison.Ordinal))
            {
                line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended.");
            }

            using var client = new HttpClient();
            var address = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]);
            // The address is told before the first preview stands.
            for (var watch = Stopwatch.StartNew(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
            {
                using var page = await client.GetAsync(address, TestContext.Current.CancellationToken);
                if (page.IsSuccessStatusCode)
                {
                    var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    Assert.Contains("示例区", text, StringComparison.Ordinal);
                    break;
                }

                Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5));
            }

            using var absent = await client.GetAsync(new Uri(address, "absent"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    // The manifest says besides by which modules a paper was made, and so does the note of the last build.
    private static IEnumerable<string> Published(string output) =>
        TemporaryFolder.Contents(output).Where(f => f.Key is not ("manifest.json" or ".built")).Select(f => $"{f}");
}
