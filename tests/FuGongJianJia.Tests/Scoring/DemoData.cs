using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>The repository's own demo data, imported and composed once for all tests.</summary>
internal static class DemoData
{
    private static readonly Lazy<Dataset> LazyData = new(Read);
    private static readonly Lazy<Scores> LazyScores = new(() => Scorer.Score(Data));
    private static readonly Lazy<Edition> LazyEdition = new(() =>
        Composer.Compose(Data, Scores, new(null, "test", "0123456789ab"))
    );

    public static Dataset Data => LazyData.Value;

    public static Scores Scores => LazyScores.Value;

    public static Edition Edition => LazyEdition.Value;

    private static Dataset Read()
    {
        var files = new[] { "data", "input" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Select(path => new SourceFile(
                Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'),
                File.ReadAllBytes(path)
            ));
        var result = Importer.Import([.. files], ImportOptions.Default);
        return result.Dataset ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(10)));
    }
}
