using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>Sentences about merged, split, recoded and renamed unions（来历）.</summary>
internal static class AncestryWords
{
    /// <summary>What stands for the name of a union that is not public.</summary>
    private const string Hidden = "不公开的单位";

    /// <summary>How the union came about and what that means for the comparison.</summary>
    public static string Sentence(Ancestry ancestry)
    {
        var then = ancestry.Base.Title;
        return ancestry switch
        {
            Ancestry.Merged { FormerTotal: { } total } merged =>
                $"{Merged(merged.Former, merged.Stays)}；与{then}的变化按前身合并计算"
                    + $"（前身合并后总指数{Numerals.Score(total)}分）。",
            Ancestry.Merged merged =>
                $"{Merged(merged.Former, merged.Stays)}；前身没有能够合并的数据，与{then}不作比较。",
            Ancestry.Split { Stays: true } => $"有单位从本单位分出，与{then}不作比较。",
            Ancestry.Split split => $"由{Names(split.Former)}分设而来，与{then}不作比较。",
            Ancestry.Recoded recoded => $"由{Names(recoded.Former)}变更而来，视为同一单位，与{then}连续比较。",
            Ancestry.Renamed renamed => $"原名{Phrases.Quote(renamed.Name)}，视为同一单位，与{then}连续比较。",
            _ => "",
        };
    }

    /// <summary>由“甲”和“乙”合并而来, “甲”并入本单位.</summary>
    public static string Merged(IReadOnlyList<string?> former, bool stays) =>
        stays ? $"{Names(former)}并入本单位" : $"由{Names(former)}合并而来";

    /// <summary>
    /// “甲”“乙”和1个不公开的单位: null is the name of a union that is not public. Between quoted names stands no 顿号
    /// (GB/T 15834 4.5.3.5).
    /// </summary>
    public static string Names(IReadOnlyList<string?> names)
    {
        var open = names.OfType<string>().Select(Phrases.Quote).ToList();
        var hidden = names.Count - open.Count;
        return hidden == 0 ? Phrases.Row(open) : Phrases.And([.. open, $"{Numerals.Count(hidden)}个{Hidden}"]);
    }
}
