using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Cli.Terminal;

/// <summary>Whether what was found forbids to go on（可否继续）.</summary>
internal static class Verdict
{
    /// <summary>True when there is an error, or when strictness makes a warning or a substitute font one.</summary>
    /// <param name="diagnostics">Everything that was found.</param>
    /// <param name="strict">The option --strict.</param>
    public static bool IsRefused(IReadOnlyCollection<Diagnostic> diagnostics, bool strict) =>
        diagnostics.Any(d =>
            d.Severity == Severity.Error
            || (strict && (d.Severity == Severity.Warning || d.Code == FontCodes.Substituted.Id))
        );
}
