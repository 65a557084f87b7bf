using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>
/// Debian's nginx on this machine alone, with the very lines that the documentation tells people to write; only ports,
/// folders and the certificate are this machine's.
/// </summary>
internal sealed partial class NginxServer : IDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private const string Brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

    private readonly TemporaryFolder _folder = new();
    private readonly Process _server;

    /// <summary>Starts it.</summary>
    /// <param name="site">Folder that is served, in place of /srv/fugong/site.</param>
    /// <param name="isBelow">True for the recipe of a sub-folder.</param>
    public NginxServer(string site, bool isBelow)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "nginx of Debian.");
        Assert.True(File.Exists(Program) && File.Exists(Brotli), "test.sh installs nginx and its module for brotli.");
        var (http, https) = (SshServer.FreePort(), SshServer.FreePort());
        (Address, Below) = (
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{http}"),
            isBelow ? "/nianjian" : ""
        );
        SafeAddress = string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{https}");
        _folder.Write("snippets/fugong.conf", Recipe("fugong.conf"));
        _folder.Write("conf.d/fugong-cache.conf", Recipe("fugong-cache.conf"));
        var listen = string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{http};");
        var served = isBelow
            ? $"server {{ {listen} location = / {{ return 204; }}\n{Recipe("subfolder.conf")} }}"
            : Recipe("root.conf").Replace("listen 80;", listen, StringComparison.Ordinal);
        var safe = $"server {{ {Recipe("tls.conf")} root /srv/fugong/site; include snippets/fugong.conf; }}"
            .Replace(
                "listen 443",
                string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{https}"),
                StringComparison.Ordinal
            )
            .Replace("/etc/nginx/tls", _folder.Path, StringComparison.Ordinal);
        Certify();
        _folder.Write("sites-enabled/fugong", served.Replace("/srv/fugong/site", site, StringComparison.Ordinal));
        _folder.Write("sites-enabled/safe", safe.Replace("/srv/fugong/site", site, StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tmp"));
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        _folder.Write(
            "nginx.conf",
            $"load_module {Brotli};\n{user}daemon off;\nworker_processes 1;\npid nginx.pid;\nevents {{ }}\n"
                + "http {\naccess_log off;\nclient_body_temp_path tmp;\nproxy_temp_path tmp;\nfastcgi_temp_path tmp;\n"
                + "uwsgi_temp_path tmp;\nscgi_temp_path tmp;\ninclude conf.d/*.conf;\ninclude sites-enabled/*;\n}\n"
        );
        _server = Process.Start(
            new ProcessStartInfo(Program, ["-p", _folder.Path, "-c", "nginx.conf", "-e", "stderr"])
            {
                RedirectStandardError = true,
            }
        )!;
        _server.ErrorDataReceived += (_, line) => Log += line.Data;
        _server.BeginErrorReadLine();
        SshServer.Wait(http);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Where it listens for https.</summary>
    public string SafeAddress { get; }

    /// <summary>Where the site stands: nothing, or /nianjian.</summary>
    public string Below { get; }

    /// <summary>What it complained of.</summary>
    public string Log { get; private set; } = "";

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _folder.Dispose();
    }

    /// <summary>A block of the documentation by its file name.</summary>
    public static string Recipe(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("input", "docs", "deploy.md"));
        return Blocks().Matches(text).Single(b => b.Groups["name"].Value == name).Groups["text"].Value;
    }

    private void Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        _folder.Write("fugong.crt", certificate.ExportCertificatePem());
        _folder.Write("fugong.key", key.ExportPkcs8PrivateKeyPem());
    }

    [GeneratedRegex("^```nginx file=(?<name>\\S+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
