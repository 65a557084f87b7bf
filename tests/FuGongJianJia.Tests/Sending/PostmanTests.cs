using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Sending;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Handouts;

namespace FuGongJianJia.Tests.Sending;

/// <summary>
/// Sending to a real server of mail with its faults: each message once, and what was not sent is known.
/// </summary>
public sealed class PostmanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Number, SendState State, string Said)> _told = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Over_tls_with_a_password_everybody_gets_theirs_once(bool isSecure)
    {
        using var office = new PostOffice(isSecure, asksForPassword: true);
        var drafts = Drafts(5);
        Assert.True(Send(office, drafts, isSecure));
        Assert.True(Send(office, drafts, isSecure));

        Assert.Equal(Enumerable.Range(1, 5).Select(n => (n, SendState.Sent, "")), _told);
        Assert.Equal(
            drafts.Select(d => ($"{d.Id}@office.example", d.Mailbox, d.Subject)),
            office.Taken.Select(m => (m.MessageId!, m.To.Mailboxes.Single().Address, m.Subject!))
        );
        var first = office.Taken.First();
        Assert.Equal("收件人1：\n请查收。\n", first.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(["简报_2024年_东溪镇.pdf"], first.Attachments.Select(a => a.ContentDisposition!.FileName));
        Assert.Equal("office@office.example", first.From.Mailboxes.Single().Address);
        Assert.InRange(first.Date, DateTimeOffset.Now.AddMinutes(-10), DateTimeOffset.Now);
        Assert.DoesNotContain(PostOffice.Password, Journal(), StringComparison.Ordinal);
        Assert.DoesNotContain("@danwei.example", Journal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_the_server_refuses_is_told_and_the_others_get_theirs()
    {
        using var office = new PostOffice();
        office.Refused.Add("to2@danwei.example");
        Assert.True(Send(office, Drafts(3)));
        Assert.Equal([1, 3], Numbers(SendState.Sent));
        var refused = Assert.Single(_told, t => t.State == SendState.Failed);
        Assert.Contains("不收这个收件人", refused.Said, StringComparison.Ordinal);

        // Once the mailbox is mended they get it, and nobody else a second time.
        office.Refused.Clear();
        _told.Clear();
        Assert.True(Send(office, Drafts(3)));
        Assert.Equal([2], Numbers(SendState.Sent));
        Assert.Equal(3, office.Taken.Count);
    }

    [Fact]
    public void What_is_too_large_for_the_server_is_not_begun()
    {
        using var office = new PostOffice(most: 100_000);
        Assert.True(Send(office, [.. Drafts(2), Draft(3, 200_000)]));
        Assert.Equal([1, 2], Numbers(SendState.Sent));
        Assert.Contains("超过上限 0.1 MB", Assert.Single(_told, t => t.Number == 3).Said, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Journal().Split('\n'),
            l => l.Contains("收件人3", StringComparison.Ordinal) && l.Contains("begun", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_message_that_was_cut_short_is_sent_again_and_arrives_once()
    {
        using var office = new PostOffice(isSecure: true) { CutAfter = 150_000 };

        // More than the line itself can hold: less would be on its way as a whole, and nobody could say.
        ImmutableArray<MailDraft> drafts = [Draft(1, 10), Draft(2, 13_000_000), Draft(3, 10)];
        Send(office, drafts, isSecure: true);
        Assert.Contains("连接断了，没有发出", Assert.Single(_told, t => t.Number == 2).Said, StringComparison.Ordinal);
        Assert.Equal([1, 3], Numbers(SendState.Sent));

        Assert.True(Send(office, drafts, isSecure: true));
        Assert.Equal([1, 3, 2], office.Taken.Select(Number));
    }

    [Fact]
    public void A_message_that_may_have_arrived_is_not_sent_again_unasked()
    {
        using var office = new PostOffice { CutAnswerOf = 2 };
        var drafts = Drafts(3);
        Send(office, drafts);
        Assert.Equal([2], Numbers(SendState.Unknown));
        Assert.True(Send(office, drafts));
        Assert.Equal([1, 2, 3], office.Taken.Select(Number));

        _told.Clear();
        Assert.True(Send(office, drafts, again: true));
        Assert.Equal([2], Numbers(SendState.Sent));
        Assert.Equal(drafts[1].Id + "@office.example", office.Taken.Last().MessageId);
    }

    [Fact]
    public void Killed_or_stopped_in_between_it_goes_on_where_it_was()
    {
        using var office = new PostOffice();
        var drafts = Drafts(6);
        using var stop = new CancellationTokenSource();
        office.OnTaken = () => (office.Taken.Count == 3 ? stop : null)?.Cancel();
        Assert.Throws<OperationCanceledException>(() => Send(office, drafts, stop: stop));
        office.OnTaken = null;

        // The third was answered before it stopped. A power cut leaves half a line.
        Assert.Equal([1, 2, 3], Numbers(SendState.Sent));
        File.AppendAllText(Path.Combine(_folder.Path, SendJournal.FileName), "{\"message\":\"0123");
        Assert.True(Send(office, drafts));
        Assert.Equal([1, 2, 3, 4, 5, 6], office.Taken.Select(Number));

        // One that was begun when the machine died may have arrived.
        var last = Draft(7, 10);
        Read().Add(new(last.Id, "2024", last.To, SendState.Begun, DateTimeOffset.UtcNow, ""));
        Assert.True(Send(office, drafts.Add(last)));
        Assert.Equal(6, office.Taken.Count);
    }

    [Fact]
    public void A_server_that_is_gone_ends_it_and_what_was_sent_is_known()
    {
        using (var office = new PostOffice())
        {
            office.OnTaken = () => office.Dispose();
            Assert.ThrowsAny<RemediableException>(() => Send(office, Drafts(5)));
        }

        Assert.All(_told, t => Assert.Equal(1, t.Number));
    }

    [Fact]
    public void What_is_wrong_with_account_certificate_or_server_is_said_in_words()
    {
        using var office = new PostOffice(isSecure: true, asksForPassword: true);
        Assert.Contains("不认这个账号", Fails(Server(office, true), "wrong"), StringComparison.Ordinal);
        Assert.Contains(
            "证书不能信任",
            Fails(Server(office, true) with { Authority = null }, PostOffice.Password),
            StringComparison.Ordinal
        );
        using var other = new PostOffice();
        File.WriteAllText(Path.Combine(_folder.Path, "other.pem"), other.Authority);
        Assert.Contains(
            "证书不能信任",
            Fails(
                Server(office, true) with
                {
                    Authority = Path.Combine(_folder.Path, "other.pem"),
                },
                PostOffice.Password
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "连不上",
            Fails(Server(office, true) with { Port = 9 }, PostOffice.Password),
            StringComparison.Ordinal
        );
        Assert.Empty(office.Taken);
    }

    [Theory]
    [InlineData("not json\n")]
    [InlineData("{}\n")]
    [InlineData("null\n")]
    [InlineData("\n")]
    [InlineData(
        "{\"message\":\"../../x\",\"period\":\"2024\",\"to\":\"a\",\"state\":\"sent\","
            + "\"at\":\"2024-12-31T00:00:00Z\",\"said\":\"\"}\n"
    )]
    public void A_journal_that_was_changed_stops_everything(string text)
    {
        File.WriteAllText(Path.Combine(_folder.Path, SendJournal.FileName), text);
        var (journal, fault) = SendJournal.Read(_folder.Path);
        Assert.Null(journal);
        Assert.Equal(("FG1912", 1), (fault!.Code, fault.Place.Line));
        Assert.Equal(text, File.ReadAllText(Path.Combine(_folder.Path, SendJournal.FileName)));
    }

    [Fact]
    public void A_draft_made_again_is_the_same_and_another_content_is_another_message()
    {
        var date = new DateOnly(2024, 12, 31);
        Assert.Equal(Draft(1, 10).ToEml("", date), Draft(1, 10).ToEml("", date));
        Assert.NotEqual(Draft(1, 10).Id, Draft(1, 11).Id);
        var text = Encoding.UTF8.GetString(Draft(1, 10).ToEml("", date));
        Assert.Contains("Date: Tue, 31 Dec 2024 09:00:00 +0800", text, StringComparison.Ordinal);
        Assert.DoesNotContain("From:", text, StringComparison.Ordinal);
    }

    private static ImmutableArray<MailDraft> Drafts(int count) =>
        [.. Enumerable.Range(1, count).Select(n => Draft(n, 10))];

    private static MailDraft Draft(int number, int size) =>
        new(
            "2024",
            number,
            $"收件人{number}",
            $"to{number}@danwei.example",
            $"2024年富工建家材料{number}",
            $"收件人{number}：\n请查收。\n",
            [("简报_2024年_东溪镇.pdf", [.. Enumerable.Range(0, size).Select(i => (byte)(i * i))])]
        );

    private static int Number(MimeKit.MimeMessage message) => message.Subject![^1] - '0';

    private MailServer Server(PostOffice office, bool isSecure)
    {
        var authority = Path.Combine(_folder.Path, "authority.pem");
        File.WriteAllText(authority, office.Authority);
        return new()
        {
            Host = "localhost",
            Port = office.Port,
            Security = isSecure ? MailSecurity.Tls : MailSecurity.StartTls,
            User = PostOffice.User,
            Sender = "office@office.example",
            Authority = authority,
        };
    }

    private bool Send(
        PostOffice office,
        ImmutableArray<MailDraft> drafts,
        bool isSecure = false,
        bool again = false,
        CancellationTokenSource? stop = null
    ) =>
        new Postman(Server(office, isSecure), PostOffice.Password, Read()).Send(
            drafts,
            again,
            (draft, state, said) => _told.Add((draft.Number, state, said)),
            stop?.Token ?? TestContext.Current.CancellationToken
        );

    private string Fails(MailServer server, string password)
    {
        var postman = new Postman(server, password, Read());
        return Assert
            .Throws<RemediableException>(() => postman.Send(Drafts(1), false, (_, _, _) => { }, default))
            .Message;
    }

    private SendJournal Read() => SendJournal.Read(_folder.Path).Journal!;

    private string Journal() => File.ReadAllText(Path.Combine(_folder.Path, SendJournal.FileName));

    private int[] Numbers(SendState state) => [.. _told.Where(t => t.State == state).Select(t => t.Number)];
}
