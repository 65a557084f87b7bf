namespace FuGongJianJia.Text;

/// <summary>
/// Folding for search（查找用的折叠）: whatever shows a digit counts as one, since a number that is to be found may be written
/// ①③⑧ or ¹³⁸. Never read a value from it.
/// </summary>
internal static class SearchFold
{
    /// <summary>The folded text; the same instance when nothing had to change.</summary>
    public static string Of(string text) => WidthFold.Fold(text, Characters.ShownDigit);
}
