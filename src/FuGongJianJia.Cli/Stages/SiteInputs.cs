using System.Collections.Immutable;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Writing;

namespace FuGongJianJia.Cli.Stages;

/// <summary>
/// What the site needs to know beside the edition: which downloads exist and how large they are, and the images of
/// cases and pages.
/// </summary>
internal static class SiteInputs
{
    private const string Site = "site/";

    /// <summary>Gathers the options of the site.</summary>
    /// <param name="options">Build options.</param>
    /// <param name="made">Path below the output and size of the reports and data that were made.</param>
    /// <param name="digests">SHA-256 of the open data, by path below site/.</param>
    /// <param name="images">Images of cases and pages.</param>
    public static SiteOptions For(
        BuildOptions options,
        ImmutableSortedDictionary<string, long> made,
        ImmutableSortedDictionary<string, string> digests,
        ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> images
    ) =>
        new()
        {
            BasePath = options.BasePath,
            Reports = Below(made, "site/reports/"),
            OpenData = Below(made, "site/data/"),
            Digests = digests,
            Images = images,
        };

    /// <summary>
    /// Images by path below input/: those of written pages, and of cases only those whose publication was agreed to.
    /// </summary>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Images(
        ImmutableArray<SourceFile> files,
        PublicEdition edition
    )
    {
        var wanted = edition
            .Cases.Where(c => c.Image is not null)
            .Select(c => c.Image!.Path)
            .Concat(edition.Pages.SelectMany(p => SiteMarkdown.Images(p.Body)))
            .ToHashSet(StringComparer.Ordinal);
        return files
            .Where(f =>
                f.Path.StartsWith("input/", StringComparison.Ordinal) && wanted.Contains(f.Path["input/".Length..])
            )
            .ToImmutableSortedDictionary(f => f.Path["input/".Length..], f => f.Content, StringComparer.Ordinal);
    }

    private static ImmutableSortedDictionary<string, long?> Below(
        ImmutableSortedDictionary<string, long> made,
        string folder
    ) =>
        made.Where(m => m.Key.StartsWith(folder, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(m => m.Key[Site.Length..], m => (long?)m.Value, StringComparer.Ordinal);
}
