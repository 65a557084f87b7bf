using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Yaml;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Publishing;

/// <summary>
/// Reads 发布.yml（发布目标）. It stands beside data and input: where a site goes is no part of what it is made from. No
/// password and no key is ever read from it.
/// </summary>
public static partial class PublishPlaces
{
    /// <summary>Name of the file below the project.</summary>
    public const string Path = "发布.yml";

    private static readonly ImmutableArray<(string Word, PublishKind Kind)> Kinds =
    [
        ("文件夹", PublishKind.Folder),
        ("ssh", PublishKind.Ssh),
        ("s3", PublishKind.S3),
    ];

    private static readonly ImmutableArray<Entry> Entries =
    [
        new("方式", null, (_, _, place) => place),
        new("网站", null, (value, reader, place) => place with { Site = Location(value, reader, place) }),
        new("版本", null, (value, reader, place) => place with { Versions = Location(value, reader, place) }),
        new("保留版本", null, (value, reader, place) => place with { Keep = reader.Whole(value, place.Keep, 1, 50) }),
        new("预压缩", null, (value, reader, place) => place with { Precompress = reader.YesNo(value, false) }),
        new("主机", PublishKind.Ssh, Host),
        new("密钥", PublishKind.Ssh, (value, reader, place) => place with { KeyFile = reader.Text(value, "", 500) }),
        new(
            "已知主机",
            PublishKind.Ssh,
            (value, reader, place) => place with { KnownHosts = reader.Text(value, "", 500) }
        ),
        new("接入点", PublishKind.S3, Endpoint),
        new("区域", PublishKind.S3, Region),
        new(
            "桶在路径里",
            PublishKind.S3,
            (value, reader, place) => place with { PathStyle = reader.YesNo(value, false) }
        ),
    ];

    // What people would write a secret under.
    private static readonly string[] Secrets =
    [
        "密码",
        "口令",
        "私钥",
        "AccessKey",
        "SecretKey",
        "访问密钥",
        "password",
    ];

    /// <summary>The places in the order of the file, and what is wrong with it, sorted.</summary>
    public static (ImmutableArray<PublishPlace> Places, ImmutableArray<Diagnostic> Diagnostics) Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var bag = new DiagnosticBag();
        if (SettingsImporter.Open(file, ImportOptions.Default, bag) is not (_, var map))
        {
            return ([], bag.ToSorted());
        }

        var places = ImmutableArray.CreateBuilder<PublishPlace>();
        foreach (var (key, value) in map.Entries)
        {
            if (Place(key, value, file.Path, bag) is { } place)
            {
                places.Add(place);
            }
        }

