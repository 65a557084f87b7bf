using System.Text.RegularExpressions;

namespace FuGongJianJia.Tests.Typesetting;

/// <summary>The folders of the library stand on floors: the list in its README is what the code keeps to.</summary>
public sealed partial class FloorsTests
{
    private const string Root = "FuGongJianJia.Typesetting";

    private static readonly string Home = Repository.PathOf("src", Root);

    // Namespaces in the order of the README, ground first.
    private static readonly string[] Floors =
    [
        .. Rows()
            .Matches(File.ReadAllText(Path.Combine(Home, "README.md")))
            .SelectMany(row => Folders().Matches(row.Value))
            .Select(folder => $"{Root}.{folder.Groups[1].Value.Replace('/', '.')}"),
    ];

    [Fact]
    public void The_readme_lists_every_folder_once() =>
        Assert.Equal(
            Sources().Select(s => s.Namespace).Distinct().Order(StringComparer.Ordinal),
            Floors.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Namespaces_are_the_folders()
    {
        foreach (var (path, _, text) in Sources())
        {
            var folder = Path.GetRelativePath(Home, Path.GetDirectoryName(path)!)
                .Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"namespace {Root}.{folder};", text, StringComparison.Ordinal);
        }
    }

    // What a file uses it either names in a using, or finds in a namespace that encloses its own.
    [Fact]
    public void No_folder_uses_one_that_stands_on_it()
    {
        var declared = Sources()
            .SelectMany(s => Types().Matches(s.Text).Select(t => (s.Namespace, Type: t.Groups[1].Value)))
            .ToArray();
        foreach (var (path, own, text) in Sources())
        {
            var floor = Array.IndexOf(Floors, own);
            foreach (Match used in Usings().Matches(text))
                Assert.True(Array.IndexOf(Floors, used.Groups[1].Value) < floor, $"{path}: {used.Value}");
            var code = Comments().Replace(text, "");
            foreach (
                var (outer, type) in declared.Where(d => own.StartsWith(d.Namespace + ".", StringComparison.Ordinal))
            )
                Assert.False(
                    Array.IndexOf(Floors, outer) > floor && Regex.IsMatch(code, $@"(?<![\w.]){type}\b"),
                    $"{path} uses {outer}.{type}"
                );
        }
    }

    private static IEnumerable<(string Path, string Namespace, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Home, "*.cs", SearchOption.AllDirectories)
            .Select(path => (path, Text: File.ReadAllText(path)))
            .Select(s => (s.path, Namespaces().Match(s.Text).Groups[1].Value, s.Text));

    [GeneratedRegex(@"^\| `[\w/]+/`.*\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"(?<=^\| (?:`[\w/]+/`, )*)`([\w/]+)/`")]
    private static partial Regex Folders();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^using (FuGongJianJia[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^(?:public|internal)[\w ]* (?:class|struct|record|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();
}
