using System.Collections.Immutable;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Schema;

/// <summary>
/// Registry of tables（数据表总表）: reading, the data dictionary and the templates of <c>new</c> all derive from it. To add a
/// column,
/// add a line to its table's file and read it in the table's binder.
/// </summary>
public static class TableRegistry
{
    /// <summary>Every table in the order it is read and documented.</summary>
    public static ImmutableArray<TableSpec> All { get; } =
    [
        OrganisationTable.Spec,
        IndicatorTable.Spec,
        TargetTable.Spec,
        ValueTable.Spec,
        IndexTable.Spec,
        TaskTable.Spec,
        TaskStepTable.Spec,
        GuidanceTable.Spec,
        NeedTable.Spec,
        CommendationTable.Spec,
        ActivityTable.Spec,
        PairingTable.Spec,
        HomeVisitTable.Spec,
        CorrectionTable.Spec,
    ];

    /// <summary>
    /// The table a file or sheet name means: 指标值, 指标值表, 02_指标值, 指标值（2024）, 指标值-最终版. Null when it means none.
    /// </summary>
    public static TableSpec? Find(string name)
    {
        var key = Key(name);
        var exact = All.FirstOrDefault(t => t.Name == key || t.Aliases.Contains(key));
        if (exact is not null)
        {
            return exact;
        }

        // The parts around separators: exactly one of them must be a table, or the name says two things.
        var parts = key.Split(['_', '-', ' ', '.', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries);
        var found = All.Where(t => parts.Any(p => Trim(p) is var word && (t.Name == word || t.Aliases.Contains(word))))
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static string Key(string name) => TextFold.Fold(name).Trim();

    private static string Trim(string part) =>
        part.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '年', '月', '季', '度', '第', '表');
}
