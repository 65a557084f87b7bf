using System.Globalization;
using FuGongJianJia.Pictures;
using Markdig.Renderers.Html;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// A picture of input/ as a page shows it（页面图片）: with its size, so that the text does not jump when it arrives, and a
/// smaller file for smaller screens.
/// </summary>
/// <param name="Picture">The picture.</param>
/// <param name="Address">Gives a file's address, relative to the page.</param>
public sealed record PageImage(Picture Picture, Func<PictureFile, string> Address)
{
    /// <summary>How wide a page shows it: its column at most, the screen where that is narrower.</summary>
    public const string Sizes = "(min-width: 46rem) 46rem, 100vw";

    private PictureFile Largest => Picture.Screen[^1];

    /// <summary>Address of the largest file.</summary>
    public string Source => Address(Largest);

    /// <summary>Address of the smallest file, for where it stands small.</summary>
    public string Small => Address(Picture.Screen[0]);

    /// <summary>Addresses with their widths; null where there is one file.</summary>
    public string? SourceSet =>
        Picture.Screen.Length == 1
            ? null
            : string.Join(
                ", ",
                Picture.Screen.Select(f => string.Create(CultureInfo.InvariantCulture, $"{Address(f)} {f.Width}w"))
            );

    /// <summary>Width, pixels.</summary>
    public string Width => Largest.Width.ToString(CultureInfo.InvariantCulture);

    /// <summary>Height, pixels.</summary>
    public string Height => Largest.Height.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds the attributes besides src and alt.</summary>
    /// <param name="attributes">Gets them.</param>
    /// <param name="first">The first picture of a page is loaded at once, others when they come near.</param>
    public void Describe(HtmlAttributes attributes, bool first)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (SourceSet is { } set)
        {
            attributes.AddProperty("srcset", set);
            attributes.AddProperty("sizes", Sizes);
        }

        attributes.AddProperty("width", Width);
        attributes.AddProperty("height", Height);
        if (!first)
        {
            attributes.AddProperty("loading", "lazy");
        }
    }
}
