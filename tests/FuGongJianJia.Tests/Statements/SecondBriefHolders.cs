namespace FuGongJianJia.Tests.Statements;

/// <summary>责任 in a brief: who holds which matter for how many days, needs without an answer.</summary>
internal sealed partial class SecondBrief
{
    private IEnumerable<(TaskFacts Task, Executor By)> Pending() =>
        _p
            .Tasks.SelectMany(t => t.All, (t, e) => (Task: t, By: e))
            .Where(m =>
                m.By.Stage is "待评价" or "退回重办" || (m.By.Stage is "待领办" or "待反馈" && m.Task.Due < _p.DataDate)
            )
            .Where(m => Covers(TownOf(Holder(m))));

    private static string Holder((TaskFacts Task, Executor By) m) => m.By.Stage == "待评价" ? m.Task.Issuer : m.By.Unit;

    private int Waited((TaskFacts Task, Executor By) m) => Math.Max(0, _p.DataDate.DayNumber - m.By.Since.DayNumber);

    private void Holders()
    {
        foreach (var task in Pending().GroupBy(m => m.Task.Code, StringComparer.Ordinal))
        {
            var matters = task.OrderBy(m => m.By.Unit, StringComparer.Ordinal).ToList();
            var due = matters[0].Task.Due!.Value;
            var clauses = new List<string>();
            foreach (
                var same in matters
                    .Where(m => m.By.Stage != "待评价")
                    .GroupBy(m => (m.By.Stage, Days: Waited(m)))
                    .OrderBy(g => Array.IndexOf(["待领办", "待反馈", "待评价", "退回重办"], g.Key.Stage))
                    .ThenByDescending(g => g.Key.Days)
            )
            {
                var names = same.Select(m => m.By.Unit == _self.Unit.Code ? "我会" : _p.Unit(m.By.Unit)!.Unit.Name)
                    .ToList();
                var who = string.Join('、', names.Take(3)) + (names.Count > 3 ? $"等{names.Count}家" : "");
                clauses.Add(
                    same.Key.Stage switch
                    {
                        "待领办" => $"{who}未领办，下达已{same.Key.Days}天",
                        "待反馈" => $"{who}未反馈，逾期{same.Key.Days}天",
                        _ => $"{who}退回{same.Key.Days}天未重报",
                    }
                );
            }

            if (matters.FindAll(m => m.By.Stage == "待评价") is { Count: > 0 } waiting)
            {
                var longest = waiting.Max(Waited);
                clauses.Add(
                    $"{(clauses.Count > 0 ? "另" : "")}{waiting.Count}家"
                        + (waiting.TrueForAll(m => m.By.First <= m.Task.Due) ? "按期" : "已")
                        + "反馈，"
                        + (
                            waiting[0].Task.Issuer == _self.Unit.Code
                                ? "我会"
                                : _p.Unit(waiting[0].Task.Issuer)!.Unit.Name
                        )
                        + "未评价"
                        + (longest == 0 ? "" : $"，{(waiting.Count > 1 ? "最久" : "")}{longest}天")
                );
            }

            var date = due.Year == _p.Period.Year ? Day(due) : Say.LongDate(due);
            // The first mark is a separator to who reads.
            Add($"{matters[0].Task.Name}”（{date}到期）：{string.Join('；', clauses)}");
        }

        Rest();
        OpenNeeds();
        foreach (var g in Guided().Where(g => g["类型"] is "督办" or "约谈" && g.Date("整改完成日期") is null))
        {
            Add(
                $"{g["类型"]}未整改：{Called(g["对象组织"])}{g["事由"].TrimEnd('。')}"
                    + (g.Date("要求整改日期") is { } by ? $"，要求{Day(by)}前整改" : "")
            );
        }
    }

    private List<(int Weight, int Days, string Code, List<(TaskFacts Task, Executor By)> Matters)> Ranked() =>
        [
            .. Pending()
                .GroupBy(m => m.Task.Code, StringComparer.Ordinal)
                .Select(g =>
                {
                    var longest = g.Max(Waited);
                    var isOwn = g.Any(m => m.By.Stage == "待评价" && m.Task.Issuer == _self.Unit.Code);
                    return (isOwn ? 90 : Math.Min(90, 80 + (longest / 30)), longest, g.Key, g.ToList());
                })
                .OrderByDescending(t => t.Item1)
                .ThenByDescending(t => t.longest)
                .ThenBy(t => t.Key, StringComparer.Ordinal),
        ];

    private void Rest()
    {
        var rest = Ranked().Skip(4).ToList();
        if (rest.Count > 0)
        {
            (string Stage, string Word)[] words =
            [
                ("待领办", "逾期未领办"),
                ("待反馈", "逾期未反馈"),
                ("待评价", "已反馈未评价"),
                ("退回重办", "退回未重报"),
            ];
            var counts = words
                .Select(w => (w.Word, Count: rest.SelectMany(t => t.Matters).Count(m => m.By.Stage == w.Stage)))
                .Where(w => w.Count > 0);
            Add($"另有{rest.Count}项任务{string.Join('、', counts.Select(w => $"{w.Word}{w.Count}件"))}");
        }
    }

    private List<RawRow> Open() =>
        [.. _p.Office.Raw.Rows(_p.Period, "需求").Where(r => !IsAnswered(r) && Covers(TownOf(r["上报组织"])))];

    private void OpenNeeds()
    {
        var open = Open();
        var days = open.Select(r => Math.Max(0, _p.DataDate.DayNumber - r.Date("上报日期")!.Value.DayNumber)).ToList();
        if (open.Count == 0 || days.Max() <= 20)
        {
            return;
        }

        var district = _p.District.Unit.Code;
        var unread = open.FindAll(r => !(r.Date("研判日期") <= _p.DataDate));
        var held = open.Except(unread)
            .GroupBy(r => r["办理单位"].Length > 0 ? r["办理单位"] : district, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{Called(g.Key)}{g.Count()}件")
            .ToList();
        Add(
            $"需求{open.Count}件未答复，最久{days.Max()}天："
                + string.Join(
                    '，',
                    new[]
                    {
                        unread.Count > 0 ? $"未研判{unread.Count}件在{Called(district)}" : "",
                        held.Count > 0 ? $"待答复{string.Join('、', held)}" : "",
                    }.Where(c => c.Length > 0)
                )
        );
        Add(
            $"未答复的{open.Count}件需求由承办单位{In15}前答复"
                + (unread.Count > 0 ? $"，未研判的{Called(district)}先办" : "")
        );
    }
}
