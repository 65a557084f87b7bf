using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// A target as it stands（目标的现状）: its record, the lists of its versions and what really lies there. All of it is input:
/// somebody else may write there too, and files are deleted by it.
/// </summary>
internal sealed partial class PublishState
{
    private const long MostBytes = 1 << 28;

    private PublishState(
        PublishRecord record,
        byte[]? bytes,
        IReadOnlyDictionary<int, PublishList> lists,
        IReadOnlyDictionary<string, long> listing
    )
    {
        (Record, Bytes, Lists, Listing) = (record, bytes, lists, listing);
        Owned = lists.Values.SelectMany(l => l.Files).Select(f => f.Path).ToFrozenSet(StringComparer.Ordinal);
        Served = Known();
    }

    /// <summary>The record.</summary>
    public PublishRecord Record { get; }

    /// <summary>The record's bytes, to see later whether somebody else has published meanwhile; null for
    /// none.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Lists of files, by number of version.</summary>
    public IReadOnlyDictionary<int, PublishList> Lists { get; }

    /// <summary>Every key with its size.</summary>
    public IReadOnlyDictionary<string, long> Listing { get; }

    /// <summary>Paths below the site that are ours, of any version.</summary>
    public FrozenSet<string> Owned { get; }

    /// <summary>What is served, where it is known for sure, by path below the site.</summary>
    public IReadOnlyDictionary<string, ManifestEntry> Served { get; }

    /// <summary>Files whose name changes with their bytes（长期资源）: a page that is still open may ask for an old
    /// one.</summary>
    public static bool IsLasting(string path) => path.StartsWith("assets/", StringComparison.Ordinal);

    /// <summary>True when the bytes are kept.</summary>
    public bool Keeps(ManifestEntry entry) =>
        Listing.TryGetValue(PublishKey.Contents + entry.Sha256, out var size) && size == entry.Size;

    /// <summary>Reads a target.</summary>
    /// <returns>Its state; null with what is wrong when its record cannot be trusted.</returns>
    public static (PublishState? State, ImmutableArray<Diagnostic> Faults) Read(
        IPublishTarget target,
        CancellationToken cancellation
    )
    {
        var bytes = target.Read(PublishKey.Record, MostBytes);
        var (record, fault) = bytes is null
            ? (new PublishRecord(), null)
            : Parse(bytes, PublishJson.Readable.PublishRecord, Fault);
        if (record is null)
        {
            return (null, [Say(PublishKey.Record, fault!)]);
        }

        var lists = new Dictionary<int, PublishList>();
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var version in record.Versions)
        {
            cancellation.ThrowIfCancellationRequested();
            var content = target.Read(version.Key, MostBytes);
            var (list, wrong) =
                content is null ? (null, "不见了")
                : Manifest.Hash(content) != version.List ? (null, "与记录里的校验值不符，被改动过")
                : Parse(content, PublishJson.Readable.PublishList, Fault);
            if (list is null)
            {
                faults.Add(Say(version.Key, wrong!));
            }
            else
            {
                lists.Add(version.Number, list);
            }
        }

        return faults.Count == 0
            ? (new PublishState(record, bytes, lists, target.List(cancellation)), [])
            : (null, faults.ToImmutable());
    }

    // Of the version that is served, and of older ones what stays for a while. Where a version was begun and not
    // finished
    // a file may be of either; where the size is another, somebody changed it.
    private Dictionary<string, ManifestEntry> Known()
    {
        var known = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        foreach (var (_, list) in Lists.OrderBy(l => l.Key))
        {
            foreach (var entry in list.Files.Where(f => IsLasting(f.Path)))
            {
                known[entry.Path] = entry;
            }
        }

        ImmutableArray<ManifestEntry> current = Lists.TryGetValue(Record.Current, out var now) ? now.Files : [];
        foreach (var entry in current)
        {
            known[entry.Path] = entry;
        }

        foreach (var begun in Record.Underway.Select(n => Lists[n].Files))
        {
            var other = begun.ToDictionary(f => f.Path, f => f.Sha256, StringComparer.Ordinal);
            foreach (var entry in current.Where(f => other.GetValueOrDefault(f.Path) != f.Sha256))
            {
                known.Remove(entry.Path);
            }

            foreach (var path in other.Keys.Except(current.Select(f => f.Path), StringComparer.Ordinal))
            {
                known.Remove(path);
            }
        }

        return known
            .Values.Where(f => Listing.TryGetValue(PublishKey.Site + f.Path, out var size) && size == f.Size)
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    private static (T? Value, string? Fault) Parse<T>(byte[] bytes, JsonTypeInfo<T> type, Func<T, string?> fault)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } value
                ? fault(value) is { } wrong
                    ? (null, wrong)
                    : (value, null)
                : (null, "读到空值");
        }
        catch (JsonException)
        {
            return (null, "应是本程序写的 JSON，读不懂");
        }
    }

    private static string? Fault(PublishRecord record)
    {
        if (record.Schema != PublishRecord.CurrentSchema)
        {
            return FormattableString.Invariant(
                $"版本（schema）应为 {PublishRecord.CurrentSchema}，读到 {record.Schema}：由另一版本的程序写成"
            );
        }

        var (numbers, last) = (new HashSet<int>(), 0);
        foreach (var version in record.Versions)
        {
            if (
                version is null
                || version.Number <= last
                || !Digest().IsMatch(version.List)
                || !Digest().IsMatch(version.Manifest)
                || !DateOnly.TryParseExact(
                    version.Edition,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            )
            {
                return FormattableString.Invariant($"第 {numbers.Count + 1} 个版本（versions）的号、日期或校验值不对");
            }

            last = version.Number;
            numbers.Add(last);
        }

        return record.Current != 0 && record.Versions.All(v => v.Number != record.Current || v.Published is null)
                ? FormattableString.Invariant($"现在的版本（current）{record.Current} 不在各版本之中")
            : record.Underway.All(numbers.Contains) ? null
            : "没有发完的版本（underway）不在各版本之中";
    }

    private static string? Fault(PublishList list)
    {
        var (files, folders) = (
            new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        );
        foreach (var entry in list.Files)
        {
            var fault =
                StoredPath.Fault(entry is { Path.Length: > 0 } ? PublishKey.Site + entry.Path : null)
                ?? (
                    entry!.Path.Split('/').Any(name => name[0] == '.') ? "是隐藏的"
                    : !files.Add(entry.Path) ? "登记了两次（不分大小写）"
                    : entry.Size < 0 || !Digest().IsMatch(entry.Sha256) ? "的大小或校验值不对"
                    : entry.Key is not null && !Digest().IsMatch(entry.Key) ? "的来源的校验值不对"
                    : null
                );
            if (fault is not null)
            {
                return $"路径{Diagnostic.Quote(entry?.Path ?? "")}{fault}";
            }

            folders.UnionWith(StoredPath.Above(entry!.Path));
        }

        return files.FirstOrDefault(folders.Contains) is { } both
            ? $"路径{Diagnostic.Quote(both)}既是文件又是文件夹"
            : null;
    }

    private static Diagnostic Say(string key, string what) =>
        new(
            PublishCodes.RecordUnreadable.Id,
            PublishCodes.RecordUnreadable.Severity,
            new SourcePlace(key),
            $"目标里的发布记录不能用：{what}。{PublishCodes.RecordUnreadable.Remedy}"
        );

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Digest();
}
