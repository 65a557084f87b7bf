using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>A project as its sources（源码项目）.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Folder">Its folder below the repository.</param>
/// <param name="Uses">Projects it refers to, those they refer to as well.</param>
internal sealed record SourceProject(string Name, string Folder, ImmutableArray<string> Uses)
{
    /// <summary>The product, from the ground up; no project but those named can be referred to.</summary>
    public static ImmutableArray<SourceProject> Product { get; } =
    [
        new("FuGongJianJia.Pictures", "src/FuGongJianJia.Pictures", []),
        new("FuGongJianJia", "src/FuGongJianJia", ["FuGongJianJia.Pictures"]),
        new("FuGongJianJia.Demo", "src/FuGongJianJia.Demo", ["FuGongJianJia", "FuGongJianJia.Pictures"]),
        new("FuGongJianJia.Typesetting", "src/FuGongJianJia.Typesetting", []),
        new("FuGongJianJia.Theme", "theme", ["FuGongJianJia", "FuGongJianJia.Pictures", "FuGongJianJia.Typesetting"]),
        new(
            "FuGongJianJia.Cli",
            "src/FuGongJianJia.Cli",
            [
                "FuGongJianJia",
                "FuGongJianJia.Demo",
                "FuGongJianJia.Pictures",
                "FuGongJianJia.Typesetting",
                "FuGongJianJia.Theme",
            ]
        ),
    ];

    /// <summary>What the tests themselves run on: the framework and every package of the product.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p =>
                Path.GetFileName(p) is var file && !file.StartsWith("FuGong", StringComparison.OrdinalIgnoreCase)
            )
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>Sources, global usings and what the compiler made of Razor files.</summary>
    public IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Repository.PathOf(Folder), "*.cs", SearchOption.AllDirectories)
            .Concat(Made($"{Name}.GlobalUsings.g.cs"))
            .Concat(Made("*_razor.g.cs"))
            .Order(StringComparer.Ordinal);

    /// <summary>Who else may see what is internal.</summary>
    public string Friends =>
        string.Concat(
            Product.Select(p => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{p.Name}\")]\n")
        );

    // What the compiler made: the tests are built beside the product and in the same way.
    private IEnumerable<string> Made(string pattern)
    {
        var folder = Repository.PathOf("artifacts", "obj", Name, new DirectoryInfo(AppContext.BaseDirectory).Name);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];
    }

    /// <summary>A path as it stands in the repository; of a Razor file's C# the Razor file's own.</summary>
    public string Relative(string file)
    {
        var generated = file.IndexOf("RazorSourceGenerator" + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return generated < 0
            ? Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
            : Folder
                + file[(generated + "RazorSourceGenerator".Length)..]
                    .Replace('\\', '/')
                    .Replace("_razor.g.cs", ".razor", StringComparison.Ordinal);
    }

    /// <summary>The namespace of a file that stands where it should.</summary>
    public string NamespaceOf(string relative) =>
        (Name + Path.GetDirectoryName(relative)![Folder.Length..]).Replace('/', '.').Replace('\\', '.');
}
