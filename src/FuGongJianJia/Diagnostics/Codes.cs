using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>
/// Registry of diagnostic codes（诊断代码总表）. A code is a literal: one that is no longer used stays retired, it is never
/// given to
/// something else. Documentation and tests derive from this list.
/// </summary>
public static class Codes
{
    /// <summary>Every code, by number.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        Sorted([
            .. FileCodes.All,
            .. CellCodes.All,
            .. TableCodes.All,
            .. CatalogueCodes.All,
            .. ValueCodes.All,
            .. ProcessCodes.All,
            .. SettingCodes.All,
            .. WritingCodes.All,
            .. FontCodes.All,
            .. OutputCodes.All,
            .. PrivacyCodes.All,
            .. ScoringCodes.All,
            .. SourceCodes.All,
        ]);

    /// <summary>The code with this number, or null.</summary>
    public static DiagnosticCode? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    private static ImmutableArray<DiagnosticCode> Sorted(ImmutableArray<DiagnosticCode> all) =>
        [.. all.OrderBy(c => c.Id, StringComparer.Ordinal)];
}
