using System.Collections.Immutable;
using System.Reflection;

namespace FuGongJianJia.Diagnostics;

/// <summary>
/// Registry of diagnostic codes（诊断代码总表）: every field of the groups. A code is a literal: one that is no longer used
/// stays retired, it is never given to something else. Documentation and tests derive from this list.
/// </summary>
public static class Codes
{
    private static ImmutableArray<Type> Groups =>
        [
            typeof(FileCodes),
            typeof(CellCodes),
            typeof(TableCodes),
            typeof(CatalogueCodes),
            typeof(ValueCodes),
            typeof(ProcessCodes),
            typeof(SettingCodes),
            typeof(WritingCodes),
            typeof(FontCodes),
            typeof(OutputCodes),
            typeof(PrivacyCodes),
            typeof(ScoringCodes),
            typeof(SourceCodes),
            typeof(CrossCheckCodes),
            typeof(StoredCodes),
            typeof(MappingCodes),
            typeof(ArchiveCodes),
            typeof(LookCodes),
            typeof(PublishCodes),
            typeof(HandoutCodes),
            typeof(SendCodes),
            typeof(ShardCodes),
        ];

    /// <summary>Every code, by number.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [.. Groups.SelectMany(Of).OrderBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>The codes of a group, such as <see cref="FileCodes"/>.</summary>
    public static IEnumerable<DiagnosticCode> Of(Type group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<DiagnosticCode>();
    }

    /// <summary>
    /// True for what is wrong with a file, a head or 对应.yml as a whole: a cause, of which what is said of cells and
    /// rows may be a consequence. It is told first.
    /// </summary>
    public static bool IsRoot(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id != FileCodes.More.Id
            && (
                id.StartsWith("FG00", StringComparison.Ordinal)
                || id == CatalogueCodes.NoIndicator.Id
                || Of(typeof(SourceCodes)).Concat(Of(typeof(MappingCodes))).Any(c => c.Id == id)
            );
    }

    /// <summary>The code with this number, or null.</summary>
    public static DiagnosticCode? Find(string id) => All.FirstOrDefault(c => c.Id == id);
}
