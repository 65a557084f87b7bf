namespace FuGongJianJia.Model;

/// <summary>A font file that the site brings along（自带字体）, of input/theme.</summary>
/// <param name="File">Name of the file: biaoti.woff2.</param>
/// <param name="Licence">许可: by what it may be handed on; stands beside it in the style sheet.</param>
/// <param name="Content">Its bytes, looked at: a WOFF2, WOFF, TrueType or OpenType file.</param>
public sealed record LookFont(string File, string Licence, ReadOnlyMemory<byte> Content);
