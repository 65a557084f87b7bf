using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Terminal;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// Carries a plan out（发布）: what is replaced is kept first, then the record says what is begun, then files come, pages
/// last, then what is gone goes, then the record says that it is done. Interrupted anywhere, the next one finishes:
/// what
/// is served is a version or on the way to one, and what it was can be had again.
/// </summary>
/// <param name="target">Where.</param>
/// <param name="state">What is there.</param>
/// <param name="screen">Who is told.</param>
internal sealed partial class Publisher(IPublishTarget target, PublishState state, Screen screen)
{
    /// <summary>Publishes a version that is not there yet.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="version">The version; its list is that of the plan.</param>
    /// <param name="list">Its list of files.</param>
    /// <param name="keep">How many versions can be gone back to afterwards, this one among them.</param>
    /// <param name="source">The folder that holds a file of the version.</param>
    /// <param name="cancellation">Stops between files.</param>
    public void Publish(
        PublishPlan plan,
        PublishVersion version,
        PublishList list,
        int keep,
        Func<ManifestEntry, string> source,
        CancellationToken cancellation
    )
    {
        using var desk = new Desk();
        KeepOld(plan, cancellation);
        desk.Put(target, version.Key, list.ToBytes(), cancellation);
        var begun = state.Record with
        {
            Underway = [.. state.Record.Underway, version.Number],
            Versions = [.. state.Record.Versions, version],
        };
        Write(desk, begun, state.Bytes, cancellation);
        Switch(plan, source, cancellation);
        var done = begun with
        {
            Current = version.Number,
            Underway = [],
            Versions = Remaining(begun, keep, version with { Published = DateTimeOffset.UtcNow }),
        };
        Write(desk, done, begun.ToBytes(), cancellation);
        Sweep(done, plan.Wanted, cancellation);
    }

    /// <summary>Goes back, or forward again, to a version that is kept.</summary>
    public void Return(PublishPlan plan, int number, CancellationToken cancellation)
    {
        using var desk = new Desk();
        KeepOld(plan, cancellation);
        var begun = state.Record with { Underway = [.. state.Record.Underway.Union([number])] };
        Write(desk, begun, state.Bytes, cancellation);
        Switch(plan, null, cancellation);
        var done = begun with
        {
            Current = number,
            Underway = [],
            Versions = [.. begun.Versions.Where(v => v.Published is not null)],
        };
        Write(desk, done, begun.ToBytes(), cancellation);
        Sweep(done, plan.Wanted, cancellation);
    }

    /// <summary>
    /// Versions that can be gone back to once a new one is published, without it: the newest that were ever finished.
    /// </summary>
    public static ImmutableArray<int> Remaining(PublishRecord record, int keep) =>
        [
            .. record
                .Versions.Where(v => v.Published is not null)
                .Select(v => v.Number)
                .OrderDescending()
                .Take(keep - 1)
                .Union(record.Current > 0 && keep > 1 ? [record.Current] : [])
                .Order(),
        ];

    private static ImmutableArray<PublishVersion> Remaining(PublishRecord begun, int keep, PublishVersion done)
    {
        var stay = Remaining(begun, keep);
        return [.. begun.Versions.Where(v => v.Number != done.Number && stay.Contains(v.Number)), done];
    }

    private void KeepOld(PublishPlan plan, CancellationToken cancellation) =>
        Copy(
            "保存旧版",
            [
                .. plan
                    .InTheWay.Where(p => state.Listing.GetValueOrDefault(PublishKey.Site + p, -1) >= 0)
                    .Select(p => (PublishKey.Site + p, PublishKey.Before + p)),
                .. plan.Keep.Select(e => (PublishKey.Site + e.Path, PublishKey.Contents + e.Sha256)),
            ],
            cancellation
        );

