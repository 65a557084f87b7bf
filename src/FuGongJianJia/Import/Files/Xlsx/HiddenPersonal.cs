using FuGongJianJia.Diagnostics;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// Personal data that travel with a workbook and are never output（看不见的个人信息）: in comments, text boxes, properties and in
/// sheets that are not read. Whoever passes the file on passes them on as well, so they are told.
/// </summary>
internal static class HiddenPersonal
{
    /// <summary>Looks at what stands beside the cells.</summary>
    public static void Check(WorkbookPackage package, SourcePlace place, DiagnosticBag bag)
    {
        var found = package
            .Beside()
            .SelectMany(t => PersonalData.Find(t.Text).Select(f => (t.What, f.Kind)))
            .GroupBy(f => f)
            .OrderBy(g => g.Key.What, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Kind);
        foreach (var group in found)
        {
            Say(group.Key.What, group.Key.Kind, group.Count(), place, bag);
        }
    }

    /// <summary>Looks at a sheet that is not read.</summary>
    public static void CheckUnread(WorkbookSheet sheet, SourcePlace place, DiagnosticBag bag)
    {
        using var rows = sheet.Open();
        var kinds = new SortedDictionary<PersonalKind, (int Count, int Line)>();
        while (rows is not null && rows.Read())
        {
            for (var i = 0; i < rows.Count; i++)
            {
                foreach (var find in PersonalData.Find(rows.Cell(i)))
                {
                    var sofar = kinds.GetValueOrDefault(find.Kind, (0, rows.Line));
                    kinds[find.Kind] = (sofar.Item1 + 1, sofar.Item2);
                }
            }
        }

        foreach (var (kind, (count, line)) in kinds)
        {
            Say(
                sheet.IsHidden ? "隐藏的、没有读取的工作表" : "没有读取的工作表",
                kind,
                count,
                place with
                {
                    Line = line,
                },
                bag
            );
        }
    }

    private static void Say(string where, PersonalKind kind, int count, SourcePlace place, DiagnosticBag bag) =>
        bag.Add(
            PrivacyCodes.BesideCells,
            place,
            $"{where}里有 {count} 处{kind.Word()}（内容不显示）。它不会输出，但会随这个文件传出去，请在原文件里删去。"
        );
}
