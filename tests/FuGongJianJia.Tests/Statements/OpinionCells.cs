namespace FuGongJianJia.Tests.Statements;

/// <summary>The tables of an opinion: what is to be mended, and what first.</summary>
internal static partial class Cells
{
    // A row of an opinion stands where its gain puts it.
    private static bool MendedRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null && Letters.ToMend(s).Exists(i => i.Code == s.Code);
    }

    private static bool FirstRow(Scene s, IReadOnlyList<string> row, string last)
    {
        s.Code = s.P.Data.Catalogue.FirstOrDefault(i => i.Name == row[0])?.Code;
        return s.Code is not null && Letters.First(s).Exists(i => i.Code == s.Code);
    }

    private static readonly Dictionary<string, Func<Scene, string?>> Mended = new(StringComparer.Ordinal)
    {
        ["上年"] = s => Letters.Value(s.P.Before?.Unit(s.U!.Unit.Code)?.Item(s.Code!)),
        ["本年"] = s => Letters.Value(s.Item),
        ["差在哪里"] = s => Letters.Gap(s.Item!),
        ["可得"] = s => Say.Two(s.Item!.Gain) + "分",
    };

    private static readonly Dictionary<string, Func<Scene, string?>> First = new(StringComparer.Ordinal)
    {
        ["怎么做"] = s => s.Item!.Item.Row.Remedy.TrimEnd('。'),
        ["做成什么样"] = s => Checklists.Goal(s.Item!),
        ["谁来做"] = s => Letters.Who(s.Item!),
        ["何时"] = s => Say.LongDate(Checklists.Deadline(s.P)) + "前",
    };
}