        return (places.ToImmutable(), bag.ToSorted());
    }

    private static PublishPlace? Place(YamlScalar name, YamlValue value, string path, DiagnosticBag bag)
    {
        var reader = new SettingReader(path, bag) { Name = name.Text };
        if (!TargetName().IsMatch(name.Text))
        {
            reader.Wrong(name, "目标的名字，1 到 20 个字母、汉字或数字");
            return null;
        }

        if (value is not YamlMap map)
        {
            reader.Wrong(value, "几行“名字: 值”：方式、网站、版本");
            return null;
        }

        PublishKind? Kind(YamlValue written)
        {
            reader.Name = $"{name.Text}.方式";
            var kind = reader.Word<PublishKind?>(written, null, [.. Kinds.Select(k => (k.Word, (PublishKind?)k.Kind))]);
            return kind;
        }

        var kind = map.Entries.FirstOrDefault(e => e.Key.Text == "方式") is { Value: { } written }
            ? Kind(written)
            : Missing("方式", "文件夹、ssh 或 s3");
        if (kind is not { } known)
        {
            return null;
        }

        var place = new PublishPlace
        {
            Name = name.Text,
            Kind = known,
            Site = "",
            Versions = "",
        };
        var names = Entries.Where(e => e.Only is null || e.Only == known).ToList();
        foreach (var (key, inner) in map.Entries)
        {
            reader.Name = $"{name.Text}.{key.Text}";
            if (names.Find(e => e.Name == key.Text) is { } entry)
            {
                place = entry.Read(inner, reader, place);
            }
            else
            {
                Unknown(key, known, [.. names.Select(e => e.Name)], path, bag);
            }
        }

        foreach (var needed in (string[])["网站", "版本", .. known == PublishKind.Ssh ? (string[])["主机"] : []])
        {
            if (map.Entries.All(e => e.Key.Text != needed))
            {
                Missing(needed, needed == "主机" ? "deploy@www.example.cn 这样的主机" : "放文件的地方");
            }
        }

        if (place.Site.Length > 0 && place.Versions.Length > 0 && IsWithinOther(place))
        {
            reader.Name = $"{name.Text}.版本";
            reader.Wrong(
                map.Entries.First(e => e.Key.Text == "版本").Value,
                "网站之外的另一处：里面是换下来的旧文件，不能让人从网上打开；两处也不能一处套着另一处"
            );
        }

        return place;

        PublishKind? Missing(string what, string expected)
        {
            bag.Add(
                SettingCodes.BadSetting,
                new(path, name.Line, name.Column),
                $"目标“{name.Text}”没有写“{what}”，应为{expected}。"
            );
            return null;
        }
    }

    private static void Unknown(
        YamlScalar key,
        PublishKind kind,
        IReadOnlyCollection<string> names,
        string path,
        DiagnosticBag bag
    )
    {
        var elsewhere = Entries.FirstOrDefault(e => e.Name == key.Text);
        bag.Add(
            SettingCodes.UnknownSetting,
            new(path, key.Line, key.Column),
            $"不认识的设置{Diagnostic.Quote(key.Text)}。"
                + (
                    Secrets.Any(s => key.Text.Contains(s, StringComparison.OrdinalIgnoreCase))
                        ? "密码和密钥不写在这里：ssh 用密钥文件或代理，对象存储用环境变量或配置文件。请删掉这一行。"
                    : elsewhere is not null ? $"方式是 {Kinds.First(k => k.Kind == kind).Word} 时没有这一项，请删掉。"
                    : Suggest.Phrase(key.Text, names, $"可以写的有：{string.Join('、', names)}。")
                )
        );
    }

    private static string Location(YamlValue value, SettingReader reader, PublishPlace place)
    {
        var text = reader.Text(value, "", 500).Trim();
        if (text.Length == 0)
        {
            reader.Wrong(value, "放文件的地方，不能是空的");
            return "";
        }

        var (fits, expected) = place.Kind switch
        {
            PublishKind.Ssh => (RemoteFolder().IsMatch(text), "主机上以 / 开头的文件夹，例如 /srv/fugong/site"),
            PublishKind.S3 => (
                Bucket().IsMatch(text),
                "桶的名字，可以加前缀，例如 fugong-site 或 fugong-site/nianjian"
            ),
            _ => (true, ""),
        };
        if (fits)
        {
            return text.Length > 1 ? text.TrimEnd('/', '\\') : text;
        }

        reader.Wrong(value, expected);
        return "";
    }

    // Upper and lower case are one, as on Windows. Folders of this machine are looked at once more where they are
    // opened.
    private static bool IsWithinOther(PublishPlace place)
    {
        static string Whole(string text) => text.Replace('\\', '/') + "/";
        var (site, versions) = (Whole(place.Site), Whole(place.Versions));
        return site.StartsWith(versions, StringComparison.OrdinalIgnoreCase)
            || versions.StartsWith(site, StringComparison.OrdinalIgnoreCase);
    }

    private static PublishPlace Host(YamlValue value, SettingReader reader, PublishPlace place)
    {
        var match = HostName().Match(reader.Text(value, "", 300).Trim());
        var port = match.Groups["port"] is { Success: true, Value: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : (int?)null;
        if (!match.Success || port is < 1 or > 65535)
        {
            reader.Wrong(value, "用户@主机，可以加“:端口”，例如 deploy@www.example.cn:22");
            return place;
        }

        return place with
        {
            Host = match.Groups["host"].Value,
            User = match.Groups["user"] is { Success: true, Value: var user } ? user : null,
            Port = port,
        };
    }

    private static PublishPlace Endpoint(YamlValue value, SettingReader reader, PublishPlace place)
    {
        if (
            Uri.TryCreate(reader.Text(value, "", 300).Trim(), UriKind.Absolute, out var endpoint)
            && endpoint.Scheme is "https" or "http"
            && endpoint is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
        )
        {
            return place with { Endpoint = endpoint };
        }

        reader.Wrong(value, "网址，例如 https://oss-cn-hangzhou.aliyuncs.com");
        return place;
    }

    private static PublishPlace Region(YamlValue value, SettingReader reader, PublishPlace place)
    {
        var text = reader.Text(value, "").Trim();
        if (RegionName().IsMatch(text))
        {
            return place with { Region = text };
        }

        reader.Wrong(value, "区域的名字，例如 cn-hangzhou");
        return place;
    }

    // One item of a target; of one kind only, or of all.
    private sealed record Entry(
        string Name,
        PublishKind? Only,
        Func<YamlValue, SettingReader, PublishPlace, PublishPlace> Read
    );

    [GeneratedRegex(@"\A[\p{L}\p{N}_-]{1,20}\z")]
    private static partial Regex TargetName();

    // Nothing that a shell or an option could take for its own.
    [GeneratedRegex(@"\A(?:/(?!\.\.?(?:/|\z))[\p{L}\p{N}._-]+)+/?\z")]
    private static partial Regex RemoteFolder();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/(?!\.)[A-Za-z0-9._-]+)*/?\z")]
    private static partial Regex Bucket();

    [GeneratedRegex(
        @"\A(?:(?<user>[A-Za-z0-9_][A-Za-z0-9._-]*)@)?(?<host>[A-Za-z0-9][A-Za-z0-9.-]*)(?::(?<port>[0-9]{1,5}))?\z"
    )]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex RegionName();
}
