using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// Holds the tables of an export against 对应.yml（照对应认表）: which rule reads each, which columns are gone, and which are
/// new.
/// </summary>
internal sealed class RegionBinding(OfficeMapping mapping, DiagnosticBag bag)
{
    /// <summary>The tables of a sheet that are read; what is not, or no longer fits, is told.</summary>
    public IEnumerable<BoundRegion> Bind(OfficeGrid grid, ImmutableArray<Region> regions)
    {
        if (regions.IsEmpty)
        {
            if (mapping.LeavesOut(grid))
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 写明不读", holdsValues: true);
                yield break;
            }

            grid.Page.Add(LedgerItem.Unread, "找不到表头", holdsValues: true);
            bag.Add(
                MappingCodes.NotMapped,
                grid.Place,
                "前几行里找不到表头，没有读取。不是表格的可以不理会，或者在 对应.yml 里写“读作: 不读”。"
            );
        }

        foreach (var region in regions)
        {
            var rule = mapping.Find(region);
            var place = grid.Place with { Line = region.HeadLine };
            if (rule is null)
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 里没有", region.HeadLine, holdsValues: true);
                bag.Add(
                    MappingCodes.NotMapped,
                    place,
                    $"这里有一张表（{NameList.Some([.. region.Columns.Select(c => c.Name)])}），对应.yml 里没有写它是什么，没有读取。"
                        + "请运行 fugong import 补上。"
                );
            }
            else if (rule.ReadAs.IsEmpty)
            {
                grid.Page.Add(LedgerItem.Unread, "对应.yml 写明不读", region.HeadLine, holdsValues: true);
            }
            else
            {
                yield return Bind(region, rule, place);
            }
        }
    }

    private BoundRegion Bind(Region region, TableRule rule, SourcePlace place)
    {
        var left = region.Columns.ToList();
        var columns = ImmutableArray.CreateBuilder<(ColumnRule, HeadColumn)>();
        var gone = new List<ColumnRule>();
        foreach (var column in rule.Columns)
        {
            if (region.Columns.FirstOrDefault(c => c.Key == column.Key) is { } found)
            {
                left.Remove(found);
                columns.Add((column, found));
            }
            else if (column.Target is not UnreadGoal)
            {
                gone.Add(column);
            }
        }

        foreach (var column in gone)
        {
            bag.Add(
                MappingCodes.ColumnGone,
                place,
                $"找不到列{Diagnostic.Quote(column.Name)}，对应.yml 第 {column.Line} 行要它作“{column.Target.Text}”。"
                    + Renamed(column, left)
            );
        }

        foreach (var column in left)
        {
            region.Grid.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(column.Name), region.HeadLine);
            bag.Add(
                MappingCodes.NewColumn,
                region.Grid.At(region.HeadLine, column.Position),
                $"多了一列{Diagnostic.Quote(column.Name)}，对应.yml 里没有写，没有读取。请运行 fugong import 补上，不要的写“不读”。"
            );
        }

        foreach (var (column, _) in columns.Where(c => c.Item1.Target is UnreadGoal))
        {
            region.Grid.Page.Add(LedgerItem.IgnoredColumn, Diagnostic.Quote(column.Name), region.HeadLine);
        }

        Note(region);
        return new(region, rule, columns.ToImmutable());
    }

    /// <summary>A new column of the same meaning, or of nearly the same name.</summary>
    private static string Renamed(ColumnRule gone, List<HeadColumn> left) =>
        (
            left.Find(c => gone.Target.Text == OfficeWords.Meaning(c.Label))
            ?? left.Find(c =>
                gone.Target is TableGoal goal && OfficeWords.Column(goal.Table, c.Label)?.Name == goal.Column.Name
            )
        )
            is { } same
            ? $"是否改名为“{same.Name}”？是的，请在 对应.yml 里改。"
            : Suggest.Phrase(gone.Name, left.Select(c => c.Name), "改了名的请在 对应.yml 里改，不再有的改成“不读”。");

    private void Note(Region region)
    {
        var page = region.Grid.Page;
        page.Rows += region.Rows.Length;
        foreach (var (kind, line, count) in region.Skipped)
        {
            var (code, what) = kind switch
            {
                RowKind.Total => (FileCodes.TotalRows, "合计、小计"),
                RowKind.Header => (FileCodes.RepeatedHeader, "重复的表头"),
                _ => (FileCodes.FooterRows, "表尾说明"),
            };
            page.Add(LedgerItem.SkippedRows, what, line, count, kind == RowKind.Total);
            bag.Add(code, region.Grid.At(line), $"有 {count} 行{what}没有读取。");
        }
    }
}
