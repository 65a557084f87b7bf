using FuGongJianJia.Text;

namespace FuGongJianJia.Writing;

/// <summary>
/// Which addresses a link may lead to（安全的链接）: the web, a letter, a call, or a place of the same site. A list of what is
/// allowed, since browsers know more schemes that run something than anybody could name.
/// </summary>
public static class SafeAddress
{
    /// <summary>True for an address that a page may have as a link.</summary>
    public static bool IsSafe(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IsPlain(address)
            && (
                IsWeb(address)
                || Has("mailto:", address)
                || Has("tel:", address)
                || (Scheme(address) is null && !address.StartsWith("//", StringComparison.Ordinal))
            );
    }

    /// <summary>True for an address of the web, with a host and nobody's name before it.</summary>
    public static bool IsWeb(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return IsPlain(address)
            && (Has("https://", address) || Has("http://", address))
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri is { Host.Length: > 0, UserInfo: "" };
    }

    // Browsers drop blanks and controls before they read a scheme, and take a backslash for a slash.
    private static bool IsPlain(string address) =>
        !address.Contains('\\', StringComparison.Ordinal) && address == VisibleText.Of(address.Trim());

    private static bool Has(string beginning, string address) =>
        address.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static string? Scheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var path = address.IndexOfAny(['/', '?', '#']);
        return colon >= 0 && (path < 0 || colon < path) ? address[..colon] : null;
    }
}
