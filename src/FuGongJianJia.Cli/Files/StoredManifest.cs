using System.Collections.Immutable;
using System.Text.Json;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Files;

/// <summary>
/// A manifest as it lies in an output folder（读到的清单）. It is input like any other: somebody may have emptied it, changed
/// it or written what would make a command touch files that are not ours.
/// </summary>
/// <param name="Manifest">Null when there is none, or none that can be trusted.</param>
/// <param name="Faults">Why it cannot be trusted, sorted; empty when there is none.</param>
/// <param name="Digest">SHA-256 of its bytes, lower-case hexadecimal; empty without a manifest.</param>
internal sealed record StoredManifest(Manifest? Manifest, ImmutableArray<Diagnostic> Faults, string Digest)
{
    /// <summary>There is no manifest.</summary>
    public static StoredManifest Absent { get; } = new(null, [], "");

    /// <summary>True when there is no manifest at all.</summary>
    public bool IsAbsent => Manifest is null && Faults.IsEmpty;

    /// <summary>Reads the manifest of an output folder and looks at every value of it.</summary>
    /// <param name="output">The folder.</param>
    /// <param name="isShard">Whether it should hold a share of a build, and not all of it.</param>
    public static StoredManifest Read(string output, bool isShard = false)
    {
        var path = Path.Combine(output, Manifest.FileName);
        if (!Path.Exists(path))
        {
            return Absent;
        }

        return StoredFile.ReadUpTo(path, Array.MaxLength) is { } bytes
            ? Parse(bytes).Of(isShard)
            : Damaged(StoredCodes.Unreadable, 0, "应是本程序写的清单，读到的不是文件");
    }

    // A share is nothing to publish, and a whole output nothing to join.
    private StoredManifest Of(bool isShard) =>
        Manifest is null || Manifest.Shard is not null == isShard
            ? this
            : new(
                null,
                [
                    new Diagnostic(
                        ShardCodes.IsShard.Id,
                        ShardCodes.IsShard.Severity,
                        new($"output/{Manifest.FileName}"),
                        Manifest.Shard is { } shard
                            ? FormattableString.Invariant(
                                $"这个文件夹里是第 {shard.Number} 份（共 {shard.Count} 份），不是完整的输出。"
                            ) + "先用 fugong merge 合成，或换一个文件夹。"
                            : "这个文件夹里是完整的输出，不能用来放一份。请换一个文件夹。"
                    ),
                ],
                ""
            );

    /// <summary>Looks at the bytes of a manifest.</summary>
    public static StoredManifest Parse(ReadOnlySpan<byte> bytes)
    {
        Manifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Readable.Manifest);
        }
        catch (JsonException failure)
        {
            return Damaged(
                StoredCodes.Unreadable,
                (int)Math.Min(failure.LineNumber + 1 ?? 0, int.MaxValue),
                bytes.IsEmpty ? "应是本程序写的清单，读到空文件" : "应是本程序写的清单（JSON），从这里起读不懂"
            );
        }

        if (manifest is null)
        {
            return Damaged(StoredCodes.Unreadable, 1, "应是本程序写的清单，读到空值");
        }

        if (manifest.Schema != Manifest.CurrentSchema)
        {
            return Damaged(
                StoredCodes.Newer,
                0,
                FormattableString.Invariant(
                    $"清单的版本（schema）应为 {Manifest.CurrentSchema}，读到 {manifest.Schema}"
                )
            );
        }

        var faults = ManifestCheck.Faults(manifest);
        return faults.IsEmpty ? new(manifest, [], Manifest.Hash(bytes)) : new(null, faults, "");
    }

    private static StoredManifest Damaged(DiagnosticCode code, int line, string what) =>
        new(null, [ManifestCheck.Fault(code, line, what)], "");
}
