namespace FuGongJianJia.Tests.Architecture;

/// <summary>The order of the house（结构）, read from the sources.</summary>
public sealed class ArchitectureTests
{
    private static readonly Lazy<SourceGraph> Product = new(() => SourceGraph.Read(SourceProject.Product));

    [Fact]
    public void A_folder_uses_only_folders_below_it()
    {
        var floors = Floors.All.SelectMany(p => p.Floors).ToList();

        Nothing(Floors.Faults(Product.Value.Uses, [.. floors]));
    }

    [Fact]
    public void Every_folder_stands_on_a_floor_and_every_floor_is_a_folder()
    {
        var floors = Floors.All.SelectMany(p => p.Floors.Select(f => $"{p.Project} {f.Namespace}"));
        var folders = Product.Value.Types.Select(t => $"{t.Project} {t.Namespace}").Distinct(StringComparer.Ordinal);

        Assert.Equal(floors.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_namespace_is_the_folder_its_file_stands_in() =>
        Nothing(
            Product
                .Value.Types.Where(t =>
                    SourceProject.Product.First(p => p.Name == t.Project).NamespaceOf(t.File) != t.Namespace
                )
                .Select(t => $"{t.File}: {t.Name} is of {t.Namespace}")
        );

    [Fact]
    public void No_type_name_stands_twice() =>
        Nothing(
            Product
                .Value.Types.Where(t => t.Name != "_Imports")
                .GroupBy(t => t.Name, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.File))}")
        );

    [Fact]
    public void Pages_and_reports_see_neither_import_nor_scoring() =>
        Nothing(
            Product
                .Value.Uses.Where(u => u.From.StartsWith("FuGongJianJia.Theme", StringComparison.Ordinal))
                .Where(u =>
                    u.To.StartsWith("FuGongJianJia.Import", StringComparison.Ordinal)
                    || u.To.StartsWith("FuGongJianJia.Scoring", StringComparison.Ordinal)
                )
                .Select(u => $"{u.Place}: {u.Type} of {u.To}")
        );

    [Fact]
    public void Typesetting_knows_nothing_of_unions() =>
        Assert.DoesNotContain(
            "ProjectReference",
            File.ReadAllText(Repository.PathOf("src", "FuGongJianJia.Typesetting", "FuGongJianJia.Typesetting.csproj")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_planted_circle_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "Low.cs",
            "namespace FuGongJianJia.Low; public static class Ground { "
                + "public const int Number = FuGongJianJia.High.Roof.Number; }"
        );
        folder.Write(
            "High.cs",
            "namespace FuGongJianJia.High; public static class Roof { public const "
                + "int Number = 1; public static int Of() => FuGongJianJia.Low.Ground.Number; }"
        );
        var graph = SourceGraph.Read([new SourceProject("Planted", folder.Path, [])]);

        var faults = Floors.Faults(graph.Uses, [new("FuGongJianJia.Low", ""), new("FuGongJianJia.High", "")]).ToList();

        Assert.Equal(
            "FuGongJianJia.Low uses Roof of FuGongJianJia.High, which stands above it",
            Assert.Single(faults)[(faults[0].IndexOf(' ', StringComparison.Ordinal) + 1)..]
        );
    }

    [Fact]
    public void The_picture_in_ARCHITECTURE_md_shows_these_floors()
    {
        var page = File.ReadAllText(Repository.PathOf("ARCHITECTURE.md"));

        foreach (var (project, _) in Floors.All)
        {
            Assert.Contains(Floors.Picture(project), page, StringComparison.Ordinal);
        }
    }

    private static void Nothing(IEnumerable<string> faults)
    {
        var all = faults.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
