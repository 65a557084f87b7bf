using System.Collections.Immutable;
using FuGongJianJia.Cli.Options;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Pictures;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Writing;

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
    /// <param name="made">Path below the output and size of the reports and data; null for what another share
    /// makes.</param>
    /// <param name="digests">SHA-256 of the open data, by path below site/.</param>
    /// <param name="images">Images of cases and pages.</param>
    public static SiteOptions For(
        BuildOptions options,
        ImmutableSortedDictionary<string, long?> made,
        ImmutableSortedDictionary<string, string> digests,
        ImmutableSortedDictionary<string, Picture> images
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
    /// Pictures by path below input/: those of written pages, and of cases only those whose publication was agreed to.
    /// </summary>
    public static ImmutableSortedDictionary<string, Picture> Images(
        ImmutableSortedDictionary<string, Picture> pictures,
        PublicEdition edition
    ) =>
        pictures.RemoveRange(
            pictures.Keys.Except(
                edition
                    .Cases.Where(c => c.Image is not null)
                    .Select(c => c.Image!.Path)
                    .Concat(edition.Pages.SelectMany(p => ArticleMarkdown.Images(p.Body)))
                    .Concat(edition.Settings.Look.Logo is { } logo ? [logo] : []),
                StringComparer.Ordinal
            )
        );

    /// <summary>Pictures for sharing that stand: paths below site/.</summary>
    public static ImmutableHashSet<string> Pictures(RenderResult? left) =>
        [.. (left?.Sizes.Keys ?? []).Select(path => path[Site.Length..])];

    private static ImmutableSortedDictionary<string, long?> Below(
        ImmutableSortedDictionary<string, long?> made,
        string folder
    ) =>
        made.Where(m => m.Key.StartsWith(folder, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(m => m.Key[Site.Length..], m => m.Value, StringComparer.Ordinal);
}
