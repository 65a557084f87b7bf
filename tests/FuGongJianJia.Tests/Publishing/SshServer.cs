using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>Debian's sshd on this machine alone, with keys, settings and a port of its own.</summary>
internal sealed class SshServer : IDisposable
{
    private const string Program = "/usr/sbin/sshd";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _server;

    /// <summary>Starts it.</summary>
    /// <param name="more">Further settings, a line each.</param>
    public SshServer(params string[] more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sshd of Debian.");
        Assert.True(File.Exists(Program), "test.sh installs openssh-server.");
        Port = FreePort();
        NewKey("host");
        NewKey("user");
        if (Environment.UserName == "root")
        {
            // Where it locks itself up; a service would have made it.
            Directory.CreateDirectory("/run/sshd");
        }

        string[] settings =
        [
            $"Port {Port.ToString(CultureInfo.InvariantCulture)}",
            "ListenAddress 127.0.0.1",
            $"HostKey {PathOf("host")}",
            $"AuthorizedKeysFile {PathOf("user.pub")}",
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin prohibit-password",
            "MaxStartups 100",
            .. more,
            "Subsystem sftp internal-sftp",
        ];
        _server = Process.Start(
            new ProcessStartInfo(
                Program,
                ["-D", "-e", "-f", _folder.Write("sshd_config", string.Join('\n', settings) + "\n")]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        Wait(Port);
        Know("host.pub");
    }

    public int Port { get; }

    public string Folder => _folder.Path;

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Writes the list of known hosts, with this key for this server.</summary>
    public void Know(string key) =>
        _folder.Write(
            "known_hosts",
            $"[127.0.0.1]:{Port.ToString(CultureInfo.InvariantCulture)} {File.ReadAllText(PathOf(key))}"
        );

    public void NewKey(string name, string password = "") =>
        ChildProcess.Run("ssh-keygen", _folder.Path, "-q", "-t", "ed25519", "-N", password, "-C", "test", "-f", name);

    /// <summary>发布.yml for a folder of it.</summary>
    public string Target(string more = "") =>
        $"外网:\n  方式: ssh\n  主机: {Environment.UserName}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}\n"
        + $"  网站: {Folder}/srv/site\n  版本: {Folder}/srv/versions\n"
        + $"  已知主机: {PathOf("known_hosts")}\n  保留版本: 3\n{more}";

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _folder.Dispose();
    }

    /// <summary>A port that nobody has.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens.</summary>
    public static void Wait(int port)
    {
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(20))
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromSeconds(20))
            {
                // Not yet.
            }
        }
    }
}
