using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Cli.Files;
using MimeKit;
using MimeKit.Text;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// A message to one recipient（邮件）: the same of the same, byte for byte, and with the same number, by which it is known
/// whether it was sent.
/// </summary>
internal sealed class MailDraft
{
    // Mail is written in the time of its office.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private const string NoDomain = "fugong.invalid";

    private static readonly FormatOptions Format = Dos();

    /// <summary>Writes a message.</summary>
    /// <param name="period">期间.</param>
    /// <param name="number">序号 of the recipient.</param>
    /// <param name="to">收件人 with 职务.</param>
    /// <param name="mailbox">邮箱.</param>
    /// <param name="subject">主题.</param>
    /// <param name="text">正文.</param>
    /// <param name="files">附件: names and bytes.</param>
    public MailDraft(
        string period,
        int number,
        string to,
        string mailbox,
        string subject,
        string text,
        ImmutableArray<(string Name, byte[] Content)> files
    )
    {
        (Period, Number, To, Mailbox, Subject, Text, Files) = (period, number, to, mailbox, subject, text, files);
        var all = new StringBuilder($"{period}\n{to}\n{mailbox}\n{subject}\n{text}\n");
        foreach (var (name, content) in files)
        {
            all.Append(name).Append(' ').Append(Manifest.Hash(content)).Append('\n');
        }

        Id = Manifest.Hash(Encoding.UTF8.GetBytes(all.ToString()))[..32];
    }

    /// <summary>Number of the message: over all that it says, and to whom.</summary>
    public string Id { get; }

    /// <summary>期间.</summary>
    public string Period { get; }

    /// <summary>序号 of the recipient.</summary>
    public int Number { get; }

    /// <summary>收件人 with 职务.</summary>
    public string To { get; }

    /// <summary>邮箱.</summary>
    public string Mailbox { get; }

    /// <summary>主题.</summary>
    public string Subject { get; }

    private string Text { get; }

    private ImmutableArray<(string Name, byte[] Content)> Files { get; }

    /// <summary>A draft（.eml） that a mail program opens to be sent by hand.</summary>
    /// <param name="sender">发件人; empty where whoever opens it is.</param>
    /// <param name="date">编制日期: a draft made again is the same.</param>
    public byte[] ToEml(string sender, DateOnly date)
    {
        using var message = Message(sender, new DateTimeOffset(date, new TimeOnly(9, 0), China));
        message.Headers.Add("X-Unsent", "1");
        return Bytes(message);
    }

    /// <summary>The message as it is sent.</summary>
    public MimeMessage Message(string sender, DateTimeOffset date)
    {
        var message = new MimeMessage
        {
            Subject = Subject,
            Date = date,
            MessageId = $"{Id}@{(sender.Length > 0 ? sender.Split('@')[^1] : NoDomain)}",
        };
        if (sender.Length > 0)
        {
            message.From.Add(new MailboxAddress("", sender));
        }
        else
        {
            message.Headers.Remove(HeaderId.From);
        }

        message.To.Add(new MailboxAddress(Encoding.UTF8, To, Mailbox));
        var body = new Multipart("mixed") { Boundary = $"=_{Id}" };
        var text = new TextPart(TextFormat.Plain) { ContentTransferEncoding = ContentEncoding.Base64 };
        text.SetText(Encoding.UTF8, Text);
        body.Add(text);
        foreach (var (name, content) in Files)
        {
            body.Add(
                new MimePart(MimeTypes.GetMimeType(name))
                {
                    Content = new MimeContent(new MemoryStream(content, writable: false)),
                    ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name },
                    ContentTransferEncoding = ContentEncoding.Base64,
                    FileName = name,
                }
            );
        }

        message.Body = body;
        return message;
    }

    /// <summary>How long a message is on its way, bytes.</summary>
    public static long SizeOf(MimeMessage message)
    {
        using var measure = new MimeKit.IO.MeasuringStream();
        message.WriteTo(Format, measure);
        return measure.Length;
    }

    private static byte[] Bytes(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(Format, stream);
        return stream.ToArray();
    }

    private static FormatOptions Dos()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
