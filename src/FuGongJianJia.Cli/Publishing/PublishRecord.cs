using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FuGongJianJia.Cli.Files;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// What was published to a target（发布记录）, as the target itself keeps it: the versions that can be gone back to, which
/// of them is served, and which were begun since.
/// </summary>
internal sealed record PublishRecord
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Form of the record.</summary>
    [JsonRequired]
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Number of the version that is served; 0 before the first is.</summary>
    [JsonRequired]
    public int Current { get; init; }

    /// <summary>
    /// Versions that were begun since the served one was finished: a file in which any of them differs from it may be
    /// of
    /// either.
    /// </summary>
    public ImmutableArray<int> Underway { get; init; } = [];

    /// <summary>Versions, by number.</summary>
    public ImmutableArray<PublishVersion> Versions { get; init; } = [];

    /// <summary>UTF-8 JSON with a last line break.</summary>
    public byte[] ToBytes() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this, PublishJson.Readable.PublishRecord), (byte)'\n'];
}

/// <summary>A version（版本）, as the record names it.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Edition">编制日期, such as 2025-01-10.</param>
/// <param name="Manifest">SHA-256 of the manifest of the output that was published.</param>
/// <param name="Published">When it was finished, UTC; null for one that never was.</param>
/// <param name="List">SHA-256 of its list of files.</param>
internal sealed record PublishVersion(
    int Number,
    string Edition,
    string Manifest,
    DateTimeOffset? Published,
    string List
)
{
    /// <summary>Where its list is; its name holds what it is, so that an interrupted write harms no other.</summary>
    public string Key => FormattableString.Invariant($"{PublishKey.Versions}{Number}-{List[..12]}.json");
}

/// <summary>The files of a version（版本的文件清单）.</summary>
internal sealed record PublishList
{
    /// <summary>How .gz and .br were made; another way makes other bytes.</summary>
    public required string Compressor { get; init; }

    /// <summary>
    /// Files by path below the site. Of one that was made by compressing another, <see cref="ManifestEntry.Key"/> is
    /// the
    /// SHA-256 of that other.
    /// </summary>
    public required ImmutableArray<ManifestEntry> Files { get; init; }

    /// <summary>UTF-8 JSON with a last line break.</summary>
    public byte[] ToBytes() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this, PublishJson.Readable.PublishList), (byte)'\n'];
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PublishRecord))]
[JsonSerializable(typeof(PublishList))]
internal sealed partial class PublishJson : JsonSerializerContext
{
    /// <summary>For writing and for reading.</summary>
    public static PublishJson Readable { get; } = new(StoredJson.Options());
}
