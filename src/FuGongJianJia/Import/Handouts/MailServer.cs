namespace FuGongJianJia.Import.Handouts;

/// <summary>The server that mail is given to（发信服务器）, as 发送.yml names it.</summary>
public sealed record MailServer
{
    /// <summary>服务器: host; empty where the file names none.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port; null for the usual one of its <see cref="Security"/>.</summary>
    public int? Port { get; init; }

    /// <summary>加密.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>
    /// 账号; empty where the server asks for none. Its password is in the environment and nowhere else.
    /// </summary>
    public string User { get; init; } = "";

    /// <summary>发件人: the mailbox that mail comes from; empty where the file names none.</summary>
    public string Sender { get; init; } = "";

    /// <summary>证书: file with the certificate of the server's own authority; null for those of this machine.</summary>
    public string? Authority { get; init; }

    /// <summary>每封上限: how large a message may be, MB, 1–100.</summary>
    public int Most { get; init; } = 20;

    /// <summary>The port, named or usual.</summary>
    public int PortOrUsual =>
        Port
        ?? Security switch
        {
            MailSecurity.Tls => 465,
            MailSecurity.StartTls => 587,
            _ => 25,
        };
}

/// <summary>How the way to the server is kept secret（加密）.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS: asked for after the greeting, and nothing is said without.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>不加密: for a server inside the office, without a password.</summary>
    None,
}
