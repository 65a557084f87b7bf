using System.Collections.Immutable;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Handouts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// Gives messages to a server of mail（发信）, each once: what the journal calls sent is left out, what may have arrived is
/// not sent again unasked, and a lost connection ends one message and not the rest.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="password">Password of its account; null for none. It is given to the server and to nobody else.</param>
/// <param name="journal">What became of each message.</param>
internal sealed class Postman(MailServer server, string? password, SendJournal journal)
{
    // After so many lost connections in a row the server is not there.
    private const int MostLosses = 3;

    // What is counted as written may differ by a little from what was measured.
    private const int Slack = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends what was not sent.</summary>
    /// <param name="drafts">Messages.</param>
    /// <param name="again">Whether those that may have arrived are sent again.</param>
    /// <param name="told">Called for each message with what became of it.</param>
    /// <param name="cancellation">Stops between messages: one that is begun is finished.</param>
    /// <returns>False when it stopped before the last.</returns>
    /// <exception cref="RemediableException">Nothing can be sent.</exception>
    public bool Send(
        ImmutableArray<MailDraft> drafts,
        bool again,
        Action<MailDraft, SendState, string> told,
        CancellationToken cancellation
    )
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var losses = 0;
        foreach (var draft in drafts.Where(d => IsOpen(d, again)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (losses == MostLosses)
            {
                return false;
            }

            if (!client.IsConnected)
            {
                Connect(client, isFirst: losses == 0);
            }

            var (state, said, isLost) = Send(client, draft);
            losses = isLost ? losses + 1 : 0;
            journal.Add(new(draft.Id, draft.Period, draft.To, state, DateTimeOffset.UtcNow, said));
            told(draft, state, said);
        }

        if (client.IsConnected)
        {
            client.Disconnect(quit: true, CancellationToken.None);
        }

        return true;
    }

    /// <summary>True for a message that is to be sent.</summary>
    public bool IsOpen(MailDraft draft, bool again) =>
        journal.Last(draft.Id)?.State switch
        {
            SendState.Sent => false,
            SendState.Begun or SendState.Unknown => again,
            _ => true,
        };

    private (SendState State, string Said, bool IsLost) Send(SmtpClient client, MailDraft draft)
    {
        // A message tells when it was sent, however old the papers are.
        using var message = draft.Message(server.Sender, DateTimeOffset.Now);
        var size = MailDraft.SizeOf(message);
        var most = Math.Min(
            server.Most * 1_000_000L,
            client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : long.MaxValue
        );
        if (size > most)
        {
            return (
                SendState.Failed,
                FormattableString.Invariant($"有 {size / 1e6:0.0} MB，超过上限 {most / 1e6:0.0} MB"),
                false
            );
        }

        journal.Add(new(draft.Id, draft.Period, draft.To, SendState.Begun, DateTimeOffset.UtcNow, ""));
        var progress = new Progress();
        try
        {
            client.Send(message, CancellationToken.None, progress);
            return (SendState.Sent, "", false);
        }
        catch (SmtpCommandException refusal)
        {
            return (SendState.Failed, Words(refusal), !client.IsConnected);
        }
        catch (Exception loss) when (IsLoss(loss))
        {
            // Without its last bytes no server has the message; with them it may.
            if (client.IsConnected)
            {
                client.Disconnect(quit: false, CancellationToken.None);
            }

            return progress.Bytes + Slack < size
                ? (SendState.Failed, "连接断了，没有发出", true)
                : (SendState.Unknown, "全部发出后连接断了，不知道收到没有", true);
        }
    }

    private void Connect(SmtpClient client, bool isFirst)
    {
        // Lists of revoked certificates are on the internet, where an office may not reach.
        client.CheckCertificateRevocation = false;
        if (server.Authority is not null)
        {
            client.ServerCertificateValidationCallback = IsTrusted;
        }

        try
        {
            client.Connect(
                server.Host,
                server.PortOrUsual,
                server.Security switch
                {
                    MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                    MailSecurity.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                },
                CancellationToken.None
            );
            if (password is not null)
            {
                client.Authenticate(server.User, password, CancellationToken.None);
            }
        }
        catch (AuthenticationException failure)
        {
            throw new RemediableException(
                "服务器不认这个账号或密码",
                "核对 发送.yml 的“账号”和环境变量 FUGONG_SMTP_PASSWORD；有的邮箱要用授权码，不是登录密码。",
                failure
            );
        }
        catch (SslHandshakeException failure)
        {
            throw new RemediableException(
                "服务器的证书不能信任，或者它不是按这种方式加密",
                "核对 发送.yml 的“服务器”和“加密”；单位自己签发的证书，在“证书”里写明文件。",
                failure
            );
        }
        catch (NotSupportedException failure)
        {
            throw new RemediableException(
                "服务器不能按要求加密或登录",
                "核对 发送.yml 的“加密”和端口（TLS 多用 465，STARTTLS 多用 587）和“账号”。",
                failure
            );
        }
        catch (Exception failure) when (IsLoss(failure) || failure is SmtpCommandException)
        {
            throw new RemediableException(
                isFirst ? $"连不上 {server.Host} 的 {server.PortOrUsual} 端口" : "连接断了，再也连不上",
                "核对 发送.yml 的“服务器”和网络；已经发出的记在 发送记录.jsonl 里，再运行一次接着发。",
                failure
            );
        }
    }

    // The name must be right whoever signed; then the chain must lead to the office's own authority.
    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.ImportFromPemFile(server.Authority!);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var shown = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        return own.Build(shown);
    }

    private static bool IsLoss(Exception failure) =>
        failure
            is ProtocolException
                or IOException
                or SocketException
                or TimeoutException
                or ServiceNotConnectedException;

    private static string Words(SmtpCommandException refusal)
    {
        var what = refusal.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => "服务器不收这个收件人",
            SmtpErrorCode.SenderNotAccepted => "服务器不收这个发件人",
            _ => "服务器不收这封信",
        };
        return FormattableString.Invariant($"{what}（{(int)refusal.StatusCode}）");
    }

    private sealed class Progress : ITransferProgress
    {
        public long Bytes { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Bytes = bytesTransferred;

        public void Report(long bytesTransferred) => Bytes = bytesTransferred;
    }
}
