using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>发布.yml: what it says is read, what is wrong with it is told with its place.</summary>
public sealed class PublishPlacesTests
{
    private const string Ssh = "外网:\n  方式: ssh\n  主机: deploy@www.example.cn\n  网站: /srv/a\n  版本: /srv/b\n";

    [Fact]
    public void The_example_of_the_documentation_is_read_as_it_is_meant()
    {
        var text = File.ReadAllText(Repository.PathOf("input", "docs", "deploy.md"));
        var start = text.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        var (places, faults) = Read(text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)]);
        Assert.Empty(faults);
        Assert.Equal([PublishKind.Folder, PublishKind.Ssh, PublishKind.S3], places.Select(p => p.Kind));
        Assert.Equal(@"\\服务器\网站\site", places[0].Site);
        Assert.Equal(("deploy", "web1", null), (places[1].User, places[1].Host, places[1].Port));
        Assert.True(places[1].Precompress);
        Assert.Equal("https://oss-cn-hangzhou.aliyuncs.com/", places[2].Endpoint!.AbsoluteUri);
    }

    [Theory]
    [InlineData("主机: deploy@www.example.cn", "主机: -oProxyCommand=x", 3, "BadSetting", "用户@主机")]
    [InlineData("主机: deploy@www.example.cn", "主机: www.example.cn:99999", 3, "BadSetting", "用户@主机")]
    [InlineData("网站: /srv/a", "网站: srv/a", 4, "BadSetting", "以 / 开头的文件夹")]
    [InlineData("网站: /srv/a", "网站: /srv/../etc", 4, "BadSetting", "以 / 开头的文件夹")]
    [InlineData("网站: /srv/a", "网站: /srv/a;rm", 4, "BadSetting", "以 / 开头的文件夹")]
    [InlineData("版本: /srv/b", "版本: /srv/a/b", 5, "BadSetting", "一处套着另一处")]
    [InlineData("版本: /srv/b", "版本: /SRV/A", 5, "BadSetting", "一处套着另一处")]
    [InlineData("版本: /srv/b\n", "", 1, "BadSetting", "没有写“版本”")]
    [InlineData("方式: ssh", "方式: ftp", 2, "BadSetting", "文件夹 或 ssh 或 s3")]
    [InlineData("方式: ssh", "保留版本: 0", 1, "BadSetting", "没有写“方式”")]
    [InlineData("主机:", "密码: x\n  主机:", 3, "UnknownSetting", "密码和密钥不写在这里")]
    [InlineData("主机:", "区域: x\n  主机:", 3, "UnknownSetting", "方式是 ssh 时没有这一项")]
    [InlineData("主机:", "保留版夲: 5\n  主机:", 3, "UnknownSetting", "是否为“保留版本”")]
    [InlineData("主机:", "保留版本: 0\n  主机:", 3, "BadSetting", "1 到 50 的整数")]
    [InlineData("外网:", "外 网!:", 1, "BadSetting", "目标的名字")]
    public void What_is_wrong_is_told_with_its_place(string from, string to, int line, string code, string said)
    {
        var (_, faults) = Read(Ssh.Replace(from, to, StringComparison.Ordinal));
        var fault = faults.First();
        Assert.Equal("发布.yml", fault.Place.Path);
        Assert.Equal(line, fault.Place.Line);
        Assert.Equal(
            code.EndsWith("UnknownSetting", StringComparison.Ordinal)
                ? SettingCodes.UnknownSetting.Id
                : SettingCodes.BadSetting.Id,
            fault.Code
        );
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("网站: Fugong_Site", "桶的名字")]
    [InlineData("接入点: ftp://x", "网址")]
    [InlineData("接入点: https://user:secret@x", "网址")]
    [InlineData("区域: CN 1", "区域的名字")]
    public void Storage_is_named_as_storage_names_it(string line, string said)
    {
        var name = line.Split(':')[0];
        var text = "云:\n  方式: s3\n  网站: site-bucket\n  版本: versions-bucket\n";
        text = text.Contains(name + ":", StringComparison.Ordinal)
            ? text.Replace("网站: site-bucket", line, StringComparison.Ordinal)
            : text + $"  {line}\n";
        Assert.Contains(said, Assert.Single(Read(text).Diagnostics).Message, StringComparison.Ordinal);
    }

    private static (
        System.Collections.Immutable.ImmutableArray<PublishPlace> Places,
        System.Collections.Immutable.ImmutableArray<Diagnostic> Diagnostics
    ) Read(string text) => PublishPlaces.Read(new SourceFile(PublishPlaces.Path, Encoding.UTF8.GetBytes(text)));
}
