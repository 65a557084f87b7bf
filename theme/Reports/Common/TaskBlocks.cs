using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>Tasks as tables（任务表）.</summary>
internal static class TaskBlocks
{
    private const int MostTasks = 60;

    /// <summary>A list of tasks, without opinions.</summary>
    public static Table List(IReadOnlyList<TaskView> tasks, string id, string title) =>
        new()
        {
            Id = id,
            Title = title,
            Columns =
            [
                TableColumn.Share(1.6),
                TableColumn.Share(0.9),
                TableColumn.Content(CellAlignment.Centre),
                TableColumn.Content(CellAlignment.Centre),
                TableColumn.Content(CellAlignment.Centre),
                TableColumn.Content(CellAlignment.Centre),
            ],
            Head = [Tables.Head("任务", "下达单位", "要求完成", "反馈", "办结", "反馈情况")],
            Rows =
            [
                .. tasks
                    .Take(MostTasks)
                    .Select(t => new TableRow([
                        t.Name,
                        t.IssuerName,
                        Numerals.TableDate(t.DueOn),
                        Numerals.TableDate(t.ReportedOn),
                        Numerals.TableDate(t.ClosedOn),
                        t.ReportWord,
                    ])),
            ],
            Notes = tasks.Count > MostTasks ? [$"注：共{tasks.Count}项，列前{MostTasks}项，其余见网站。"] : [],
        };
}
