using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Office;

/// <summary>A part of a letter（函的一段）: 事由, 依据, 要求, 期限.</summary>
/// <param name="Head">Its head, without a number.</param>
/// <param name="Sentences">Its sentences; of more than one each is numbered.</param>
public sealed record LetterPart(string Head, ImmutableArray<LetterSentence> Sentences);

/// <summary>A sentence of a letter（函的一句）.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsByHand">True for a place that the office fills in（留空待填）.</param>
public sealed record LetterSentence(string Text, bool IsByHand = false);

/// <summary>
/// Sentences of letters（函的语句）: facts and dates, each with its source; no cause, no blame, nothing later than the day of
/// the letter.
/// </summary>
public static class LetterWords
{
    /// <summary>A place for the hand.</summary>
    public const string Blank = "＿＿＿＿";

    private const string Office = "主管部门";

    /// <summary>提示函, 预警函, 督办函, 约谈通知.</summary>
    public static string LetterName(this GuidanceRung rung) =>
        rung switch
        {
            GuidanceRung.Reminder => "提示函",
            GuidanceRung.Warning => "预警函",
            GuidanceRung.Supervision => "督办函",
            _ => "约谈通知",
        };

    /// <summary>发文机关: the setting, else 主办单位, else the district's name.</summary>
    public static string IssuerOf(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Settings.Letters.Issuer is { Length: > 0 } issuer ? issuer
            : edition.Settings.Publisher is { Length: > 0 } publisher ? publisher
            : edition.AllPeriods[^1].District.Name;
    }

    /// <summary>联系部门: the setting, else 编印单位, else 发文机关.</summary>
    public static string DepartmentOf(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Settings.Letters.Department is { Length: > 0 } department ? department
            : edition.Settings.Editor is { Length: > 0 } editor ? editor
            : IssuerOf(edition);
    }

    /// <summary>发文字号: 示工提〔2024〕36号; where mark or number is not known its place stays open.</summary>
    /// <param name="mark">代字; empty when there is none.</param>
    /// <param name="year">Year.</param>
    /// <param name="number">Number; null when it is not known.</param>
    public static string Number(string mark, int year, int? number) =>
        $"{(string.IsNullOrEmpty(mark) ? Blank : mark)}〔{Numerals.Count(year)}〕"
        + $"{(string.IsNullOrEmpty(mark) || number is null ? "＿＿" : Numerals.Count(number))}号";

    extension(GuidanceLetter letter)
    {
        /// <summary>发文字号.</summary>
        public string NumberText(Settings settings) =>
            letter.Guidance.Document.Length > 0
                ? letter.Guidance.Document
                : Number(settings.Letters.Marks[(int)letter.Guidance.Rung], letter.Year, letter.Ordinal);

        /// <summary>关于“…”逾期未反馈的提示函.</summary>
        public string Title => $"关于{Matter(letter)}的{letter.Guidance.Rung.LetterName()}";

        /// <summary>What it is about, which earlier letters with both dates, and what is done now (L-1, L-4).</summary>
        public string Opening
        {
            get
            {
                var (guidance, year) = (letter.Guidance, letter.Year);
                var earlier = string.Join('；', letter.Earlier.Select(e => Said(e, year, guidance.IssuedOn)));
                return $"你会{Matter(letter)}{(earlier.Length > 0 ? "，" : "")}{earlier}。{Passed(letter)}"
                    + guidance.Rung switch
                    {
                        GuidanceRung.Reminder => "现提示如下。",
                        GuidanceRung.Warning => "现予预警。",
                        GuidanceRung.Supervision => "现予督办。",
                        _ => "现通知约谈。",
                    };
            }
        }

        /// <summary>事由, 依据, 要求, 期限; a part without a sentence is left out.</summary>
        /// <param name="issuer">发文机关, which calls itself 我会.</param>
        public ImmutableArray<LetterPart> Parts(string issuer) =>
            [
                .. (
                    (ImmutableArray<LetterPart>)
                        [
                            new("事由", [.. Facts(letter, issuer)]),
                            new("依据", [.. Grounds(letter)]),
                            .. letter.Guidance.Rung == GuidanceRung.Summons
                                ? [new LetterPart("约谈", [Meeting])]
                                : (ImmutableArray<LetterPart>)[],
                            new("要求", [.. Demands(letter)]),
                            new("期限", [.. Dates(letter)]),
                        ]
                ).Where(p => p.Sentences.Length > 0),
            ];

        /// <summary>
        /// Where the reply goes and by when: 2024年5月29日前报东溪镇总工会，同时报示例区总工会办公室（000-00000000）。
        /// </summary>
        public string Return(string department, string phone) =>
            ReturnTo(
                letter.Guidance.DueOn is { } due ? Numerals.Date(due) : $"{Blank}年＿＿月＿＿日",
                letter.UpperName,
                department,
                phone
            );

