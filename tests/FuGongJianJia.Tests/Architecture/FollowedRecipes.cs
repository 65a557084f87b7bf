namespace FuGongJianJia.Tests.Architecture;

/// <summary>A copy of the tree in which every recipe was followed, and the program that was built of it.</summary>
public sealed class FollowedRecipes : IDisposable
{
    private static readonly string[] Left = [".git", "artifacts", "output", "dist", "actual", "node_modules"];

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _built;

    public FollowedRecipes()
    {
        _built = new(Build);
        try
        {
            Copy(Repository.Root, Tree);
            foreach (var recipe in Recipe.All)
            {
                recipe.Follow(Tree);
            }

            ChildProcess.Run(
                "dotnet",
                Tree,
                "build",
                "src/FuGongJianJia.Cli",
                "-c",
                "Release",
                "-v",
                "quiet",
                "--nologo",
                "-p:RunAnalyzers=false",
                "-p:RestoreLockedMode=true"
            );
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The copy.</summary>
    public string Tree => Path.Combine(_folder.Path, "tree");

    /// <summary>Output of the case of the diagnostic with the setting in its site.yml.</summary>
    public string Output => _built.Value;

    public void Dispose() => _folder.Dispose();

    /// <summary>What the program prints.</summary>
    public string Fugong(params string[] arguments) =>
        ChildProcess.Run(
            "dotnet",
            _folder.Path,
            [Path.Combine(Tree, "artifacts/bin/FuGongJianJia.Cli/release/fugong.dll"), .. arguments]
        );

    /// <summary>A new folder of the data and settings of a case, on top of those that all cases share.</summary>
    public string RootOf(string @case)
    {
        var root = Empty();
        Copy(Path.Combine(Tree, "tests/cases/_base"), root);
        foreach (var part in Directory.EnumerateDirectories(Path.Combine(Tree, "tests/cases", @case)))
        {
            Copy(part, Path.Combine(root, Path.GetFileName(part)));
        }

        return root;
    }

    /// <summary>A new folder.</summary>
    public string Empty() => Path.Combine(_folder.Path, Path.GetRandomFileName());

    private string Build()
    {
        var root = RootOf("75-nobody-to-visit");
        File.AppendAllText(Path.Combine(root, "input/site.yml"), "联系:\n  邮编: 311400\n");
        Fugong("build", "--root", root);
        return Path.Combine(root, "output");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(f => !Left.Contains(Path.GetFileName(f))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
