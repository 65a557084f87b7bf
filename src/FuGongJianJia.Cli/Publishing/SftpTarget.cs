using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Import.Publishing;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// A folder of another machine, by the program's own SFTP（ssh，SFTP）: where this system or the other has no rsync, and
/// on
/// hosts that allow nothing else. What is kept there goes here and back, since SFTP cannot copy.
/// </summary>
internal sealed class SftpTarget : IPublishTarget
{
    // Requests wait for the network and not for the processor.
    private const int AtOnce = 8;

    private const int UsualPort = 22;

    private static readonly ImmutableArray<string> UsualKeys = ["id_ed25519", "id_ecdsa", "id_rsa"];

    private readonly SftpClient _client;
    private readonly PublishPlace _place;
    private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);

    private SftpTarget(SftpClient client, PublishPlace place) => (_client, _place) = (client, place);

    /// <inheritdoc/>
    public string Title => $"ssh {SshTargets.Title(_place)} {_place.Site}，用 SFTP";

    /// <summary>Connects.</summary>
    /// <param name="place">Where.</param>
    /// <param name="settings">What the ssh of this system would take for the host; null where there is none.</param>
    /// <exception cref="RemediableException">The host cannot be reached, is unknown, or refuses us.</exception>
    public static SftpTarget Open(PublishPlace place, ILookup<string, string>? settings)
    {
        string? Said(string name) => settings?[name].FirstOrDefault();
        var host = Said("hostname") ?? place.Host;
        var port =
            place.Port ?? (int.TryParse(Said("port"), CultureInfo.InvariantCulture, out var told) ? told : UsualPort);
        var user = place.User ?? Said("user") ?? Environment.UserName;
        var keys = Keys(place, settings);
        if (keys.IsEmpty)
        {
            throw SshTargets.Refused(place);
        }

        var known = KnownHosts.Read(KnownFiles(place).Where(File.Exists).SelectMany(File.ReadLines));
        var connection = new ConnectionInfo(host, port, user, new PrivateKeyAuthenticationMethod(user, [.. keys]))
        {
            Timeout = TimeSpan.FromSeconds(20),
        };
        var types = known.Types(host, port);
        Prefer(connection, types);
        var client = new SftpClient(connection)
        {
            OperationTimeout = TimeSpan.FromMinutes(2),
            KeepAliveInterval = TimeSpan.FromSeconds(15),
        };
        RemediableException? untrusted = null;
        client.HostKeyReceived += (_, offered) =>
        {
            offered.CanTrust = known.Knows(host, port, offered.HostKey);
            if (!offered.CanTrust)
            {
                var fingerprint = $"SHA256:{offered.FingerPrintSHA256}";
                untrusted = types.IsEmpty
                    ? SshTargets.Unknown(place, fingerprint)
                    : SshTargets.Changed(place, fingerprint);
            }
        };
        try
        {
            client.Connect();
            return new SftpTarget(client, place);
        }
        catch (Exception failure) when (IsOurs(failure))
        {
            client.Dispose();
            throw untrusted ?? Words(failure, place);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> List(CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (room, top) in new[] { (PublishKey.Site, _place.Site), (PublishKey.Versions, _place.Versions) })
        {
            var level = new ConcurrentBag<(string Folder, string Key)>(
                Do(() => _client.Exists(top)) ? [(top, room)] : []
            );
            while (!level.IsEmpty)
            {
                var below = new ConcurrentBag<(string Folder, string Key)>();
                Each(
                    level,
                    folder =>
                    {
                        foreach (var entry in _client.ListDirectory(folder.Folder).Where(e => e.Name[0] != '.'))
                        {
                            if (entry.IsDirectory)
                            {
                                below.Add(($"{folder.Folder}/{entry.Name}", $"{folder.Key}{entry.Name}/"));
                            }
                            else
                            {
                                found[folder.Key + entry.Name] = entry.IsRegularFile ? entry.Length : -1;
                            }
                        }
                    },
                    () => { },
                    cancellation
                );
                level = below;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public byte[]? Read(string key, long most) =>
        Do(() =>
        {
            var path = FileOf(key);
            return
                _client.Exists(path) && _client.GetAttributes(path) is { IsRegularFile: true } file && file.Size <= most
                ? _client.ReadAllBytes(path)
                : null;
        });

    /// <inheritdoc/>
    public void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation) =>
        Each(
            files,
            file =>
            {
                using var content = File.OpenRead(file.File);
                Write(content, FileOf(file.Key));
            },
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation) =>
        Each(
            files,
            file =>
            {
                using var content = new MemoryStream();
                _client.DownloadFile(FileOf(file.From), content);
                content.Position = 0;
                Write(content, FileOf(file.To));
            },
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation)
    {
        Each(
            keys,
            key =>
            {
                var path = FileOf(key);
                if (_client.Exists(path))
                {
                    _client.DeleteFile(path);
                }
            },
            done,
            cancellation
        );
        // The innermost first; one that still holds something stays.
        foreach (
            var folder in keys.SelectMany(k =>
                    Files.StoredPath.Above(k).Where(a => a.Contains('/', StringComparison.Ordinal))
                )
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(f => f.Length)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            Do(() =>
            {
                var path = FileOf(folder);
                if (_client.Exists(path) && !_client.ListDirectory(path).Any(e => e.Name is not ("." or "..")))
                {
                    _client.DeleteDirectory(path);
                    _folders.TryRemove(path, out _);
                }

                return true;
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // Keys that are known are asked for; else a host would offer one of another type that nobody has looked at.
    private static void Prefer(ConnectionInfo connection, ImmutableArray<string> types)
    {
        if (types.IsEmpty)
        {
            return;
        }

        foreach (var name in connection.HostKeyAlgorithms.Keys.ToList())
        {
            var type = name.StartsWith("rsa-sha2-", StringComparison.Ordinal) ? "ssh-rsa" : name;
            if (!types.Contains(type, StringComparer.Ordinal))
            {
                connection.HostKeyAlgorithms.Remove(name);
            }
        }
    }

    // The agent's first: it can use keys that have a password.
    private static ImmutableArray<IPrivateKeySource> Keys(PublishPlace place, ILookup<string, string>? settings)
    {
        var named = place.KeyFile is { } one
            ? [one]
            : (settings?["identityfile"] ?? [])
                .Select(f => f.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(SshTargets.Home, f[2..]) : f)
                .Concat(UsualKeys.Select(k => Path.Combine(SshTargets.Home, ".ssh", k)))
                .Distinct(StringComparer.Ordinal);
        var keys = place.KeyFile is null
            ? SshAgent.Find().ToBuilder()
            : ImmutableArray.CreateBuilder<IPrivateKeySource>();
        foreach (var file in named.Where(File.Exists))
        {
            try
            {
                keys.Add(new PrivateKeyFile(file));
            }
            catch (SshPassPhraseNullOrEmptyException)
            {
                // Whoever has a password gives the key to the agent, which holds it already.
            }
            catch (SshException failure) when (place.KeyFile is not null)
            {
                throw new RemediableException($"读不懂私钥“{file}”", "请核对 发布.yml 里的“密钥”。", failure);
            }
        }

        return keys.ToImmutable();
    }

    private static IEnumerable<string> KnownFiles(PublishPlace place) =>
        place.KnownHosts is { } known
            ? [known]
            : [Path.Combine(SshTargets.Home, ".ssh", "known_hosts"), "/etc/ssh/ssh_known_hosts"];

    private static bool IsOurs(Exception failure) =>
        failure is SshException or SocketException or IOException or ProxyException;

    private static RemediableException Words(Exception failure, PublishPlace place) =>
        failure switch
        {
            SshAuthenticationException => SshTargets.Refused(place, failure),
            SftpPermissionDeniedException => SshTargets.NotDone(place, "没有权限", failure),
            SftpPathNotFoundException => SshTargets.NotDone(place, "文件夹不见了", failure),
            SshConnectionException or SocketException or SshOperationTimeoutException => SshTargets.Unreachable(
                place,
                "",
                failure
            ),
            _ => SshTargets.NotDone(place, "", failure),
        };

    private void Write(Stream content, string path)
    {
        var (folder, name) = (path[..path.LastIndexOf('/')], path[(path.LastIndexOf('/') + 1)..]);
        Make(folder);
        var part = $"{folder}/.{name}.part";
        _client.UploadFile(content, part, canOverride: true);
        _client.RenameFile(part, path, isPosix: true);
    }

    private void Make(string folder)
    {
        if (folder.Length == 0 || _folders.ContainsKey(folder))
        {
            return;
        }

        Make(folder[..folder.LastIndexOf('/')]);
        if (!_client.Exists(folder))
        {
            try
            {
                _client.CreateDirectory(folder);
            }
            catch (SshException) when (_client.Exists(folder))
            {
                // Another of our own requests was first.
            }
        }

        _folders[folder] = true;
    }

    private void Each<T>(IEnumerable<T> items, Action<T> work, Action done, CancellationToken cancellation) =>
        Do(() =>
        {
            Parallel.ForEach(
                items,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                item =>
                {
                    work(item);
                    done();
                }
            );
            return true;
        });

    private T Do<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (AggregateException failures)
            when (failures.Flatten().InnerExceptions.FirstOrDefault(IsOurs) is { } first)
        {
            throw Words(first, _place);
        }
        catch (Exception failure) when (IsOurs(failure))
        {
            throw Words(failure, _place);
        }
    }

    private string FileOf(string key)
    {
        var room = key.StartsWith(PublishKey.Site, StringComparison.Ordinal) ? _place.Site : _place.Versions;
        return $"{room}/{PublishKey.Below(key)}";
    }
}