        /// <summary>
        /// What happened after the letter（其后）, as far as the newest export knows: 4月5日整改完成; 期限过后6月28日预警;
        /// 期限已过12天; 还差3天.
        /// </summary>
        /// <param name="dataDate">数据截止日期.</param>
        public string AfterText(DateOnly dataDate)
        {
            var guidance = letter.Guidance;
            if (guidance.RectifiedOn is { } rectified && rectified <= dataDate)
            {
                return $"{Numerals.Date(rectified)}整改完成";
            }

            if (letter.Later is [var next, ..] && next.IssuedOn <= dataDate)
            {
                return $"没有整改，{Numerals.Date(next.IssuedOn)}{next.Rung.Word()}";
            }

            return guidance.DueOn is not { } due ? "没有整改"
                : due < dataDate ? $"没有整改，期限已过{Numerals.Count(dataDate.DayNumber - due.DayNumber)}天"
                : due == dataDate ? "今天到期"
                : $"还差{Numerals.Count(due.DayNumber - dataDate.DayNumber)}天到期";
        }

        /// <summary>Why there is no letter; empty where there is one.</summary>
        public string HindranceText =>
            letter.Hindrance switch
            {
                LetterHindrance.RungMissing => "缺上一级，备注没有说明，不出函",
                LetterHindrance.NotDue => "上一级期限未到，备注没有说明，不出函",
                _ => "",
            };
    }

    /// <summary>Where a reply goes and by when: 2025年1月31日前报东溪镇总工会，同时报示例区总工会办公室。</summary>
    public static string Returned(DateOnly due, string upper, string department, string phone) =>
        ReturnTo(Numerals.Date(due), upper, department, phone);

    private static string ReturnTo(string date, string upper, string department, string phone) =>
        $"{date}前报{(upper.Length > 0 ? $"{upper}，同时报" : "")}{department}"
        + $"{(string.IsNullOrEmpty(phone) ? "" : $"（{phone}）")}。";

    private static LetterSentence Meeting { get; } =
        new(
            $"时间：{Blank}；地点：{Blank}；约谈人：{Blank}；参加人：你会主席、{Blank}（由办公室填写）。",
            IsByHand: true
        );

    private static string Matter(GuidanceLetter letter) => letter.Guidance.Matter.Trim().TrimEnd('。');

    // 8月23日提醒，要求9月7日前整改
    private static string Said(NamedGuidance earlier, int year, DateOnly now) =>
        $"{Day(earlier.IssuedOn, year)}{earlier.Rung.Word()}"
        + (earlier.DueOn is { } due ? $"，要求{Day(due, year)}前整改" : "")
        + (earlier.RectifiedOn is { } on && on <= now ? $"，{Day(on, year)}报整改完成" : "");

    private static string Passed(GuidanceLetter letter)
    {
        var (earlier, now) = (letter.Earlier, letter.Guidance.IssuedOn);
        if (earlier.IsEmpty || earlier.Any(e => e.RectifiedOn <= now || e.DueOn is null || e.DueOn > now))
        {
            return "";
        }

        return (earlier.Length > 1 ? $"{Times(earlier.Length)}次期限都" : "期限")
            + (earlier[^1].DueOn == now ? "已到" : "已过")
            + "，没有完成。";
    }

    private static string Times(int count) => count == 2 ? "两" : Numerals.Han(count);

    private static IEnumerable<LetterSentence> Facts(GuidanceLetter letter, string issuer)
    {
        var now = letter.Guidance.IssuedOn;
        if (letter.Task is { } task && task.Matters.Any(m => m.Unit == letter.Guidance.Organisation))
        {
            var from = string.Equals(task.IssuerName, issuer, StringComparison.Ordinal) ? "我会" : task.IssuerName;
            var late = (letter.ReportedOn ?? now).DayNumber - task.DueOn.DayNumber;
            var asked =
                $"任务{Phrases.Quote(task.Name)}（{task.Code}）由{from}{Day(task.IssuedOn, letter.Year)}下达，"
                + $"要求{Day(task.DueOn, letter.Year)}前反馈";
            yield return new(
                letter.ReportedOn is { } on
                    ? $"{asked}；你会{Day(on, letter.Year)}反馈{(late > 0 ? $"，迟{Numerals.Count(late)}天" : "")}。"
                    : $"{asked}；到{Day(now, letter.Year)}没有反馈{(late > 0 ? $"，逾期{Numerals.Count(late)}天" : "")}。"
            );
        }

        if (letter.Figure is { } known)
        {
            var result = known.Result;
            yield return new(
                $"到{known.Period.Title}末，{result.Indicator.Name}{ValueOf(result)}，"
                    + (result.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count ? $"目标{result.GoalText}，" : "")
                    + $"{Short(result)}。"
            );
        }
    }

