using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>
/// What a host says of every file of the site（响应头）: the preview says the same as the documentation tells others to.
/// Pages hold the policy themselves too, for hosts that say nothing; a frame around them only a host can forbid.
/// </summary>
public static class SiteHeaders
{
    /// <summary>Content Security Policy, level 3: everything from the site, pictures from within a page too.</summary>
    public const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>
    /// Digest of the one style that stands within a page: that of the page of wrong addresses, which finds no file
    /// where the address of the site is not known. A host that did not allow it would show that page bare.
    /// </summary>
    public const string NotFoundStyle = "sha256-pZ1VNOfzzXAjnYQ6tf8XnPmSfuJeUXEWy6kKnuL8Q5k=";

    /// <summary>Names and values, in order.</summary>
    public static ImmutableArray<(string Name, string Value)> All { get; } =
    [
        ("Content-Security-Policy", $"{ContentPolicy}; style-src 'self' '{NotFoundStyle}'; frame-ancestors 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
}
