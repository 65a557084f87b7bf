using System.Globalization;
using System.Text;
using FuGongJianJia.Import.Publishing;

namespace FuGongJianJia.Cli.Publishing;

/// <summary>
/// A folder of another machine, by rsync and ssh（ssh，rsync）. What is to be done there is a script of plain commands
/// that
/// its shell reads; every name in it is quoted.
/// </summary>
internal sealed class RsyncTarget(SshProgram ssh, string rsync, PublishPlace place) : IPublishTarget
{
    // A file that is not there, told apart from a command that failed.
    private const int Absent = 44;

    /// <inheritdoc/>
    public string Title => $"ssh {SshTargets.Title(place)} {place.Site}，用 rsync";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> List(CancellationToken cancellation)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (room, folder) in new[] { (PublishKey.Site, place.Site), (PublishKey.Versions, place.Versions) })
        {
            var (_, output, _) = Ask(
                $"test ! -d {Quote(folder)} || "
                    + $"find {Quote(folder)}/ -mindepth 1 -name '.*' -prune -o ! -type d -printf '%y %s %P\\0'",
                "",
                null,
                cancellation
            );
            foreach (var line in Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = line.Split(' ', 3);
                found[room + parts[2]] = parts[0] == "f" ? long.Parse(parts[1], CultureInfo.InvariantCulture) : -1;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public byte[]? Read(string key, long most)
    {
        var file = Quote(FileOf(key));
        var (code, output, _) = Ask(
            string.Create(CultureInfo.InvariantCulture, $"test -f {file} || exit {Absent}; head -c {most} {file}"),
            "",
            null,
            CancellationToken.None
        );
        return code == Absent ? null : output;
    }

    /// <inheritdoc/>
    public void Put(IReadOnlyList<PublishUpload> files, Action done, CancellationToken cancellation)
    {
        // rsync writes each beside its place and moves it there.
        foreach (var group in files.GroupBy(f => (f.Root, IsSite: IsSite(f.Key))))
        {
            var folder = group.Key.IsSite ? place.Site : place.Versions;
            Ask($"mkdir -p {Quote(folder)}", "", null, cancellation);
            var (code, _, error) = Programs.Run(
                rsync,
                [
                    "--rsh=" + ssh.Command,
                    "--files-from=-",
                    "--from0",
                    "--ignore-times",
                    "--compress",
                    "--chmod=D755,F644",
                    "--perms",
                    "--out-format=%n",
                    group.Key.Root + "/",
                    $"{ssh.Destination}:{folder}/",
                ],
                string.Join('\0', group.Select(f => PublishKey.Below(f.Key))),
                name =>
                {
                    // Folders are told too.
                    if (!name.EndsWith('/'))
                    {
                        done();
                    }
                },
                cancellation
            );
            if (code != 0)
            {
                throw code == 255 ? ssh.Failure(error) : SshTargets.NotDone(place, LastLine(error));
            }
        }
    }

    /// <inheritdoc/>
    public void Copy(IReadOnlyList<(string From, string To)> files, Action done, CancellationToken cancellation) =>
        Do(
            files.Select(f =>
            {
                var (from, to) = (FileOf(f.From), FileOf(f.To));
                var (folder, name) = (to[..to.LastIndexOf('/')], to[(to.LastIndexOf('/') + 1)..]);
                var part = Quote($"{folder}/.{name}.part");
                return $"mkdir -p {Quote(folder)} && cp {Quote(from)} {part} && mv -f {part} {Quote(to)}";
            }),
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Delete(IReadOnlyList<string> keys, Action done, CancellationToken cancellation) =>
        Do(
            keys.Select(k =>
            {
                var room = IsSite(k) ? place.Site : place.Versions;
                var below = PublishKey.Below(k);
                var remove = $"cd {Quote(room)} && rm -f {Quote("./" + below)}";
                return below.LastIndexOf('/') is var at and > 0
                    ? $"{remove} && (rmdir -p {Quote(below[..at])} 2>/dev/null || true)"
                    : remove;
            }),
            done,
            cancellation
        );

    /// <inheritdoc/>
    public void Dispose() => ssh.Dispose();

    private void Do(IEnumerable<string> commands, Action done, CancellationToken cancellation)
    {
        var script = new StringBuilder();
        foreach (var command in commands)
        {
            script.Append('(').Append(command).Append(") || exit 1\necho .\n");
        }

        var (code, _, error) = Ask("sh -s", script.ToString(), _ => done(), cancellation);
        if (code != 0)
        {
            throw SshTargets.NotDone(place, LastLine(error));
        }
    }

    private (int Code, byte[] Output, string Error) Ask(
        string command,
        string input,
        Action<string>? line,
        CancellationToken cancellation
    )
    {
        var answer = ssh.Run(command, input, line, cancellation);
        return answer.Code is 0 or Absent ? answer : throw SshTargets.NotDone(place, LastLine(answer.Error));
    }

    private string FileOf(string key) => $"{(IsSite(key) ? place.Site : place.Versions)}/{PublishKey.Below(key)}";

    private static bool IsSite(string key) => key.StartsWith(PublishKey.Site, StringComparison.Ordinal);

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string LastLine(string error) =>
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("");
}
