using System.Collections.Immutable;

namespace FuGongJianJia.Import.Files.Yaml;

/// <summary>A YAML value with its place in the file（设置的值）.</summary>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Column">1-based character.</param>
internal abstract record YamlValue(int Line, int Column);

/// <summary>One value.</summary>
internal sealed record YamlScalar(string Text, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

/// <summary>A mapping, in the order of the file.</summary>
internal sealed record YamlMap(ImmutableArray<(YamlScalar Key, YamlValue Value)> Entries, int Line, int Column)
    : YamlValue(Line, Column)
{
    /// <summary>
    /// Values of a whole file behind which the rest of the line is lost, and whether it looks like a remark.
    /// </summary>
    public ImmutableArray<(YamlScalar Value, bool IsRemark)> Cut { get; init; } = [];
}
