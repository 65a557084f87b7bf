using System.Diagnostics;
using System.Globalization;
using FuGongJianJia.Cli;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Cli.Terminal;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Demo;

namespace FuGongJianJia.Tests.Cli;

/// <summary>
/// The real program is killed while it builds, while it swaps and while it recovers. Whenever that is, the next command
/// finds the old output or the new one to the last byte, and the next build makes the new one. A dozen kills here;
/// scripts/kills.sh makes two hundred.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Waits = 23;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string? Asked = Environment.GetEnvironmentVariable("FUGONG_KILLS");
    private static readonly int Kills = int.Parse(Asked ?? "12", CultureInfo.InvariantCulture);

    // How often a kill is tried to fall inside a recovery, which takes some milliseconds.
    private static readonly int MostAttempts = Asked is null ? 2 : 60;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, int> _outcomes = [];

    private string Output => Path.Combine(_folder.Path, "output");

    private SwapStage Stage => new(Output);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whenever_the_program_is_killed_the_output_is_wholly_old_or_wholly_new_and_the_next_build_mends_it()
    {
        Lay();
        var editions = new[] { Edition(0), Edition(1) };
        var usual = Usual();
        for (var kill = 0; kill < Kills; kill++)
        {
            // Every page of the next edition differs from those that stand.
            var next = 1 - (kill % 2);
            Title(next);
            switch (kill % 4)
            {
                case 0 or 1:
                    KillSwap(kill);
                    break;
                case 2:
                    KillBuild(usual * (kill * 37 % 100 / 100.0));
                    break;
                default:
                    KillRecovery(kill, next);
                    break;
            }

            Assert.Equal(ExitCode.Done, Run("verify"));
            var found = Contents();
            Assert.Contains(found, editions);
            Count(found == editions[next] ? "new" : "old");
            Assert.Equal(editions[next], Edition(next));
        }

        foreach (var (what, count) in _outcomes.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
        }
    }

    // How long it takes from start to end.
    private TimeSpan Usual()
    {
        Title(0);
        var watch = Stopwatch.StartNew();
        using var process = Start("build", "--no-pdf");
        process.WaitForExit();
        return watch.Elapsed;
    }

    // At a moment between the start and the usual end.
    private void KillBuild(TimeSpan after)
    {
        using var process = Start("build", "--no-pdf");
        Thread.Sleep(after);
        Kill(process, "build");
    }

    // Once the journal lies there, after a part of the moves.
    private void KillSwap(int kill)
    {
        using var process = Start("build", "--no-pdf");
        Until(process, () => Stage.IsOpen);
        Wait(kill);
        Kill(process, "swap");
    }

    // The recovery of a swap that was killed, once one of the files comes back: tried until a kill falls inside it.
    // Only one name is watched, since to look at all of them takes as long as to bring them back.
    private void KillRecovery(int kill, int next)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            KillSwap(Math.Max(0, (kill % Waits) - attempt));
            var aside = Stage.IsOpen ? Aside() : [];
            if (aside.Length == 0)
            {
                Edition(1 - next);
                Title(next);
                continue;
            }

            var watched = aside[((kill * 37) + (attempt * 11)) % aside.Length];
            using var process = Start("verify");
            Until(process, () => !File.Exists(watched));
            Kill(process, "recovery");
            if (Stage.IsOpen)
            {
                Count("kills inside a recovery");
                return;
            }
        }

        // Of a dozen kills chance may have it that none does; of two hundred a quarter has to.
        Assert.True(Asked is null, "No kill fell inside a recovery.");
    }

    private string[] Aside() =>
        Directory.Exists(Stage.Old(""))
            ? [.. Directory.GetFiles(Stage.Old(""), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

    // A few tens of microseconds to a few tens of milliseconds.
    private static void Wait(int kill)
    {
        var watch = Stopwatch.StartNew();
        var until = TimeSpan.FromMilliseconds(0.05 * Math.Pow(1.35, kill % Waits));
        while (watch.Elapsed < until)
        {
            Thread.SpinWait(20);
        }
    }

    private static void Until(Process process, Func<bool> reached)
    {
        var watch = Stopwatch.StartNew();
        while (!process.HasExited && !reached())
        {
            Assert.True(watch.Elapsed < Patience);
            Thread.SpinWait(200);
        }
    }

    private void Kill(Process process, string during)
    {
        var ended = process.HasExited;
        if (!ended)
        {
            process.Kill();
        }

        process.WaitForExit();
        Count(
            ended ? $"{during}: had ended"
            : Stage.IsOpen ? $"{during}: killed with an open journal"
            : $"{during}: killed"
        );
    }

    private void Count(string what) => _outcomes[what] = _outcomes.GetValueOrDefault(what) + 1;

    private Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments, "--root", _folder.Path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    // What stands is looked at, and mended, by this process: it knows the program already.
    private int Run(params string[] arguments) =>
        Program.Run(
            [.. arguments, "--root", _folder.Path],
            new Screen(TextWriter.Null, TextWriter.Null),
            TestContext.Current.CancellationToken
        );

    private string Edition(int number)
    {
        Title(number);
        Assert.Equal(ExitCode.Done, Run("build", "--no-pdf"));
        return Contents();
    }

    private string Contents() => string.Join('\n', TemporaryFolder.Contents(Output).Select(f => $"{f.Key} {f.Value}"));

    private void Lay()
    {
        DemoFolder.LaySmall(_folder, Period.OfYear(2024));
    }

    private void Title(int number) =>
        _folder.Write("input/site.yml", $"标题: {(number == 0 ? "甲" : "乙")}版\n演示数据: 是\n");
}
