using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Sending;

/// <summary>What handing out wrote into a folder（分发清单）, so that it knows its own files again.</summary>
internal sealed partial record HandoutRecord
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>File name below the folder.</summary>
    public const string FileName = "清单.json";

    /// <summary>Form of the record.</summary>
    [JsonRequired]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>期间.</summary>
    public required string Period { get; init; }

    /// <summary>SHA-256 of the manifest of the output that it was made from.</summary>
    public required string Manifest { get; init; }

    /// <summary>
    /// Files by path below the folder; while files are moved in, those before and those after, so that one path may
    /// stand twice.
    /// </summary>
    public required ImmutableArray<ManifestEntry> Files { get; init; }

    /// <summary>UTF-8 JSON with a last line break.</summary>
    public byte[] ToBytes() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this, HandoutJson.Readable.HandoutRecord), (byte)'\n'];

    /// <summary>Looks at the bytes of a record: files are deleted by it.</summary>
    /// <returns>The record; null with what is wrong.</returns>
    public static (HandoutRecord? Record, Diagnostic? Fault) Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, HandoutJson.Readable.HandoutRecord) is not { } record
                    ? (null, Say("读到空值"))
                : Fault(record) is { } fault ? (null, Say(fault))
                : (record, null);
        }
        catch (JsonException)
        {
            return (null, Say("应是本程序写的 JSON，读不懂"));
        }
    }

    private static string? Fault(HandoutRecord record)
    {
        if (record.Schema != CurrentSchema)
        {
            return FormattableString.Invariant(
                $"版本（schema）应为 {CurrentSchema}，读到 {record.Schema}：由另一版本的程序写成"
            );
        }

        foreach (var entry in record.Files)
        {
            var fault = entry switch
            {
                null or { Path: "" } => "是空的",
                _ when entry.Path.Split('/').Any(n => n.StartsWith('.')) => "是隐藏的",
                _ when entry.Path is FileName or SendJournal.FileName => "是记录本身",
                _ when entry.Size < 0 || !Digest().IsMatch(entry.Sha256) => "的大小或校验值不对",
                _ => entry.Path.Split('/').Select(PortableName.Fault).FirstOrDefault(f => f is not null),
            };
            if (fault is not null)
            {
                return $"路径{Diagnostic.Quote(entry?.Path ?? "")}{fault}";
            }
        }

        return Digest().IsMatch(record.Manifest) ? null : "输出清单的校验值不对";
    }

    private static Diagnostic Say(string what) =>
        new(
            SendCodes.RecordUnreadable.Id,
            SendCodes.RecordUnreadable.Severity,
            new SourcePlace(FileName),
            $"分发清单不能用：{what}。{SendCodes.RecordUnreadable.Remedy}"
        );

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Digest();
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandoutRecord))]
internal sealed partial class HandoutJson : JsonSerializerContext
{
    /// <summary>For writing and for reading.</summary>
    public static HandoutJson Readable { get; } = new(StoredJson.Options());
}
