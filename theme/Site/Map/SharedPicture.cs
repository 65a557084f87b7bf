namespace FuGongJianJia.Theme.Site.Map;

/// <summary>The picture that stands beside a shared link（分享图）.</summary>
/// <param name="Path">Address below site/.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Alt">What is to be seen.</param>
public sealed record SharedPicture(string Path, int Width, int Height, string Alt)
{
    /// <summary>Width that readers of og: ask for.</summary>
    public const int FullWidth = 1200;

    /// <summary>Height beside it.</summary>
    public const int FullHeight = 630;

    private const int Side = 512;

    /// <summary>The publication's mark, where there is no picture.</summary>
    /// <param name="title">Title of the site.</param>
    public static SharedPicture Mark(string title) => new(SiteAssets.PathOf("icon-512.png"), Side, Side, title);
}
