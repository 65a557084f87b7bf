using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Import;

/// <summary>What import gives: sound data, or none and why.</summary>
/// <param name="Dataset">Null exactly when there is an error.</param>
/// <param name="Diagnostics">All of them, sorted.</param>
public sealed record ImportResult(Dataset? Dataset, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What was read of every file, and what was not（导入台账）.</summary>
    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>
    /// 编码登记 with the codes this run gave to what had none, for the command that keeps them; null when it gave none.
    /// </summary>
    public ReadOnlyMemory<byte>? Register { get; init; }

    /// <summary>True when nothing may be built from this input.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
