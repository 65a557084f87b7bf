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
            Head = [Tables.Head("任务", "下达单位", "要求完成", "首次反馈", "已办结", "全部办结")],
            Rows =
            [
                .. tasks
                    .Take(MostTasks)
                    .Select(t => new TableRow([
                        t.Name,
                        t.IssuerName,
                        Numerals.TableDate(t.DueOn),
                        t.ReportWord,
                        t.SettledText,
                        Numerals.TableDate(t.ClosedOn),
                    ])),
            ],
            Notes =
            [
                "注：一项任务由几个单位领办的，首次反馈和办结按单位数，“5/6”为6个单位中的5个。",
                .. tasks.Count > MostTasks
                    ? (ReadOnlySpan<Phrase>)[$"共{tasks.Count}项，列前{MostTasks}项，其余见网站。"]
                    : [],
            ],
        };
}
