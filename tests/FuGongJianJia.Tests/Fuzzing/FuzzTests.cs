using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Tests.Import;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>
/// No input makes the program fail, wait for ever or take all memory. Here a fixed number of cases, the same on every
/// machine; scripts/fuzz.sh goes on from there for as long as it is told, and keeps what it finds.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string? Minutes = Environment.GetEnvironmentVariable("FUGONG_FUZZ_MINUTES");
    private static readonly string Found =
        Environment.GetEnvironmentVariable("FUGONG_FUZZ_FOUND") ?? Repository.PathOf("artifacts", "fuzz");

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(t => t.Name)];

    /// <summary>Inputs that once failed, each in a folder tests/fuzz/&lt;kind&gt;/&lt;name&gt;.</summary>
    public static TheoryData<string> Kept =>
        [
            .. Directory
                .GetDirectories(Repository.PathOf("tests", "fuzz"))
                .SelectMany(Directory.GetDirectories)
                .Select(f => Path.GetRelativePath(Repository.PathOf("tests", "fuzz"), f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_changed_input_makes_the_program_fail(string name)
    {
        var target = FuzzTarget.All.Single(t => t.Name == name);
        var faults = new List<string>();
        var running = Path.Combine(Found, $"{name}-running");
        var (cases, watch) = (0, Stopwatch.StartNew());
        for (; Minutes is null ? cases < CasesOf(name) : watch.Elapsed < TimeFor(); cases++)
        {
            var files = target.Make(new FuzzRandom(SeedOf(name, cases)));
            if (Minutes is not null)
            {
                // Should the process itself end, this is what ended it.
                Fuzzer.Keep(running, files, "running");
            }

            if (Fuzzer.Fault(target, files) is { } fault)
            {
                var folder = Path.Combine(Found, string.Create(CultureInfo.InvariantCulture, $"{name}-{cases}"));
                Fuzzer.Keep(folder, files, fault);
                faults.Add($"{folder}\n{fault}");
            }
        }

        if (Minutes is not null)
        {
            Directory.Delete(running, recursive: true);
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {cases} cases in {watch.Elapsed.TotalSeconds:0} s, {faults.Count} faults"
            )
        );
        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void No_input_that_once_failed_fails_again(string name)
    {
        var folder = Repository.PathOf("tests", "fuzz", name);
        var own = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(folder, f).Replace('\\', '/'),
                f => new SourceFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f)),
                StringComparer.Ordinal
            );
        // A folder holds what differs from the smallest sound project.
        var others = name.StartsWith("manifest/", StringComparison.Ordinal) ? [] : GoldenCases.Files("_base");
        ImmutableArray<SourceFile> files =
        [
            .. others
                .Where(f => !own.ContainsKey(f.Path))
                .Concat(own.Values)
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];
        Assert.Null(Fuzzer.Fault(FuzzTarget.All.Single(t => t.Name == name.Split('/')[0]), files));
    }

    [Fact]
    public void The_same_seed_gives_the_same_case() =>
        Assert.All(
            FuzzTarget.All,
            target =>
                Assert.Equal(
                    target.Make(new FuzzRandom(7)).Select(f => Convert.ToHexString(f.Content.Span)),
                    target.Make(new FuzzRandom(7)).Select(f => Convert.ToHexString(f.Content.Span))
                )
        );

    // A minute in all: what only parses is quick, what makes pages is not.
    private static int CasesOf(string name) =>
        name switch
        {
            "csv" or "workbook" => 400,
            "settings" or "picture" => 150,
            "writing" => 100,
            "manifest" => 5_000,
            _ => 300,
        };

    // An hour's run goes on where the fixed cases end.
    private static int SeedOf(string name, int number) =>
        (Minutes is null ? 0 : 1_000_000)
        + (1_000_003 * FuzzTarget.All.Select(t => t.Name).ToList().IndexOf(name))
        + number;

    private static TimeSpan TimeFor() =>
        TimeSpan.FromMinutes(double.Parse(Minutes!, CultureInfo.InvariantCulture) / FuzzTarget.All.Length);
}
