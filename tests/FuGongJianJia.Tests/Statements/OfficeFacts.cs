using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// What the office's pages speak of, worked out from the tables: who holds which task or need, since when.
/// </summary>
internal static class OfficeFacts
{
    public static readonly string[] Stages = ["待领办", "待反馈", "待评价", "退回重办", "办结", "退出"];

    /// <summary>An executor's task.</summary>
    public sealed record Matter(TaskFacts Task, Executor By)
    {
        private DateOnly Until => Facts.DataDate(Task.Period);

        public string Holder => By.Stage == "待评价" ? Task.Issuer : By.Unit;

        public bool IsOverdue => By.Stage is "待领办" or "待反馈" && Task.Due < Until;

        /// <summary>True when who holds it is to be reminded.</summary>
        public bool IsPending => By.IsOpen && (IsOverdue || By.Stage is "待评价" or "退回重办");

        public int Days => By.IsOpen ? Math.Max(0, Until.DayNumber - By.Since.DayNumber) : 0;

        public int Left => Task.Due!.Value.DayNumber - Until.DayNumber;

        public string State =>
            !By.IsOpen || (By.Stage == "待反馈" && !IsOverdue) ? By.Stage
            : By.Stage == "待反馈" ? $"待反馈，逾期{Days}天"
            : $"{By.Stage}，{Days}天";

        public string Term =>
            By.Stage == "待评价" ? Reported
            : Left > 0 ? $"还差{Left}天"
            : Left == 0 ? "今天到期"
            : $"逾期{-Left}天";

        /// <summary>The highest rung it got, and the next where it is to be reminded itself.</summary>
        public string Guidance
        {
            get
            {
                var got = Facts
                    .Guidance(Task.Period)
                    .Where(g => g["关联任务"] == Task.Code && g["对象组织"] == By.Unit && g.Date("发出日期") <= Until)
                    .Select(g => Array.IndexOf(Facts.Rungs, g["类型"]))
                    .DefaultIfEmpty(-1)
                    .Max();
                var isNext = IsPending && Holder == By.Unit;
                return got < 0
                    ? isNext
                        ? "下一步提醒"
                        : "—"
                    : $"已{Facts.Rungs[got]}"
                        + (isNext && got + 1 < Facts.Rungs.Length ? $"，下一级{Facts.Rungs[got + 1]}" : "");
            }
        }

        private string Reported =>
            By.First <= Task.Due ? "按期反馈" : $"迟{By.First!.Value.DayNumber - Task.Due!.Value.DayNumber}天反馈";
    }

    public static List<Matter> Matters(PeriodFacts p) =>
        [.. p.Tasks.SelectMany(t => t.All, (t, e) => new Matter(t, e))];

    public static List<Matter> Open(PeriodFacts p) => Matters(p).FindAll(m => m.By.IsOpen);

    public static List<Matter> Pending(PeriodFacts p) => Matters(p).FindAll(m => m.IsPending);

    /// <summary>Who holds something that it is to be reminded of; where nobody does, who holds anything.</summary>
    public static List<IGrouping<string, Matter>> Duties(PeriodFacts p)
    {
        var due = Pending(p).GroupBy(m => m.Holder, StringComparer.Ordinal).ToList();
        return due.Count > 0 ? due : [.. Open(p).GroupBy(m => m.Holder, StringComparer.Ordinal)];
    }

    /// <summary>A unit's town, its own for a town; the district for units right below it.</summary>
    public static UnitFacts TownOf(PeriodFacts p, string code)
    {
        var at = p.Unit(code)!;
        while (at.Unit is { Level: Level.Grassroots, Parent: { } parent })
        {
            at = p.Unit(parent)!;
        }

        return at;
    }

    /// <summary>Where a need stands at the data date.</summary>
    public sealed record Need(PeriodFacts Period, RawRow Row)
    {
        private DateOnly Until => Facts.DataDate(Period);

        public DateOnly? Analysed => Known("研判日期");

        public DateOnly? Answered => Known("答复日期");

        public bool IsOpen => Answered is null;

        public string Stage =>
            Answered is not null
                ? Row.Yes("政策调整")
                    ? "已调整政策"
                    : "已答复"
                : Analysed is not null
                    ? "待答复"
                    : "待研判";

        public string Holder =>
            Analysed is not null && Row["办理单位"].Length > 0 ? Row["办理单位"] : Period.District.Unit.Code;

        public int Days => Between(Row.Date("上报日期")!.Value, Answered ?? Until);

        public int Held => Between(Analysed ?? Row.Date("上报日期")!.Value, Until);

        public string DaysText => $"{Days}天" + (IsOpen && Held != Days ? $"（在办{Held}天）" : "");

        /// <summary>
        /// The policy that may answer it: of the same words, else of the same category, the earliest.
        /// </summary>
        public (RawRow Row, bool IsSame)? Policy
        {
            get
            {
                var policies = Needs(Period)
                    .Where(n => n.Answered is not null && n.Row.Yes("政策调整") && n.Row["调整内容"].Length > 0)
                    .OrderBy(n => n.Answered)
                    .ThenBy(n => n.Row["需求编码"], StringComparer.Ordinal)
                    .Select(n => n.Row)
                    .ToList();
                return policies.Find(r => r["内容摘要"] == Row["内容摘要"]) is { } same ? (same, true)
                    : policies.Find(r => r["类别"] == Row["类别"]) is { } alike ? (alike, false)
                    : null;
            }
        }

        private DateOnly? Known(string column) => Row.Date(column) is { } on && on <= Until ? on : null;

        private static int Between(DateOnly from, DateOnly to) => Math.Max(0, to.DayNumber - from.DayNumber);
    }

    public static List<Need> Needs(PeriodFacts p) =>
        [.. p.Office.Raw.Rows(p.Period, "需求").Select(r => new Need(p, r))];
}