    private void Switch(PublishPlan plan, Func<ManifestEntry, string>? source, CancellationToken cancellation)
    {
        // A file cannot come where a folder is, nor below a file.
        var folders = plan.Wanted.SelectMany(e => StoredPath.Above(e.Path)).ToHashSet(StringComparer.Ordinal);
        var files = plan.Wanted.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var go = plan
            .Go.Concat(plan.InTheWay.Where(folders.Contains))
            .ToLookup(p => folders.Contains(p) || StoredPath.Above(p).Any(files.Contains));
        Delete("让出位置", [.. go[true].Select(p => PublishKey.Site + p)], cancellation);
        foreach (var pages in (bool[])[false, true])
        {
            var title = pages ? "上传网页" : "上传";
            var bring = plan.Bring.Where(e => IsPage(e.Path) == pages).ToList();
            if (bring.Count > 0)
            {
                screen.Doing = title;
                screen.Progress(
                    title,
                    bring.Count,
                    step =>
                        target.Put(
                            [.. bring.Select(e => new PublishUpload(source!(e), PublishKey.Site + e.Path))],
                            step,
                            cancellation
                        )
                );
            }

            Copy(
                "取回旧版",
                [
                    .. plan
                        .Come.Concat(plan.Change)
                        .Where(e => IsPage(e.Path) == pages && state.Keeps(e))
                        .Select(e => (PublishKey.Contents + e.Sha256, PublishKey.Site + e.Path)),
                ],
                cancellation
            );
        }

        Delete("移除", [.. go[false].Select(p => PublishKey.Site + p)], cancellation);
    }

    // Pages lead to the rest, and so do the lists of pages: they come when all they lead to is there.
    private static bool IsPage(string path)
    {
        var plain =
            path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal)
                ? path[..^3]
                : path;
        return plain.EndsWith(".html", StringComparison.Ordinal) || plain.EndsWith(".xml", StringComparison.Ordinal);
    }

    // What no version needs any more. Left behind by an interruption, the next time finds it.
    private void Sweep(PublishRecord record, ImmutableArray<ManifestEntry> wanted, CancellationToken cancellation)
    {
        var needed = record
            .Versions.Where(v => state.Lists.ContainsKey(v.Number))
            .SelectMany(v => state.Lists[v.Number].Files)
            .Concat(wanted)
            .Select(f => PublishKey.Contents + f.Sha256)
            .Concat(record.Versions.Select(v => v.Key))
            .Append(PublishKey.Record)
            .ToHashSet(StringComparer.Ordinal);
        Delete(
            "清理旧版",
            [
                .. state
                    .Listing.Keys.Where(k =>
                        k.StartsWith(PublishKey.Contents, StringComparison.Ordinal) || ListKey().IsMatch(k)
                    )
                    .Where(k => !needed.Contains(k))
                    .Order(StringComparer.Ordinal),
            ],
            cancellation
        );
    }

    private void Copy(string title, ImmutableArray<(string, string)> files, CancellationToken cancellation)
    {
        if (!files.IsEmpty)
        {
            screen.Doing = title;
            screen.Progress(title, files.Length, step => target.Copy(files, step, cancellation));
        }
    }

    private void Delete(string title, ImmutableArray<string> keys, CancellationToken cancellation)
    {
        if (!keys.IsEmpty)
        {
            screen.Doing = title;
            screen.Progress(title, keys.Length, step => target.Delete(keys, step, cancellation));
        }
    }

    // Two who publish at once would each undo half of what the other does.
    private void Write(Desk desk, PublishRecord record, byte[]? before, CancellationToken cancellation)
    {
        var now = target.Read(PublishKey.Record, Array.MaxLength);
        if (!(now is null ? before is null : before is not null && now.AsSpan().SequenceEqual(before)))
        {
            throw new RemediableException(
                "同时有人在往这个目标发布，发布记录刚刚变了",
                "等对方做完，再运行一次 fugong publish。"
            );
        }

        desk.Put(target, PublishKey.Record, record.ToBytes(), cancellation);
    }

    [GeneratedRegex(@"\A" + PublishKey.Versions + @"[0-9]+-[0-9a-f]{12}\.json\z")]
    private static partial Regex ListKey();

    // Where a record lies until it is there.
    private sealed class Desk : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("fugong-publish-").FullName;

        public void Put(IPublishTarget target, string key, byte[] content, CancellationToken cancellation)
        {
            var upload = new PublishUpload(_folder, key);
            File.WriteAllBytes(upload.File, content);
            target.Put([upload], () => { }, cancellation);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
