using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>
/// Rules of the tree（组织树）: one root, no cycle, each level under the one above, names that readers can tell apart.
/// </summary>
internal static class OrganisationTree
{
    /// <summary>Checks the organisations of a period.</summary>
    /// <param name="index">The organisations.</param>
    /// <param name="tables">Tables of the period.</param>
    /// <param name="places">Row and parent cell of each code, and whether that cell is filled.</param>
    /// <param name="hasBrokenRows">True when rows were dropped: a missing root may be one of them.</param>
    public static void Check(
        OrganisationIndex index,
        PeriodTables tables,
        Dictionary<string, (SourcePlace Row, SourcePlace Parent, bool NamesParent)> places,
        bool hasBrokenRows
    )
    {
        CheckRoot(index, tables, places, hasBrokenRows);
        var names = new Dictionary<(string?, string), Organisation>();
        var codes = new Dictionary<string, Organisation>(StringComparer.OrdinalIgnoreCase);
        var credits = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        foreach (var organisation in index.All)
        {
            var (row, parentPlace, namesParent) = places[organisation.Code];
            CheckParent(organisation, index, parentPlace, namesParent, tables.Bag);
            CheckLineage(organisation, index, row, tables.Bag);
            if (!codes.TryAdd(organisation.Code, organisation))
            {
                // Both would be one address: Windows knows no difference of case.
                tables.Bag.Add(
                    TableCodes.DuplicateKey,
                    row,
                    $"组织编码“{organisation.Code}”与“{codes[organisation.Code].Name}”的“{codes[organisation.Code].Code}”"
                        + "只有大小写不同，会成为同一个网址。请改用不同的编码。"
                );
            }

            var stands = organisation.Status is OrganisationStatus.Normal or OrganisationStatus.New;
            if (stands && organisation.CreditCode is { } credit && !credits.TryAdd(credit, organisation))
            {
                tables.Bag.Add(
                    TableCodes.SameCreditCode,
                    row,
                    $"“{organisation.Name}”（{organisation.Code}）与“{credits[credit].Name}”（{credits[credit].Code}）"
                        + "的统一社会信用代码相同。一个代码只属于一个单位，请核对；还没有代码的留空。"
                );
            }

            if (
                stands
                && !names.TryAdd((organisation.Parent, OrganisationIndex.NameKey(organisation.Name)), organisation)
            )
            {
                var other = names[(organisation.Parent, OrganisationIndex.NameKey(organisation.Name))];
                tables.Bag.Add(
                    TableCodes.SameName,
                    row,
                    $"“{organisation.Name}”（{organisation.Code}）与同一上级下的 {other.Code} 同名。请核对是否重复登记，或者写全名称。"
                );
            }

            if (
                organisation.Status == OrganisationStatus.Merged
                && organisation.Lineage.IsEmpty
                && !index.All.Any(o => o.Lineage.Contains(organisation.Code))
            )
            {
                tables.Bag.Add(
                    TableCodes.NoLineage,
                    row,
                    $"“{organisation.Name}”已合并，但没有写并入哪个组织。请在沿革编码里写上。"
                );
            }
        }
    }

    /// <summary>What a merged union became stands in the same table, and nothing comes from itself.</summary>
    private static void CheckLineage(
        Organisation organisation,
        OrganisationIndex index,
        SourcePlace row,
        DiagnosticBag bag
    )
    {
        if (organisation.Lineage.Contains(organisation.Code))
        {
            bag.Add(
                TableCodes.UnknownLineage,
                row,
                $"“{organisation.Name}”的沿革编码写的是它自己的编码“{organisation.Code}”。请改成并入的组织，或原来的编码。"
            );
        }
        else if (organisation.Status == OrganisationStatus.Merged)
        {
            foreach (var code in organisation.Lineage.Where(c => index.Find(c) is null && !index.IsBroken(c)))
            {
                bag.Add(
                    TableCodes.UnknownLineage,
                    row,
                    $"“{organisation.Name}”已合并，它并入的“{code}”在本期组织表里找不到。请核对沿革编码。"
                        + Suggest.Phrase(code, index.All.Select(o => o.Code).Where(c => c != organisation.Code))
                );
            }

            if (MergesIntoItself(organisation, index))
            {
                bag.Add(
                    TableCodes.UnknownLineage,
                    row,
                    $"“{organisation.Name}”并入的组织又并回了它（{organisation.Code} → {organisation.Lineage[0]} → …）。请核对沿革编码和状态。"
                );
            }
        }
    }

