using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Tests.Publishing;
using FuGongJianJia.Tests.Sending;

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
        Sends(fugong, project);
        await Publishes(fugong, project);
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
            Assert.Contains(
                "示例区",
                await client.GetStringAsync(address, TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
            using var absent = await client.GetAsync(
                new Uri(address, "absent"),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static void Sends(string fugong, string project)
    {
        using var office = new PostOffice(isSecure: true, asksForPassword: true);
        File.WriteAllText(Path.Combine(project, "authority.pem"), office.Authority);
        File.WriteAllText(Path.Combine(project, "发送.yml"), office.Settings("TLS"));
        var said = ChildProcess.Run(
            fugong,
            project,
            [(SendCommand.PasswordVariable, PostOffice.Password)],
            "send",
            "--smtp"
        );
        Assert.Contains("没有发出 0 封", said, StringComparison.Ordinal);
        Assert.NotEmpty(office.Taken);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(project, "dist"), "打印.pdf", SearchOption.AllDirectories));
    }

    private static async Task Publishes(string fugong, string project)
    {
        var site = TemporaryFolder.Contents(Path.Combine(project, "output/site")).Keys.ToList();
        using var ssh = new SshServer("ForceCommand internal-sftp");
        await using var s3 = await S3Server.StartAsync();
        File.WriteAllText(
            Path.Combine(project, "发布.yml"),
            "本机:\n  方式: 文件夹\n  网站: www/site\n  版本: www/versions\n"
                + ssh.Target($"  密钥: {ssh.PathOf("user")}\n")
                + s3.Target()
        );
        Directory.CreateDirectory(Path.Combine(project, "www"));
        foreach (var target in (string[])["本机", "外网", "云"])
        {
            var said = ChildProcess.Run(
                fugong,
                project,
                [("AWS_ACCESS_KEY_ID", S3Server.Key), ("AWS_SECRET_ACCESS_KEY", S3Server.Secret)],
                "publish",
                target
            );
            Assert.Contains("第 1 版", said, StringComparison.Ordinal);
        }

        Assert.Superset(site.ToHashSet(), TemporaryFolder.Contents(Path.Combine(project, "www/site")).Keys.ToHashSet());
        Assert.Superset(site.ToHashSet(), TemporaryFolder.Contents(ssh.PathOf("srv/site")).Keys.ToHashSet());
        Assert.Superset(site.ToHashSet(), s3.Objects("site").Keys.ToHashSet());
    }

    // The manifest says besides by which modules a paper was made, and so does the note of the last build.
    private static IEnumerable<string> Published(string output) =>
        TemporaryFolder.Contents(output).Where(f => f.Key is not ("manifest.json" or ".built")).Select(f => $"{f}");
}
