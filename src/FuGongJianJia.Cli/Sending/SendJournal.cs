using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Sending;

/// <summary>
/// What became of each message（发送记录）, a line an event, on the disk before the next step: a message is begun, then
/// it was sent or it was not. One that was begun and of which nothing more is known may have arrived, and is not sent
/// again unasked. No mailbox and no password stands in it.
/// </summary>
internal sealed partial class SendJournal
{
    /// <summary>File name below the folder.</summary>
    public const string FileName = "发送记录.jsonl";

    private const long MostBytes = 1 << 26;

    private readonly string _path;
    private readonly Dictionary<string, SendEvent> _last;

    private SendJournal(string path, Dictionary<string, SendEvent> last) => (_path, _last) = (path, last);

    /// <summary>
    /// Reads the journal of a folder; a last line that was cut short was never finished and is taken off.
    /// </summary>
    /// <returns>The journal; null with what is wrong.</returns>
    public static (SendJournal? Journal, Diagnostic? Fault) Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var last = new Dictionary<string, SendEvent>(StringComparer.Ordinal);
        if (!Path.Exists(path))
        {
            return (new(path, last), null);
        }

        if (StoredFile.ReadUpTo(path, MostBytes) is not { } bytes)
        {
            return (null, Say(0, "读到的不是文件"));
        }

        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            using var file = File.OpenHandle(path, access: FileAccess.ReadWrite);
            RandomAccess.SetLength(file, whole);
        }

        var line = 0;
        foreach (var text in Encoding.UTF8.GetString(bytes.AsSpan(0, whole)).Split('\n').SkipLast(1))
        {
            line++;
            if (Parse(text) is not { } happened)
            {
                return (null, Say(line, "应是本程序写的一行，读不懂"));
            }

            last[happened.Message] = happened;
        }

        return (new(path, last), null);
    }

    /// <summary>What happened last to a message; null for nothing.</summary>
    public SendEvent? Last(string message) => _last.GetValueOrDefault(message);

    /// <summary>True when a recipient was sent another message of the period before.</summary>
    public bool HasEarlier(MailDraft draft) =>
        _last.Values.Any(e =>
            e.State == SendState.Sent && e.Message != draft.Id && e.Period == draft.Period && e.To == draft.To
        );

    /// <summary>Writes an event and waits until it is on the disk.</summary>
    public void Add(SendEvent happened)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(happened, SendJson.Readable.SendEvent);
        using (var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            file.Write([.. bytes, (byte)'\n']);
            file.Flush(flushToDisk: true);
        }

        _last[happened.Message] = happened;
    }

    private static SendEvent? Parse(string text)
    {
        try
        {
            return
                JsonSerializer.Deserialize(text, SendJson.Readable.SendEvent) is { } happened
                && Digest().IsMatch(happened.Message)
                && Enum.IsDefined(happened.State)
                ? happened
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Diagnostic Say(int line, string what) =>
        new(
            SendCodes.RecordUnreadable.Id,
            SendCodes.RecordUnreadable.Severity,
            new SourcePlace(FileName, line),
            $"发送记录不能用：{what}。{SendCodes.RecordUnreadable.Remedy}"
        );

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex Digest();
}

/// <summary>Something that happened to a message（发送记录的一行）.</summary>
/// <param name="Message">Which message: its number, the same whenever it is made of the same.</param>
/// <param name="Period">期间.</param>
/// <param name="To">收件人 with 职务.</param>
/// <param name="State">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Said">What the server said, or why not; empty for nothing.</param>
internal sealed record SendEvent(
    string Message,
    string Period,
    string To,
    SendState State,
    DateTimeOffset At,
    string Said
);

/// <summary>What became of a message.</summary>
internal enum SendState
{
    /// <summary>开始发.</summary>
    Begun,

    /// <summary>已发出: the server has taken it.</summary>
    Sent,

    /// <summary>没有发出: the server has not taken it.</summary>
    Failed,

    /// <summary>不知道: all of it was on its way when the connection was lost.</summary>
    Unknown,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SendEvent))]
internal sealed partial class SendJson : JsonSerializerContext
{
    /// <summary>For writing and for reading; an event is one line.</summary>
    public static SendJson Readable { get; } =
        new(
            new JsonSerializerOptions(StoredJson.Options())
            {
                WriteIndented = false,
                Converters = { new JsonStringEnumConverter<SendState>(JsonNamingPolicy.CamelCase, false) },
            }
        );
}