    private static bool MergesIntoItself(Organisation organisation, OrganisationIndex index)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(organisation.Lineage);
        while (open.TryPop(out var code))
        {
            if (code == organisation.Code)
            {
                return true;
            }

            if (seen.Add(code) && index.Find(code) is { Status: OrganisationStatus.Merged } next)
            {
                foreach (var into in next.Lineage)
                {
                    open.Push(into);
                }
            }
        }

        return false;
    }

    private static void CheckRoot(
        OrganisationIndex index,
        PeriodTables tables,
        Dictionary<string, (SourcePlace Row, SourcePlace Parent, bool NamesParent)> places,
        bool hasBrokenRows
    )
    {
        var roots = index.All.Where(o => o.Level == Level.District).ToList();
        if (roots.Count == 0 && !hasBrokenRows)
        {
            tables.Bag.Add(
                TableCodes.Roots,
                tables.PlaceOf(OrganisationSchema.Table),
                "没有区级的组织。组织表里应当有一个区总工会，层级填“区”，上级编码留空。"
            );
        }

        foreach (var extra in roots.Skip(1))
        {
            tables.Bag.Add(
                TableCodes.Roots,
                places[extra.Code].Row,
                $"“{extra.Name}”也是区级，已经有“{roots[0].Name}”。一期只能有一个区总工会，请核对层级。"
            );
        }
    }

    private static void CheckParent(
        Organisation organisation,
        OrganisationIndex index,
        SourcePlace place,
        bool namesParent,
        DiagnosticBag bag
    )
    {
        var parent = organisation.Parent is { } code ? index.Find(code) : null;
        if (organisation.Parent is null && organisation.Level != Level.District)
        {
            // An unknown parent was reported where it stands, and one whose own row is at fault there; only an empty
            // cell is told here.
            if (!namesParent)
            {
                bag.Add(TableCodes.BadParent, place, $"“{organisation.Name}”没有上级。{Expected(organisation.Level)}");
            }

            return;
        }

        if (parent is null)
        {
            return;
        }

        if (IsInCycle(organisation, index))
        {
            bag.Add(
                TableCodes.Cycle,
                place,
                $"“{organisation.Name}”的上级关系绕成了圈（{organisation.Code} → {parent.Code} → …）。请核对上级编码。"
            );
            return;
        }

        var sound =
            (organisation.Level, parent.Level)
            is
                (Level.Town, Level.District)
                or
                (Level.Grassroots, Level.Town)
                or
                (Level.Grassroots, Level.District);
        if (!sound)
        {
            bag.Add(
                TableCodes.BadParent,
                place,
                $"“{organisation.Name}”是{organisation.Level.Word()}，上级“{parent.Name}”却是{parent.Level.Word()}。"
                    + Expected(organisation.Level)
            );
        }
    }

    private static string Expected(Level level) =>
        level switch
        {
            Level.District => "区级没有上级，请把上级编码留空。",
            Level.Town => "镇街的上级应为区总工会。",
            _ => "基层的上级应为镇街总工会，区直属的填区总工会。",
        };

    private static bool IsInCycle(Organisation organisation, OrganisationIndex index)
    {
        var at = organisation;
        for (var i = 0; i < 64; i++)
        {
            if (at.Parent is not { } code || index.Find(code) is not { } parent)
            {
                return false;
            }

            if (parent.Code == organisation.Code)
            {
                return true;
            }

            at = parent;
        }

        return false;
    }
}
