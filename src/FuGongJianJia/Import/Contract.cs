using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import;

/// <summary>A file as it was found（源文件）: the one way bytes enter the domain.</summary>
/// <param name="Path">Relative to the root, forward slashes: data/2024/指标值.csv, input/site.yml,
/// input/cases/x.md.</param>
/// <param name="Content">Bytes as they stand on disk.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>What import gives: sound data, or none and why.</summary>
/// <param name="Dataset">Null exactly when there is an error.</param>
/// <param name="Diagnostics">All of them, sorted.</param>
public sealed record ImportResult(Dataset? Dataset, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>True when nothing may be built from this input.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
