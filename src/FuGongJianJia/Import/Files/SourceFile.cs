namespace FuGongJianJia.Import.Files;

/// <summary>A file as it was found（源文件）: the one way bytes enter the domain.</summary>
/// <param name="Path">Relative to the root, forward slashes: data/2024/指标值.csv, input/site.yml,
/// input/cases/x.md.</param>
/// <param name="Content">Bytes as they stand on disk.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content);
