using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;

namespace FuGongJianJia.Tests.Publishing;

/// <summary>Publishing to storage that speaks S3.</summary>
public sealed class S3Tests : IAsyncLifetime
{
    private readonly PublishSample _sample = new();
    private S3Server _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        SetKeys(S3Server.Secret);
        Target("site");
    }

    public async ValueTask DisposeAsync()
    {
        SetKeys(null);
        _sample.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void A_bucket_gets_what_changed_and_can_go_back()
    {
        _sample.FiveEditions(() => Served());
        var site = _server.Objects("site");
        Assert.Equal("text/html; charset=utf-8", site["index.html"].Type);
        Assert.Equal("no-cache", site["index.html"].Cache);
        Assert.Equal("public, max-age=31536000, immutable", site[PublishSample.Style(6)].Cache);
        Assert.DoesNotContain(
            site.Values.Concat(_server.Objects("versions").Values),
            o => System.Text.Encoding.UTF8.GetString(o.Content).Contains(PublishSample.Secret, StringComparison.Ordinal)
        );

        // What went to the other bucket and came back is what it was.
        _sample.Publish("--rollback");
        Assert.Equal("text/html; charset=utf-8", _server.Objects("site")["index.html"].Type);
    }

    [Fact]
    public void Below_a_prefix_others_files_are_not_seen()
    {
        Target("site/nianjian");
        _sample.Build(1);
        Assert.Equal(ExitCode.Done, _sample.Publish().Code);
        Assert.All(_server.Objects("site").Keys, k => Assert.StartsWith("nianjian/", k, StringComparison.Ordinal));
        var puts = _server.Requests["PUT"];
        Assert.Contains("没有变化", _sample.Publish().Out, StringComparison.Ordinal);
        Assert.Equal(puts, _server.Requests["PUT"]);
    }

    [Fact]
    public void What_is_wrong_with_keys_bucket_or_address_is_said_in_words()
    {
        _sample.Build(1);
        SetKeys("wrong");
        Says("不认这把访问密钥");
        SetKeys(null);
        Environment.SetEnvironmentVariable("AWS_PROFILE", "no-such-profile");
        Says("没有对象存储的访问密钥");
        SetKeys(S3Server.Secret);
        _server.Buckets.Remove("site");
        Says("桶不存在");
        _sample.Target(
            "云:\n  方式: s3\n  网站: site\n  版本: versions\n  桶在路径里: 是\n  接入点: http://127.0.0.1:9\n"
        );
        Says("连不上对象存储");
        _sample.Target("云:\n  方式: s3\n  网站: site\n  版本: versions\n  预压缩: 是\n");
        Assert.Empty(_server.Objects("versions"));
    }

    private void Says(string words)
    {
        var run = _sample.Publish();
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Contains("建议", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Server.Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    private SortedDictionary<string, string> Served() =>
        new(
            _server.Objects("site").ToDictionary(o => o.Key, o => Manifest.Hash(o.Value.Content)),
            StringComparer.Ordinal
        );

    private void Target(string site) => _sample.Target(_server.Target(site));

    private static void SetKeys(string? secret)
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", secret is null ? null : S3Server.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", secret);
        Environment.SetEnvironmentVariable("AWS_PROFILE", null);
    }
}
