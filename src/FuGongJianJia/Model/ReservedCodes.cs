namespace FuGongJianJia.Model;

/// <summary>
/// Words that stand in addresses where codes stand（编码不能用的字）: each would make two pages or papers claim one address,
/// so no code may be one of them.
/// </summary>
public static class ReservedCodes
{
    /// <summary>The page of a folder: unions/index.html beside unions/FC001/index.html.</summary>
    public const string Index = "index";

    /// <summary>The brief of the district: briefs/district.pdf beside briefs/T01.pdf.</summary>
    public const string District = "district";

    private const string SheetPrefix = "page-";

    /// <summary>A further sheet of a list（续页）: unions/page-2/ beside unions/FC001/.</summary>
    public static string Sheet(int number) => FormattableString.Invariant($"{SheetPrefix}{number}");

    /// <summary>True for one of them, in upper or lower case.</summary>
    public static bool Contains(string code) =>
        code.Equals(Index, StringComparison.OrdinalIgnoreCase)
        || code.Equals(District, StringComparison.OrdinalIgnoreCase)
        || (
            code.StartsWith(SheetPrefix, StringComparison.OrdinalIgnoreCase)
            && code.AsSpan(SheetPrefix.Length).IndexOfAnyExceptInRange('0', '9') < 0
        );
}
