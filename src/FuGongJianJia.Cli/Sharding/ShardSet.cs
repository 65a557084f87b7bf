using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Cli.Sharding;

/// <summary>
/// All shares of a build（各份）, held while they are joined. They are input like any other: a build may take their
/// files only when its own data, program and fonts are those that they were made with, and their bytes those of their
/// records.
/// </summary>
internal sealed class ShardSet : IDisposable
{
    private const int MostNamed = 3;

    private readonly ImmutableArray<Held> _shards;
    private readonly FrozenDictionary<string, (Held From, ManifestEntry Entry)> _files;
    private readonly ConcurrentDictionary<string, bool> _taken = new(StringComparer.Ordinal);

    private ShardSet(ImmutableArray<Held> shards)
    {
        _shards = shards;
        _files = shards
            .SelectMany(s => s.Manifest.Files, (shard, entry) => (shard, entry))
            .ToFrozenDictionary(f => f.entry.Path, f => (f.shard, f.entry), StringComparer.Ordinal);
    }

    /// <summary>What the shares say of themselves; they all say the same, or <see cref="Others"/> tells.</summary>
    public Manifest Head => _shards[0].Manifest;

    /// <summary>Opens every folder and looks whether each share is there, once.</summary>
    /// <param name="folders">As the user named them, in any order.</param>
    /// <returns>The set, or why there is none.</returns>
    /// <exception cref="OutputException">Another command holds a folder, or it could not be mended.</exception>
    public static (ShardSet? Set, ImmutableArray<Diagnostic> Faults) Open(IEnumerable<string> folders)
    {
        var shards = ImmutableArray.CreateBuilder<Held>();
        var faults = new DiagnosticBag();
        try
        {
            foreach (var named in folders.GroupBy(Path.GetFullPath, StringComparer.Ordinal))
            {
                var view = OutputView.Open(named.Key, isShard: true);
                if (view.Stored.Manifest is { } manifest)
                {
                    shards.Add(new Held(named.First(), named.Key, manifest, view));
                }
                else
                {
                    view.Dispose();
                    faults.Add(ShardCodes.NoShard, new(named.First()), Why(view.Stored));
                }

                if (named.Skip(1).Any())
                {
                    faults.Add(ShardCodes.Doubled, new(named.First()), "这个文件夹写了不止一次。只写一次。");
                }
            }

            Count(shards, faults);
            var found = faults.ToSorted() is { IsEmpty: false } wrong ? wrong : [.. shards.SelectMany(Strays)];
            if (found.IsEmpty)
            {
                return (new ShardSet(shards.ToImmutable()), []);
            }

            Close(shards);
            return (null, found);
        }
        catch
        {
            Close(shards);
            throw;
        }
    }

    /// <summary>The record of a share.</summary>
    /// <param name="share">Which one.</param>
    /// <param name="records">Fingerprint of the records of what was published.</param>
    /// <param name="said">What there was to say about its files, by file.</param>
    public static ManifestShard Record(
        Shard share,
        string records,
        ImmutableArray<(string File, Diagnostic Said)> said
    ) =>
        new(
            share.Number,
            share.Count,
            records,
            [
                .. said.Select(s => new ManifestNotice(
                    s.File,
                    s.Said.Code,
                    s.Said.Severity.ToString(),
                    s.Said.Place.Path,
                    s.Said.Place.Sheet,
                    s.Said.Place.Line,
                    s.Said.Place.Column,
                    s.Said.Message
                )),
            ]
        );

    /// <summary>
    /// What is different about shares that were not made with the data, options, program and fonts of a build.
    /// </summary>
    /// <param name="own">What the build would say of itself.</param>
    /// <param name="records">Fingerprint of the records of what was published.</param>
    public ImmutableArray<Diagnostic> Others(Manifest own, string records)
    {
        var faults = new DiagnosticBag();
        foreach (var shard in _shards)
        {
            if (Difference(shard.Manifest, own, records) is { } difference)
            {
                faults.Add(
                    ShardCodes.Mixed,
                    new(shard.Named),
                    $"第 {shard.Which.Number} 份与现在的{difference}。请用同样的数据、程序、字体和选项重新做这一份。"
                );
            }
        }

        return faults.ToSorted();
    }

    /// <summary>
    /// Takes a file of the build from its share, its bytes read and compared with the record. Safe from any thread.
    /// </summary>
    /// <returns>The file; an error is said where the share does not hold it. Null for what no share makes.</returns>
    public TakenFile? Take(OutputFile file)
    {
        if (!Assignment.IsShared(file))
        {
            return null;
        }

        if (!_files.TryGetValue(file.Path, out var found))
        {
            var number = Assignment.NumberOf(file.Path, _shards.Length);
            var absent = _shards.First(s => s.Which.Number == number);
            return Fault(absent, file.Path, "这一份里没有登记这个文件");
        }

        _taken[file.Path] = true;
        var (shard, entry) = found;
        return
            StoredFile.Read(Path.Combine(shard.Folder, entry.Path), entry.Size) is { } content
            && Manifest.Hash(content) == entry.Sha256
            ? new TakenFile(content, entry.Key, [.. shard.Said[entry.Path]])
            : Fault(shard, file.Path, "文件不见了或者被改动过");
    }

    /// <summary>Files that the shares list and that the build does not have.</summary>
    public ImmutableArray<Diagnostic> Left() =>
        [
            .. _files
                .Where(f => !_taken.ContainsKey(f.Key))
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .SelectMany(f => Fault(f.Value.From, f.Key, "生成的结果里没有这个文件，这一份却登记了").Said),
        ];

