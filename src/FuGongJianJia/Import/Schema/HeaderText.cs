using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Schema;

/// <summary>Headers are compared without blanks, remarks in brackets, marks and width（表头比较）.</summary>
internal static class HeaderText
{
    /// <summary>The comparable form: 经费（元） and “* 经费 ” are both 经费.</summary>
    public static string Key(string header)
    {
        var text = TextFold
            .Fold(CellCleaner.Clean(header, out _))
            .Replace(" ", "", StringComparison.Ordinal)
            .Trim('*', '★', ':', '：', '?', '？')
            .ToUpperInvariant();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && text.EndsWith(')') ? text[..bracket] : text;
    }
}
