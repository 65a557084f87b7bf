using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FuGongJianJia.Tests.Architecture;

/// <summary>
/// Who uses whom（依赖图）, read from the source: a constant or a nameof counts, which a compiled assembly has forgotten.
/// Razor files take part as the C# that the compiler made of them.
/// </summary>
internal sealed class SourceGraph
{
    private readonly Dictionary<string, CSharpCompilation> _projects = new(StringComparer.Ordinal);

    /// <summary>Uses of a name of one namespace in another, of our own code only.</summary>
    public ImmutableArray<Use> Uses { get; private set; } = [];

    /// <summary>Every type with a name of its own, nested ones and parts of a partial type left out.</summary>
    public ImmutableArray<DeclaredType> Types { get; private set; } = [];

    /// <summary>Reads projects, each after those it refers to.</summary>
    public static SourceGraph Read(IEnumerable<SourceProject> projects)
    {
        var graph = new SourceGraph();
        var (uses, types) = (new List<Use>(), new List<DeclaredType>());
        foreach (var project in projects)
        {
            var compilation = graph.Compile(project);
            foreach (
                var tree in compilation.SyntaxTrees.Where(t =>
                    !t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
                    || t.FilePath.EndsWith("_razor.g.cs", StringComparison.Ordinal)
                )
            )
            {
                var model = compilation.GetSemanticModel(tree);
                uses.AddRange(UsesIn(project, tree, model));
                types.AddRange(TypesIn(project, tree, model));
            }
        }

        graph.Uses = [.. uses];
        graph.Types = [.. types.DistinctBy(t => (t.Project, t.Namespace, t.Name))];
        return graph;
    }

    private CSharpCompilation Compile(SourceProject project)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        var trees = project.Files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parse, f));
        var references = SourceProject.Framework.Concat(project.Uses.Select(u => _projects[u].ToMetadataReference()));
        return _projects[project.Name] = CSharpCompilation.Create(
            project.Name,
            [.. trees, CSharpSyntaxTree.ParseText(project.Friends, parse)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    private static IEnumerable<Use> UsesIn(SourceProject project, SyntaxTree tree, SemanticModel model)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (
                name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null
                || Outermost(model.GetSymbolInfo(name)) is not { } used
            )
            {
                continue;
            }

            var inside = model.GetEnclosingSymbol(name.SpanStart);
            var from = Namespace(inside as INamespaceSymbol ?? inside?.ContainingNamespace);
            var to = Namespace(used.ContainingNamespace);
            if (from.Length > 0 && to.Length > 0 && from != to)
            {
                var line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
                yield return new(from, to, $"{project.Relative(tree.FilePath)}({line})", used.Name);
            }
        }
    }

    private static IEnumerable<DeclaredType> TypesIn(SourceProject project, SyntaxTree tree, SemanticModel model) =>
        tree.GetRoot()
            .DescendantNodes(n => n is not TypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Select(t => model.GetDeclaredSymbol(t)!)
            .Select(t => new DeclaredType(
                project.Name,
                Namespace(t.ContainingNamespace),
                t.Name,
                project.Relative(tree.FilePath)
            ));

    // Only what our own sources declare, named by the type that stands in a file of its own.
    private static INamedTypeSymbol? Outermost(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return
            type is { ContainingNamespace: { } space }
            && Namespace(space).StartsWith("FuGongJianJia", StringComparison.Ordinal)
            ? type
            : null;
    }

    private static string Namespace(INamespaceSymbol? space) =>
        space is { IsGlobalNamespace: false } ? space.ToDisplayString() : "";
}

/// <summary>A name of one namespace used in another.</summary>
/// <param name="From">Namespace that uses.</param>
/// <param name="To">Namespace that is used.</param>
/// <param name="Place">File and line.</param>
/// <param name="Type">Type that is used, or whose member is.</param>
internal sealed record Use(string From, string To, string Place, string Type);

/// <summary>A type and where it stands.</summary>
internal sealed record DeclaredType(string Project, string Namespace, string Name, string File);