    /// <inheritdoc/>
    public void Dispose() => Close(_shards);

    private static void Close(IEnumerable<Held> shards)
    {
        foreach (var shard in shards)
        {
            shard.View.Dispose();
        }
    }

    private static string Why(StoredManifest stored) =>
        stored.IsAbsent
            ? "没有 manifest.json，不是 fugong build --shard 做的一份。请写上那时用 --output 指定的文件夹。"
            : $"一份的记录不能用：{stored.Faults[0].Message.Split('。')[0]}。请重新做这一份，或写上放着它的文件夹。";

    // After this no two shares list one file.
    private static IEnumerable<Diagnostic> Strays(Held shard) =>
        shard
            .Manifest.Files.Where(f => Assignment.NumberOf(f.Path, shard.Which.Count) != shard.Which.Number)
            .SelectMany(f => Fault(shard, f.Path, "这个文件不该由这一份来做").Said);

    // Every share once, all of one number.
    private static void Count(IReadOnlyList<Held> shards, DiagnosticBag faults)
    {
        if (shards.Count == 0)
        {
            return;
        }

        var count = shards[0].Which.Count;
        foreach (var other in shards.Where(s => s.Which.Count != count))
        {
            faults.Add(
                ShardCodes.Mixed,
                new(other.Named),
                FormattableString.Invariant(
                    $"这是共 {other.Which.Count} 份里的一份，“{shards[0].Named}”却是共 {count} 份里的。请把份数相同的写在一起。"
                )
            );
        }

        var there = shards.Where(s => s.Which.Count == count).ToLookup(s => s.Which.Number);
        foreach (var twice in there.Where(s => s.Skip(1).Any()))
        {
            faults.Add(
                ShardCodes.Doubled,
                new(twice.Last().Named),
                FormattableString.Invariant($"第 {twice.Key} 份已经有了（“{twice.First().Named}”）。只留一个。")
            );
        }

        var missing = Enumerable.Range(1, count).Where(number => !there.Contains(number)).ToArray();
        if (missing.Length > 0)
        {
            faults.Add(
                ShardCodes.Missing,
                new(shards[0].Named),
                FormattableString.Invariant($"应有 {count} 份，缺第 {string.Join('、', missing.Take(MostNamed))} 份")
                    + (missing.Length > MostNamed ? "等，" : "，")
                    + FormattableString.Invariant($"共缺 {missing.Length} 份。请写上它们的文件夹；没有做的先做出来。")
            );
        }
    }

    // The first that differs is the cause; what follows from it need not be said.
    private static string? Difference(Manifest shard, Manifest own, string records)
    {
        var (theirs, ours) = (shard.Inputs.ToHashSet(), own.Inputs.ToHashSet());
        if (!theirs.SetEquals(ours))
        {
            theirs.SymmetricExceptWith(ours);
            var paths = theirs
                .Select(e => e.Path)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToArray();
            return $"数据不同：{string.Join('、', paths.Take(MostNamed))}{(paths.Length > MostNamed ? " 等" : "")}";
        }

        return shard.Fingerprint != own.Fingerprint ? "数据不同"
            : shard.Shard!.Records != records ? "出版记录（input/出版）不同"
            : shard.Date != own.Date ? $"编制日期不同：{shard.Date}，{own.Date}"
            : !shard.Options.Periods.SequenceEqual(own.Options.Periods) ? "期间（--period）不同"
            : shard.Options.BasePath != own.Options.BasePath ? "子目录（--base-path）不同"
            : shard.Options.Pdf != own.Options.Pdf ? "选项（--no-pdf）不同"
            : shard.Tool != own.Tool ? $"程序版本不同：{shard.Tool}，{own.Tool}"
            : !shard.Fonts.SequenceEqual(own.Fonts) ? "字体不同"
            : shard.MadeBy != own.MadeBy || shard.LookedAtBy != own.LookedAtBy ? "程序、运行环境或字体不同"
            : null;
    }

    private static TakenFile Fault(Held shard, string path, string what) =>
        new(
            ReadOnlyMemory<byte>.Empty,
            null,
            [
                new Diagnostic(
                    ShardCodes.Altered.Id,
                    ShardCodes.Altered.Severity,
                    new($"{shard.Named}/{path}"),
                    FormattableString.Invariant($"{what}（第 {shard.Which.Number} 份）。请重新做这一份，再合成。")
                ),
            ]
        );

    private sealed record Held(string Named, string Folder, Manifest Manifest, OutputView View)
    {
        public Shard Which { get; } = new(Manifest.Shard!.Number, Manifest.Shard.Count);

        public ILookup<string, Diagnostic> Said { get; } =
            Manifest.Shard!.Notices.ToLookup(
                n => n.File,
                n => new Diagnostic(
                    n.Code,
                    Enum.Parse<Severity>(n.Severity),
                    new SourcePlace(n.Place, n.Line, n.Column, n.Sheet),
                    n.Message
                ),
                StringComparer.Ordinal
            );
    }
}

/// <summary>A file that a share made（取来的文件）.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Key">Key of the manifest.</param>
/// <param name="Said">What there is to say about it.</param>
internal readonly record struct TakenFile(ReadOnlyMemory<byte> Content, string? Key, ImmutableArray<Diagnostic> Said);
