using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// The ssh of this system（系统的 ssh）, which never asks anything: keys, agent and settings are the user's own, and a host
/// that is not known is refused.
/// </summary>
internal sealed class SshProgram(PublishPlace place) : IDisposable
{
    // What ssh itself says when there is no connection; any other code is the command's.
    private const int Failed = 255;

    // find that tells sizes, and rsync, on the other side too. Where only SFTP is allowed there is no answer.
    private const string Probe = "rsync --version >/dev/null 2>&1 && find / -maxdepth 0 -printf 'fugong'";

    private static readonly string? Program = Programs.Find("ssh");

    private readonly string _folder = Directory.CreateTempSubdirectory("fugong-ssh-").FullName;
    private Process? _line;

    /// <summary>True when this system has it.</summary>
    public static bool IsHere => Program is not null;

    /// <summary>True when the other side can do its part.</summary>
    /// <exception cref="RemediableException">There is no connection.</exception>
    public bool CanSync() => Run(Probe, "", null, CancellationToken.None).Output.AsSpan().SequenceEqual("fugong"u8);

    /// <summary>
    /// Connects once for everything that follows; Windows has no rsync, and its ssh cannot share a connection.
    /// </summary>
    /// <exception cref="RemediableException">There is no connection.</exception>
    public void Connect()
    {
        var line = Process.Start(
            new ProcessStartInfo(Program!, [.. Options, "-M", "-N", "-T", Destination])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C.UTF-8" },
            }
        )!;
        _line = line;
        var error = line.StandardError.ReadToEndAsync(CancellationToken.None);
        // Its own limit of time is shorter.
        while (!File.Exists(Socket))
        {
            if (line.WaitForExit(20))
            {
                throw Failure(error.GetAwaiter().GetResult());
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_line is { } line)
        {
            Programs.End(line);
            line.WaitForExit();
            line.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a command of the other side.</summary>
    /// <param name="command">For its shell.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="line">Called for each line that it prints; null to keep its bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="RemediableException">There is no connection.</exception>
    public (int Code, byte[] Output, string Error) Run(
        string command,
        string input,
        Action<string>? line,
        CancellationToken cancellation
    )
    {
        var answer = Programs.Run(Program!, [.. Options, "-T", Destination, command], input, line, cancellation);
        return answer.Code == Failed ? throw Failure(answer.Error) : answer;
    }

    /// <summary>What went wrong with the connection.</summary>
    public RemediableException Failure(string error) =>
        error.Contains("IDENTIFICATION HAS CHANGED", StringComparison.Ordinal) ? SshTargets.Changed(place, "")
        : error.Contains("Host key verification failed", StringComparison.Ordinal)
        || error.Contains("host key is known", StringComparison.Ordinal)
            ? SshTargets.Unknown(place, "")
        : error.Contains("Permission denied", StringComparison.Ordinal) ? SshTargets.Refused(place)
        : SshTargets.Unreachable(place, "");

    /// <summary>What ssh would take for this host, by name in lower case; several values where there are
    /// several.</summary>
    public ILookup<string, string> Settings()
    {
        var (_, output, _) = Programs.Run(Program!, ["-G", .. Options, Destination], "", null, CancellationToken.None);
        return Encoding
            .UTF8.GetString(output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split(' ', 2))
            .Where(l => l.Length == 2)
            .ToLookup(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    /// <summary>deploy@www.example.cn.</summary>
    public string Destination => (place.User is { } user ? user + "@" : "") + place.Host;

    /// <summary>For rsync: one line that it takes apart at blanks.</summary>
    public string Command =>
        string.Join(
            ' ',
            Options.Prepend(Program!).Select(o => o.Contains(' ', StringComparison.Ordinal) ? $"'{o}'" : o)
        );

    private string Socket => Path.Combine(_folder, "s");

    private ImmutableArray<string> Options =>
        [
            "-oControlPath=" + Socket,
            "-oBatchMode=yes",
            "-oStrictHostKeyChecking=yes",
            "-oConnectTimeout=20",
            "-oServerAliveInterval=15",
            .. place.Port is { } port ? [string.Create(CultureInfo.InvariantCulture, $"-p{port}")] : (string[])[],
            .. place.KeyFile is { } key ? ["-oIdentitiesOnly=yes", "-i" + key] : (string[])[],
            .. place.KnownHosts is { } known
                ? [$"-oUserKnownHostsFile=\"{known}\"", "-oGlobalKnownHostsFile=none"]
                : (string[])[],
        ];
}
