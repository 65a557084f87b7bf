using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Commands;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using MimeKit;

namespace FuGongJianJia.Tests.Sending;

/// <summary>
/// A day of handing out: the demo's own sixty recipients, a server of mail with everything that goes wrong in a day,
/// and in the end everybody has theirs, once.
/// </summary>
public sealed class DistributionTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sixty_recipients_of_the_demo_get_theirs_once_whatever_goes_wrong()
    {
        Assert.Equal(ExitCode.Done, Run("demo", "--unions", "60", "--into", _folder.Path).Code);
        foreach (var period in Directory.GetDirectories(Path.Combine(_folder.Path, "data")))
        {
            if (Path.GetFileName(period) != "2024")
            {
                Directory.Delete(period, recursive: true);
            }
        }

        Assert.Equal(ExitCode.Done, Run("build", "--root", _folder.Path).Code);
        Assert.Contains("60 个收件人", Send("--dry-run").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Send().Code);
        var drafts = Directory
            .GetFiles(Path.Combine(_folder.Path, "dist", "分发-2024", "邮件"))
            .Select(path => MimeMessage.Load(path))
            .ToDictionary(Mailbox);
        Assert.True(drafts.Count > 25);

        // One who left, one message too large for what the office allows, a line that is cut in the first message.
        using var office = new PostOffice(isSecure: true, asksForPassword: true) { CutAfter = 20_000 };
        var (large, gone) = (drafts.MaxBy(d => SizeOf(d.Value)), drafts.Keys.Order(StringComparer.Ordinal).Last());
        Assert.NotEqual(large.Key, gone);
        office.Refused.Add(gone);
        _folder.Write("authority.pem", office.Authority);
        _folder.Write("发送.yml", office.Settings("TLS") + "每封上限: 1\n");
        Environment.SetEnvironmentVariable(SendCommand.PasswordVariable, PostOffice.Password);
        try
        {
            var tooLarge = drafts.Values.Count(d => SizeOf(d) > 1_000_000);
            Assert.InRange(tooLarge, 1, 5);
            var morning = Send("--smtp");
            Assert.Equal(ExitCode.BadInput, morning.Code);
            Assert.Contains("服务器不收这个收件人", morning.Error, StringComparison.Ordinal);
            Assert.Contains("超过上限 1.0 MB", morning.Error, StringComparison.Ordinal);
            Assert.Contains("连接断了", morning.Error, StringComparison.Ordinal);
            Assert.Equal(drafts.Count - tooLarge - 2, office.Taken.Count);

            // All mended. What was cut did not arrive, says who was asked. Now an answer gets lost.
            office.Refused.Clear();
            _folder.Write("发送.yml", office.Settings("TLS") + "每封上限: 20\n");
            office.CutAnswerOf = drafts.Count - 1;
            var noon = Send("--smtp", "--again");
            Assert.Equal(ExitCode.BadInput, noon.Code);
            Assert.Contains("不知道收到没有 1 封", noon.Out, StringComparison.Ordinal);

            var evening = Send("--smtp");
            Assert.Equal(ExitCode.Done, evening.Code);
            Assert.Contains("已发出  0 封", evening.Out, StringComparison.Ordinal);
            output.WriteLine(string.Join("\n\n", morning.Error, morning.Out, noon.Error, noon.Out, evening.Out));
        }
        finally
        {
            Environment.SetEnvironmentVariable(SendCommand.PasswordVariable, null);
        }

        Assert.Equal(drafts.Count, office.Taken.Count);
        foreach (var message in office.Taken)
        {
            Assert.Equal(Contents(drafts[Mailbox(message)]), Contents(message));
        }
    }

    private static string Mailbox(MimeMessage message) => message.To.Mailboxes.Single().Address;

    private static long SizeOf(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return stream.Length;
    }

    private static IEnumerable<string> Contents(MimeMessage message) =>
        message
            .Attachments.Cast<MimePart>()
            .Select(part =>
            {
                using var content = new MemoryStream();
                part.Content!.DecodeTo(content);
                return $"{part.FileName} {Manifest.Hash(content.ToArray())}";
            });

    private (int Code, string Out, string Error) Send(params string[] more) =>
        Run(["send", "--root", _folder.Path, .. more]);

    private static (int Code, string Out, string Error) Run(params string[] line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Program.Run(line, new Screen(output, error), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
