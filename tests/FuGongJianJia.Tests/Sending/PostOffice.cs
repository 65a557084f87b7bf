using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FuGongJianJia.Tests.Sending;

/// <summary>
/// A server of mail on this machine, by another maker, behind a line that can be cut: what it took, whom it refuses,
/// how much it takes and what it asks for.
/// </summary>
internal sealed class PostOffice : IDisposable
{
    public const string User = "bangongshi";
    public const string Password = "correct horse battery";

    private readonly CancellationTokenSource _closing = new();
    private readonly TcpListener _line = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly int _inner;
    private int _taken;

    /// <param name="isSecure">TLS from the first byte; else STARTTLS.</param>
    /// <param name="asksForPassword">Whether nothing is taken without one.</param>
    /// <param name="most">Largest message, bytes; 0 for any.</param>
    public PostOffice(bool isSecure = false, bool asksForPassword = false, int most = 0)
    {
        (_certificate, Authority) = Certificates();
        _inner = FreePort();
        var builder = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e =>
                e.Endpoint(new IPEndPoint(IPAddress.Loopback, _inner))
                    .IsSecure(isSecure)
                    .AuthenticationRequired(asksForPassword)
                    .Certificate(_certificate)
            );
        if (most > 0)
        {
            builder.MaxMessageSize(most, MaxMessageSizeHandling.Strict);
        }

        var services = new ServiceProvider();
        services.Add((IMessageStore)new Store(this));
        services.Add((IMailboxFilterFactory)new DelegatingMailboxFilterFactory(_ => new Filter(this)));
        services.Add(
            (IUserAuthenticatorFactory)
                new DelegatingUserAuthenticatorFactory(_ => new DelegatingUserAuthenticator(
                    (user, password) => user == User && password == Password
                ))
        );
        _ = new SmtpServer.SmtpServer(builder.Build(), services).StartAsync(_closing.Token);
        _line.Start();
        Port = ((IPEndPoint)_line.LocalEndpoint).Port;
        _ = Task.Run(Listen);
    }

    public int Port { get; }

    /// <summary>The certificate of its authority, PEM.</summary>
    public string Authority { get; }

    /// <summary>发送.yml for it, with the authority beside as authority.pem.</summary>
    /// <param name="security">加密.</param>
    public string Settings(string security) =>
        $"服务器: localhost:{Port}\n加密: {security}\n账号: {User}\n发件人: office@office.example\n证书: authority.pem\n";

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>Whom it does not deliver to.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>After so many bytes of one connection the line is cut, once.</summary>
    public long? CutAfter { get; set; }

    /// <summary>The line is cut when this many messages were taken, before anybody hears of the last, once.</summary>
    public int? CutAnswerOf { get; set; }

    /// <summary>Called when a message was taken, before it is answered.</summary>
    public Action? OnTaken { get; set; }

    private bool IsAnswerCut { get; set; }

    public void Dispose()
    {
        _closing.Cancel();
        _line.Stop();
        _certificate.Dispose();
    }

    private async Task Listen()
    {
        while (!_closing.IsCancellationRequested)
        {
            var client = await _line.AcceptTcpClientAsync(_closing.Token);
            var server = await Reach();
            _ = Pass(client, server, isAnswer: false);
            _ = Pass(server, client, isAnswer: true);
        }
    }

    // The server may not listen yet.
    private async Task<TcpClient> Reach()
    {
        for (var tried = 0; ; tried++)
        {
            var server = new TcpClient();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _inner, _closing.Token);
                return server;
            }
            catch (SocketException) when (tried < 100)
            {
                server.Dispose();
                await Task.Delay(50, _closing.Token);
            }
        }
    }

    private async Task Pass(TcpClient from, TcpClient to, bool isAnswer)
    {
        using (from)
        using (to)
        {
            var (buffer, sum) = (new byte[4096], 0L);
            try
            {
                while (await from.GetStream().ReadAsync(buffer, _closing.Token) is var read and > 0)
                {
                    sum += read;
                    if (isAnswer ? IsAnswerCut : sum > CutAfter)
                    {
                        (IsAnswerCut, CutAfter) = (false, null);
                        return;
                    }

                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _closing.Token);
                }
            }
            catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException)
            {
                // The other side is gone.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static (X509Certificate2 Server, string Authority) Certificates()
    {
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=Office",
            authorityKey,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(from, until);
        using var key = RSA.Create(2048);
        var own = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        own.CertificateExtensions.Add(names.Build());
        using var signed = own.Create(authority, from, until, [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return (
            X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null),
            authority.ExportCertificatePem()
        );
    }

    // Not the office itself: the server disposes of its store after every message.
    private sealed class Store(PostOffice office) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            office.Taken.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            office.OnTaken?.Invoke();
            if (Interlocked.Increment(ref office._taken) == office.CutAnswerOf)
            {
                office.IsAnswerCut = true;
            }

            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(PostOffice office) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancellationToken
        ) => Task.FromResult(!office.Refused.Contains(to.AsAddress()));
    }
}
