using System.Diagnostics;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Publishing;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>Publishing over ssh, to Debian's sshd: by rsync where there is one, by SFTP where nothing else is
/// allowed.</summary>
public sealed class SshTests : IDisposable
{
    private const string SftpOnly = "ForceCommand internal-sftp";

    private readonly PublishSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData("用 rsync")]
    [InlineData("用 SFTP", SftpOnly)]
    public void A_server_gets_what_changed_and_can_go_back(string way, params string[] settings)
    {
        using var server = new SshServer(settings);
        _sample.Target(server.Target($"  密钥: {server.PathOf("user")}\n"));
        _sample.FiveEditions(() => TemporaryFolder.Contents(server.PathOf("srv/site")));
        Assert.Contains(way, _sample.Publish().Out, StringComparison.Ordinal);
        Assert.All(
            TemporaryFolder.Contents(server.PathOf("srv")).Keys,
            path => Assert.DoesNotContain("internal", path, StringComparison.Ordinal)
        );
        Assert.Empty(Directory.GetFiles(server.PathOf("srv"), ".*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData]
    [InlineData(SftpOnly)]
    public void A_host_that_is_not_known_or_is_another_gets_nothing(params string[] settings)
    {
        using var server = new SshServer(settings);
        _sample.Build(1);
        _sample.Target(server.Target($"  密钥: {server.PathOf("user")}\n"));
        File.WriteAllText(server.PathOf("known_hosts"), "");
        Says("还不认得主机", "核对屏幕上的指纹");
        server.NewKey("other");
        server.Know("other.pub");
        Says("公钥变了", "可能有人冒充");
        Assert.False(Directory.Exists(server.PathOf("srv")));
    }

    [Theory]
    [InlineData]
    [InlineData(SftpOnly)]
    public void A_key_that_is_not_let_in_and_a_folder_that_cannot_be_written_are_said(params string[] settings)
    {
        using var server = new SshServer(settings);
        _sample.Build(1);
        server.NewKey("stranger");
        _sample.Target(server.Target($"  密钥: {server.PathOf("stranger")}\n"));
        Says("不让登录", "authorized_keys");
        _sample.Target(server.Target($"  密钥: {server.PathOf("nowhere")}\n"));
        Says("没有“", "“密钥”和“已知主机”");

        // A file where the folder has to be.
        File.WriteAllText(server.PathOf("srv"), "");
        _sample.Target(server.Target($"  密钥: {server.PathOf("user")}\n"));
        Says("没有照办", "能在“网站”和“版本”两个文件夹里写");
    }

    [Fact]
    public void Nobody_there_is_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ssh of Debian.");
        _sample.Build(1);
        _sample.Target("外网:\n  方式: ssh\n  主机: a@127.0.0.1:9\n  网站: /srv/a\n  版本: /srv/b\n");
        Says("连不上主机 a@127.0.0.1:9", "检查网络");
    }

    /// <summary>The agent holds a key with a password: both ways use it, and no file of a key is read.</summary>
    [Theory]
    [InlineData("ed25519")]
    [InlineData("rsa", SftpOnly)]
    [InlineData("ed25519", SftpOnly)]
    public void The_agent_signs_with_a_key_that_has_a_password(string type, params string[] settings)
    {
        using var server = new SshServer(settings);
        ChildProcess.Run("ssh-keygen", server.Folder, "-q", "-t", type, "-N", "a password", "-f", "locked");
        File.Copy(server.PathOf("locked.pub"), server.PathOf("user.pub"), overwrite: true);
        var socket = server.PathOf("agent");
        using var agent = Process.Start(
            new ProcessStartInfo("ssh-agent", ["-D", "-a", socket]) { RedirectStandardOutput = true }
        )!;
        try
        {
            // What it says first, it says once it listens.
            agent.StandardOutput.ReadLine();
            Environment.SetEnvironmentVariable("SSH_AUTH_SOCK", socket);
            Environment.SetEnvironmentVariable("SSH_ASKPASS", Script(server, "#!/bin/sh\necho 'a password'\n"));
            Environment.SetEnvironmentVariable("SSH_ASKPASS_REQUIRE", "force");
            ChildProcess.Run("ssh-add", server.Folder, "-q", "locked");
            _sample.Build(1);
            _sample.Target(server.Target());
            var run = _sample.Publish();
            Assert.True(run.Code == ExitCode.Done, run.Error);
            Assert.Equal(_sample.Site, TemporaryFolder.Contents(server.PathOf("srv/site")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SSH_AUTH_SOCK", null);
            Environment.SetEnvironmentVariable("SSH_ASKPASS", null);
            Environment.SetEnvironmentVariable("SSH_ASKPASS_REQUIRE", null);
            agent.Kill();
        }
    }

    /// <summary>What OpenSSH writes is read as OpenSSH reads it.</summary>
    [Fact]
    public void Known_hosts_are_those_of_OpenSSH()
    {
        const string Type = "ssh-ed25519";
        var (one, two) = (new byte[] { 1, 2, 3 }, new byte[] { 4, 5, 6 });
        string Key(byte[] key) => Convert.ToBase64String(key);
        var known = KnownHosts.Read([
            "# a remark",
            "",
            $"plain.example.cn,10.0.0.1 {Type} {Key(one)} somebody",
            $"[port.example.cn]:2222 {Type} {Key(one)}",
            $"*.inside.cn,!secret.inside.cn {Type} {Key(one)}",
            $"@cert-authority *.ca.cn {Type} {Key(one)}",
            $"bad.example.cn {Type} {Key(one)}",
            $"@revoked bad.example.cn {Type} {Key(one)}",
            // printf 'hashed.example.cn ssh-ed25519 AQID\n' hashed by ssh-keygen -H with the salt of twenty zeros.
            $"|1|{Key(new byte[20])}|{Key(Hashed("hashed.example.cn"))} {Type} {Key(one)}",
            "half a line",
            $"broken.example.cn {Type} !!!",
        ]);
        Assert.True(known.Knows("plain.example.cn", 22, one));
        Assert.True(known.Knows("PLAIN.example.cn", 22, one));
        Assert.True(known.Knows("10.0.0.1", 22, one));
        Assert.False(known.Knows("plain.example.cn", 22, two));
        Assert.False(known.Knows("plain.example.cn", 2222, one));
        Assert.True(known.Knows("port.example.cn", 2222, one));
        Assert.False(known.Knows("port.example.cn", 22, one));
        Assert.True(known.Knows("a.inside.cn", 22, one));
        Assert.False(known.Knows("secret.inside.cn", 22, one));
        Assert.False(known.Knows("a.ca.cn", 22, one));
        Assert.False(known.Knows("bad.example.cn", 22, one));
        Assert.True(known.Knows("hashed.example.cn", 22, one));
        Assert.False(known.Knows("broken.example.cn", 22, one));
        Assert.Equal([Type], known.Types("plain.example.cn", 22));
        Assert.Empty(known.Types("nobody.example.cn", 22));
    }

    [Fact]
    public void Names_that_ssh_keygen_hashed_are_known()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "ssh-keygen of Debian.");
        using var folder = new TemporaryFolder();
        ChildProcess.Run("ssh-keygen", folder.Path, "-q", "-t", "ed25519", "-N", "", "-f", "host");
        var key = File.ReadAllText(Path.Combine(folder.Path, "host.pub")).Split(' ')[1];
        folder.Write("known", $"www.example.cn ssh-ed25519 {key}\n[www.example.cn]:2222 ssh-ed25519 {key}\n");
        ChildProcess.Run("ssh-keygen", folder.Path, "-q", "-H", "-f", "known");
        var known = KnownHosts.Read(File.ReadLines(Path.Combine(folder.Path, "known")));
        Assert.True(known.Knows("www.example.cn", 22, Convert.FromBase64String(key)));
        Assert.True(known.Knows("www.example.cn", 2222, Convert.FromBase64String(key)));
        Assert.False(known.Knows("www.example.com", 22, Convert.FromBase64String(key)));
    }

    // The form of the file says which.
#pragma warning disable CA5350
    private static byte[] Hashed(string name) =>
        System.Security.Cryptography.HMACSHA1.HashData(new byte[20], System.Text.Encoding.UTF8.GetBytes(name));
#pragma warning restore CA5350

    private static string Script(SshServer server, string text)
    {
        var path = server.PathOf("askpass");
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    private void Says(string words, string remedy)
    {
        var run = _sample.Publish();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }
}
