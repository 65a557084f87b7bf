using System.Text;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Tests.Cli;

/// <summary>A signature says who vouches for an output, and for which.</summary>
public sealed class SignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SignTests() => Build("index");

    private string Output => Path.Combine(_folder.Path, "output");

    private string Key => Path.Combine(_folder.Path, "keys/signing-key.pem");

    public void Dispose() => _folder.Dispose();

    /// <summary>The first test vector of RFC 8032, section 7.1.</summary>
    [Fact]
    public void A_signature_is_that_of_the_standard()
    {
        var seed = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var pem = Convert.ToBase64String([.. Convert.FromHexString("302e020100300506032b657004220420"), .. seed]);
        var path = _folder.Write("key.pem", $"-----BEGIN PRIVATE KEY-----\n{pem}\n-----END PRIVATE KEY-----\n");
        var key = SigningKey.Read(path)!;
        Assert.Equal(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
            Convert.ToHexStringLower(key.Sign([]))
        );
        _folder.Write("public.pem", key.Public.ToBytes());
        Assert.True(VerifyingKey.Read(Path.Combine(_folder.Path, "public.pem"))!.Verifies([], key.Sign([])));
        Assert.False(key.Public.Verifies([1], key.Sign([])));
        Assert.False(key.Public.Verifies([], new byte[64]));
        Assert.False(key.Public.Verifies([], []));
    }

    [Fact]
    public void The_first_use_makes_a_key_that_only_its_owner_reads_and_the_next_uses_it()
    {
        Assert.Equal(ExitCode.Done, Run("sign").Code);
        var key = File.ReadAllText(Key);
        var signature = TemporaryFolder.Contents(Output);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Key));
        }

        Assert.Equal(ExitCode.Done, Run("sign").Code);
        Assert.Equal(key, File.ReadAllText(Key));
        Assert.Equal(signature, TemporaryFolder.Contents(Output));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories),
            f => File.ReadAllText(f).Contains("PRIVATE", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_signed_output_is_sound_and_can_be_packed_with_its_signature()
    {
        Run("sign");
        var fingerprint = SigningKey.Read(Key)!.Public.Fingerprint;
        Assert.Contains($"公钥指纹 {fingerprint}", Run("verify").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("verify", "--key", fingerprint).Code);
        Assert.Equal(ExitCode.Done, Run("verify", "--key", Path.Combine(Output, "site/data/public-key.pem")).Code);
        Assert.Equal(ExitCode.Done, Run("pack").Code);
        using var pack = System.IO.Compression.ZipFile.OpenRead(
            Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "dist"), "site-*.zip"))
        );
        Assert.NotNull(pack.GetEntry("site/data/signature.sig"));
    }

    [Theory]
    [InlineData("site/data/signature.txt")]
    [InlineData("site/data/signature.sig")]
    [InlineData("site/data/public-key.pem")]
    public void A_signature_that_was_changed_or_is_not_all_there_is_none(string path)
    {
        Run("sign");
        var full = Path.Combine(Output, path);
        var bytes = File.ReadAllBytes(full);
        bytes[30] ^= 1;
        File.WriteAllBytes(full, bytes);
        Assert.Equal(ExitCode.BadInput, Run("verify").Code);
        Assert.Equal(ExitCode.BadInput, Run("pack").Code);
        File.Delete(full);
        Assert.Equal(ExitCode.BadInput, Run("verify").Code);
        Assert.Equal(ExitCode.Done, Run("sign").Code);
        Assert.Equal(ExitCode.Done, Run("verify").Code);
    }

    [Fact]
    public void An_output_that_was_signed_anew_with_another_key_is_found_by_the_key()
    {
        Run("sign");
        var ours = SigningKey.Read(Key)!.Public.Fingerprint;
        File.Delete(Key);
        Run("sign");
        Assert.Equal(ExitCode.Done, Run("verify").Code);
        Assert.Equal(ExitCode.BadInput, Run("verify", "--key", ours).Code);
    }

    [Fact]
    public void A_build_that_changes_something_takes_the_signature_away_and_one_that_does_not_leaves_it()
    {
        Run("sign");
        Build("index");
        Assert.Equal(ExitCode.Done, Run("verify", "--key", SigningKey.Read(Key)!.Public.Fingerprint).Code);
        Build("another");
        Assert.False(OutputSignature.Exists(Output));
        Assert.Equal(ExitCode.Done, Run("verify").Code);
        Assert.Equal(ExitCode.BadInput, Run("verify", "--key", SigningKey.Read(Key)!.Public.Fingerprint).Code);
    }

    [Fact]
    public void What_was_tampered_with_is_not_signed()
    {
        _folder.Write("output/site/index.html", "tampered");
        Assert.Equal(ExitCode.BadInput, Run("sign").Code);
        Assert.False(File.Exists(Key));
    }

    [Theory]
    [InlineData("output/key.pem", ExitCode.Usage)]
    [InlineData("input/key.pem", ExitCode.Usage)]
    [InlineData("data/key.pem", ExitCode.Usage)]
    [InlineData("elsewhere/key.pem", ExitCode.Done)]
    public void A_private_key_lies_nowhere_that_is_published(string path, int code)
    {
        Assert.Equal(code, Run("sign", "--key", Path.Combine(_folder.Path, path)).Code);
        Assert.Equal(code == ExitCode.Done, File.Exists(Path.Combine(_folder.Path, path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    public void A_file_that_is_no_key_is_said_and_left(string text)
    {
        _folder.Write("keys/signing-key.pem", text);
        var run = Run("sign");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("不是 Ed25519 私钥", run.Error, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Key));
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions of Unix.");
        Run("sign");
        Give(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var run = Run("sign");
        Assert.Equal(ExitCode.BadInput, run.Code);
        Assert.Contains("chmod 600", run.Error, StringComparison.Ordinal);
    }

    private static void Give(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private void Build(string text)
    {
        using var output = OutputFolder.Open(Output);
        output.Add("site/index.html", Encoding.UTF8.GetBytes(text));
        output.Add("site/data/2024/sha256sums.txt", "sums"u8);
        output.Swap(ManifestSample.Of);
    }

    private (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(
            [.. arguments, "--root", _folder.Path],
            new Screen(output, error),
            TestContext.Current.CancellationToken
        );
        return (code, output.ToString(), error.ToString());
    }
}
