using System.Globalization;
using Markdig.Renderers.Html;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// A picture of input/ as a page shows it（页面图片）, with its size, so that the text does not jump when it arrives.
/// </summary>
/// <param name="Address">Relative to the page.</param>
/// <param name="Size">Pixels; null where the file is neither PNG nor JPEG.</param>
public readonly record struct PageImage(string Address, (int Width, int Height)? Size)
{
    /// <summary>Width.</summary>
    public string? Width => Size is { } s ? s.Width.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Height.</summary>
    public string? Height => Size is { } s ? s.Height.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>./images/a.png is images/a.png.</summary>
    public static string Clean(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>Adds the attributes besides src and alt.</summary>
    public void Describe(HtmlAttributes attributes)
    {
        attributes.AddProperty("loading", "lazy");
        if (Width is not null && Height is not null)
        {
            attributes.AddProperty("width", Width);
            attributes.AddProperty("height", Height);
        }
    }
}
