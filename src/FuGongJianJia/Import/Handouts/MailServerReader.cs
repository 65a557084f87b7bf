using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Handouts;

/// <summary>
/// Reads 发送.yml（发信设置）. It stands beside data and input: how mail goes out is no part of what a site is made from. No
/// password is ever read from it.
/// </summary>
public static partial class MailServerReader
{
    /// <summary>Name of the file below the project.</summary>
    public const string Path = "发送.yml";

    private static readonly ImmutableArray<(
        string Name,
        Func<YamlValue, SettingReader, MailServer, MailServer> Read
    )> Entries =
    [
        ("服务器", Server),
        (
            "加密",
            (value, reader, server) =>
                server with
                {
                    Security = reader.Word(
                        value,
                        server.Security,
                        [("STARTTLS", MailSecurity.StartTls), ("TLS", MailSecurity.Tls), ("不加密", MailSecurity.None)]
                    ),
                }
        ),
        ("账号", (value, reader, server) => server with { User = reader.Text(value, "") }),
        ("发件人", Sender),
        ("证书", (value, reader, server) => server with { Authority = reader.Text(value, "", 500) }),
        ("每封上限", (value, reader, server) => server with { Most = reader.Whole(value, server.Most, 1, 100) }),
    ];

    private static readonly string[] Secrets = ["密码", "口令", "授权码", "password"];

    /// <summary>The server, and what is wrong with the file, sorted.</summary>
    public static (MailServer Server, ImmutableArray<Diagnostic> Diagnostics) Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (bag, server) = (new DiagnosticBag(), new MailServer());
        if (SettingsImporter.Open(file, ImportOptions.Default, bag) is not (_, var map))
        {
            return (server, bag.ToSorted());
        }

        var reader = new SettingReader(file.Path, bag);
        foreach (var (key, value) in map.Entries)
        {
            reader.Name = key.Text;
            if (Entries.FirstOrDefault(e => e.Name == key.Text).Read is { } read)
            {
                server = read(value, reader, server);
            }
            else
            {
                var isSecret = Secrets.Any(s => key.Text.Contains(s, StringComparison.OrdinalIgnoreCase));
                bag.Add(
                    SettingCodes.UnknownSetting,
                    new(file.Path, key.Line, key.Column),
                    $"不认识的设置{Diagnostic.Quote(key.Text)}。"
                        + (
                            isSecret
                                ? "密码不写在文件里，放在环境变量 FUGONG_SMTP_PASSWORD 里。请删掉这一行。"
                                : Suggest.Phrase(
                                    key.Text,
                                    Entries.Select(e => e.Name),
                                    $"可以写的有：{string.Join('、', Entries.Select(e => e.Name))}。"
                                )
                        )
                );
            }
        }

        return (server, bag.ToSorted());
    }

    /// <summary>Host and port of a text such as smtp.example.cn:465; null when it is none.</summary>
    public static (string Host, int? Port)? Address(string text)
    {
        var match = HostName().Match(text);
        var port = match.Groups["port"] is { Success: true, Value: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : (int?)null;
        return match.Success && port is null or (>= 1 and <= 65535) ? (match.Groups["host"].Value, port) : null;
    }

    private static MailServer Server(YamlValue value, SettingReader reader, MailServer server)
    {
        if (Address(reader.Text(value, "", 300).Trim()) is var (host, port))
        {
            return server with { Host = host, Port = port };
        }

        reader.Wrong(value, "主机名，可以加“:端口”，例如 smtp.example.cn:465");
        return server;
    }

    private static MailServer Sender(YamlValue value, SettingReader reader, MailServer server)
    {
        var text = reader.Text(value, "").Trim();
        if (HandoutReader.MailboxForm().IsMatch(text))
        {
            return server with { Sender = text };
        }

        reader.Wrong(value, "一个邮箱");
        return server;
    }

    [GeneratedRegex(@"\A(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::(?<port>[0-9]{1,5}))?\z")]
    private static partial Regex HostName();
}