    // 113/142，79.58%
    private static string ValueOf(IndicatorResult result) =>
        result.Reported is Reported.YesNo ? "报“否”"
        : result.FractionText.Length > 0 ? $"{result.FractionText}，{result.ValueWithUnit}"
        : result.ValueWithUnit;

    // What is missing as a count.
    private static string Short(IndicatorResult result) =>
        Lacking(result) is { Length: > 0 } lacking ? $"差{lacking}" : result.GapText;

    private static string Lacking(IndicatorResult result)
    {
        var unit = result.FractionText.EndsWith('元') ? "元" : "";
        decimal? lacking = result switch
        {
            { Rule.Kind: RuleKind.Checklist, Reported: Reported.Ratio ratio } => ratio.Denominator - ratio.Numerator,
            { Rule: { Kind: RuleKind.Tiers, Tiers: [{ Threshold: { } top }, ..] }, Reported: Reported.Ratio ratio } =>
                Whole((top * ratio.Denominator / 100m) - ratio.Numerator, ratio),
            { Rule.Kind: RuleKind.TargetRatio, Target: { } target, Reported: Reported.Ratio ratio } => Whole(
                (target * ratio.Denominator / 100m) - ratio.Numerator,
                ratio
            ),
            { Rule.Kind: RuleKind.Count, Target: { } target, Reported: Reported.Number number } => target
                - number.Value,
            _ => null,
        };
        return lacking is not > 0m ? ""
            : result.Rule.Kind == RuleKind.Checklist ? Numerals.Amount(lacking.Value) + "项"
            : result.Reported is Reported.Number ? Numerals.Amount(lacking.Value) + result.Indicator.Unit
            : Numerals.Amount(lacking.Value) + unit;
    }

    // The last one counts whole where wholes are counted.
    private static decimal Whole(decimal lacking, Reported.Ratio ratio) =>
        decimal.IsInteger(ratio.Denominator) && decimal.IsInteger(ratio.Numerator) ? decimal.Ceiling(lacking) : lacking;

    private static IEnumerable<LetterSentence> Grounds(GuidanceLetter letter)
    {
        if (letter.Indicator is { } row)
        {
            yield return new(
                $"本年度指标目录{Phrases.Quote(row.Name)}（{row.Version}）"
                    + $"{(row.Definition.Length > 0 ? "：" : "")}{row.Definition.TrimEnd('。')}。"
            );
        }

        var owner = letter.Indicator is { Owner.Length: > 0 } owned ? owned.Owner : Office;
        yield return new($"{Blank}{Blank}（由{owner}填写并核对）。", IsByHand: true);
    }

    private static IEnumerable<LetterSentence> Demands(GuidanceLetter letter)
    {
        if (letter is { Task: { } task, ReportedOn: null })
        {
            yield return new($"反馈{Phrases.Quote(task.Name)}的办理情况。");
        }

        if (letter.Indicator is { Remedy.Length: > 0 } row)
        {
            yield return new($"{row.Remedy.TrimEnd('。')}。");
        }

        var date = letter.Guidance.DueOn is { } due ? $"{Day(due, letter.Year)}前" : "";
        yield return new(
            letter.Figure is not { } known ? "写明原因和完成日期。"
            : Lacking(known.Result) is { Length: > 0 } lacking ? $"{date}补足所差{lacking}，或写明补足日期和原因。"
            : $"{date}办到，或写明办到日期和原因。"
        );
    }

    private static IEnumerable<LetterSentence> Dates(GuidanceLetter letter)
    {
        var (guidance, rung) = (letter.Guidance, letter.Guidance.Rung);
        var next = rung switch
        {
            GuidanceRung.Reminder => "逾期未回复的，转预警。",
            GuidanceRung.Warning => "逾期未完成的，转督办。",
            GuidanceRung.Supervision => "逾期未完成的，约谈工会主席。",
            _ => "",
        };
        yield return guidance.DueOn is { } due
            ? new($"{Numerals.Date(due)}前书面回复。{next}")
            : new($"{Blank}年＿＿月＿＿日前书面回复。{next}", IsByHand: true);

        // A letter alone is no measure: at 督办 somebody from above goes there.
        if (rung == GuidanceRung.Supervision)
        {
            yield return new($"{Blank}＿＿月＿＿日前到你会看一次（由办公室填写）。", IsByHand: true);
        }
    }

    // 8月23日; with the year where it is another.
    private static string Day(DateOnly date, int year) =>
        date.Year == year ? $"{Numerals.Count(date.Month)}月{Numerals.Count(date.Day)}日" : Numerals.Date(date);
}
