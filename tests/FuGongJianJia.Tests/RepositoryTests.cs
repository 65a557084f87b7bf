using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FuGongJianJia.Tests;

/// <summary>What the repository promises of itself: its form, and a reason for every dependency.</summary>
public sealed partial class RepositoryTests
{
    private const int Columns = 120;

    /// <summary>Every package that a project names, and the local tools.</summary>
    public static TheoryData<string> Packages =>
        [
            .. XDocument
                .Load(Repository.PathOf("Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Select(p => (string)p.Attribute("Include")!),
            "CSharpier",
            "CycloneDX",
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_dependency_has_its_reason_in_the_readme_and_its_licence_in_the_notice(string package)
    {
        var rows = File.ReadLines(Repository.PathOf("README.md"))
            .Where(l => l.StartsWith('|'))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => NameIn(package, cells[2]));
        Assert.NotEmpty(Assert.Single(rows)[3]);
        Assert.Matches(
            $@"(?m)^{Regex.Escape(package)}\s+(MIT|Apache-2\.0|BSD-[23]-Clause|MS-PL OR Apache-2\.0)\b",
            File.ReadAllText(Repository.PathOf("NOTICE")).Replace("Spectre.Console.Ansi", "", StringComparison.Ordinal)
        );
    }

    /// <summary>CSharpier breaks code, but neither strings nor comments, and no markup.</summary>
    [Fact]
    public void No_line_of_code_is_wider_than_120_characters() =>
        Assert.Empty(
            Sources()
                .SelectMany(path =>
                    File.ReadLines(path)
                        .Select((line, n) => (Line: line, Number: n + 1))
                        .Where(l => l.Line.Length > Columns)
                        .Select(l =>
                            FormattableString.Invariant(
                                $"{Path.GetRelativePath(Repository.Root, path)}({l.Number}): {l.Line.Length}"
                            )
                        )
                )
        );

    [Fact]
    public void The_licence_is_the_text_of_apache_2() =>
        Assert.Equal(
            "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30",
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Repository.PathOf("LICENSE")))
            )
        );

    [Fact]
    public void Packages_are_locked_by_their_content_and_audited()
    {
        var build = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants().ToList();
        string Of(string name) => (string)Assert.Single(build, e => e.Name == name);
        Assert.Equal(
            ("true", "true", "low", "all"),
            (Of("RestorePackagesWithLockFile"), Of("NuGetAudit"), Of("NuGetAuditLevel"), Of("NuGetAuditMode"))
        );
        var locked = Assert.Single(build, e => e.Name == "RestoreLockedMode");
        Assert.Equal(
            ("true", "'$(RestoreForceEvaluate)' != 'true'"),
            (locked.Value, (string?)locked.Attribute("Condition"))
        );
        Assert.All(
            Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories),
            p => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json")), p)
        );
        // Wherever a package comes from, it is the one that was looked at, or it is refused.
        Assert.All(
            Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories),
            path =>
            {
                using var locks = JsonDocument.Parse(File.ReadAllBytes(path));
                Assert.All(
                    locks
                        .RootElement.GetProperty("dependencies")
                        .EnumerateObject()
                        .SelectMany(framework => framework.Value.EnumerateObject())
                        .Where(package => package.Value.GetProperty("type").GetString() != "Project"),
                    package => Assert.NotEmpty(package.Value.GetProperty("contentHash").GetString()!)
                );
            }
        );
    }

    /// <summary>A threat that is said to be held off is one that a test tries.</summary>
    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        var tests = typeof(RepositoryTests)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var rows = File.ReadLines(Repository.PathOf("SECURITY.md"))
            .Where(l =>
                l.StartsWith('|') && l.Count(c => c == '|') == 4 && !l.StartsWith("|---", StringComparison.Ordinal)
            )
            .Skip(1)
            .Select(l => TestNames().Matches(l).Select(m => m.Groups[1].Value).ToArray())
            .ToList();
        Assert.True(rows.Count > 15);
        Assert.All(rows, Assert.NotEmpty);
        Assert.Empty(rows.SelectMany(r => r).Except(tests));
    }

    private static bool NameIn(string package, string cell) => Names().Matches(cell).Any(m => m.Value == package);

    private static IEnumerable<string> Sources() =>
        from folder in (string[])["src", "theme", "tests"]
        from path in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
        orderby path
        select path;

    [GeneratedRegex("`([A-Z][A-Za-z]+\\.[A-Z][A-Za-z0-9_]+)`")]
    private static partial Regex TestNames();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9.-]*")]
    private static partial Regex Names();
}
