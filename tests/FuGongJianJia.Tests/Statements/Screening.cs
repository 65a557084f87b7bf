using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// The screening before commendation, worked out from what was reported: what the catalogue marks and the settings
/// name, looked up row by row.
/// </summary>
internal static class Screening
{
    private static readonly string[] Marks = ["一票否决", "必备", "必查"];

    /// <summary>Unions that stand, by town, then code.</summary>
    public static List<UnitFacts> Units(PeriodFacts p) =>
        [
            .. p
                .All.Where(u => u.Unit.Level == Level.Grassroots && u.Stands)
                .OrderBy(u => Town(u).Unit.Code, StringComparer.Ordinal)
                .ThenBy(u => u.Unit.Code, StringComparer.Ordinal),
        ];

    public static UnitFacts Town(UnitFacts u) => u.Period.Unit(u.Unit.Parent!)!;

    /// <summary>What is looked at, with its mark.</summary>
    public static List<(Indicator Row, string Mark)> Asked(PeriodFacts p) =>
        [
            .. p
                .Data.Catalogue.Where(r => r.Levels.Contains(Level.Grassroots))
                .Select(r =>
                    (
                        r,
                        r.Veto ? Marks[0]
                        : r.Mandatory ? Marks[1]
                        : p.Office.Settings.Commending.Indicators.Contains(r.Code) ? Marks[2]
                        : ""
                    )
                )
                .Where(x => x.Item2.Length > 0),
        ];

    /// <summary>2/4, 3个, 缺报, / of one indicator.</summary>
    public static string Evidence(UnitFacts u, Indicator row) =>
        u.Period.Report(u.Unit.Code, row.Code) switch
        {
            { State: ObservationState.NotApplicable } => "/",
            { State: ObservationState.Doubtful } => "存疑",
            { State: ObservationState.Reported, Denominator: { } whole, Numerator: { } part } =>
                $"{Say.Plain(part)}/{Say.Plain(whole)}",
            { State: ObservationState.Reported, Value: { } value } => Say.Plain(value) + row.Unit,
            _ => "缺报",
        };

    /// <summary>True, false, or null where nothing was said.</summary>
    public static bool? IsMet(UnitFacts u, Indicator row) =>
        u.Period.Report(u.Unit.Code, row.Code) switch
        {
            { State: ObservationState.NotApplicable } => true,
            { State: ObservationState.Reported, Denominator: { } whole, Numerator: { } part } => part >= whole,
            { State: ObservationState.Reported, Value: { } value } => value == 0m,
            _ => null,
        };

    public static string Verdict(UnitFacts u)
    {
        var answers = Asked(u.Period).ConvertAll(a => (a.Mark, Met: IsMet(u, a.Row)));
        return answers.Exists(a => a is { Mark: "一票否决", Met: false }) ? "否决"
            : u.Unit.Status == OrganisationStatus.New ? "不参评"
            : answers.Exists(a => a.Met == false) ? "不通过"
            : answers.Exists(a => a.Met is null) || u.IsThin ? "待核"
            : "通过";
    }

    public static string Reasons(UnitFacts u)
    {
        var asked = Asked(u.Period).OrderBy(a => Array.IndexOf(Marks, a.Mark)).ToList();
        var reasons = asked
            .Where(a => IsMet(u, a.Row) == false)
            .Select(a =>
                a.Row.Name
                + Evidence(u, a.Row)
                + (
                    a.Mark == Marks[0] && u.Period.Report(u.Unit.Code, a.Row.Code)!.ReportedOn is { } on
                        ? $"（{Say.LongDate(on)}上报）"
                        : ""
                )
            )
            .Concat(
                u.Unit.Status == OrganisationStatus.New
                    ? [u.Unit.Founded is { } day ? $"新建（{Say.LongDate(day)}成立）" : "新建"]
                    : []
            )
            .Concat(
                new[] { "缺报", "存疑" }
                    .Select(state =>
                        (
                            state,
                            Names: u.Period.Data.Catalogue.Where(r =>
                                    r.Levels.Contains(Level.Grassroots)
                                    && asked.Exists(a => a.Row == r)
                                    && Evidence(u, r) == state
                                )
                                .OrderBy(r => r.Index)
                                .ThenBy(r => r.Code, StringComparer.Ordinal)
                                .Select(r => r.Name)
                                .ToList()
                        )
                    )
                    .Where(x => x.Names.Count > 0)
                    .Select(x => string.Join('、', x.Names) + x.state)
            )
            .Concat(u.IsThin ? [$"覆盖率{Say.Two(u.Figures.Coverage)}%"] : []);
        return string.Join('；', reasons);
    }

    public static string Mends(UnitFacts u)
    {
        var mends = Asked(u.Period)
            .OrderBy(a => Array.IndexOf(Marks, a.Mark))
            .Where(a => a.Row.Nature != IndicatorNature.Event && IsMet(u, a.Row) == false)
            .Select(a =>
                u.Period.Report(u.Unit.Code, a.Row.Code) is { Denominator: { } whole, Numerator: { } part }
                    ? $"{a.Row.Name}补齐{Say.Plain(whole - part)}项"
                    : a.Row.Remedy
            );
        var silent = u.Items.Count(i => i.State is "缺报" or "存疑");
        return string.Join('；', silent > 0 && Verdict(u) != "通过" ? mends.Append($"补报{silent}项") : mends);
    }

    /// <summary>How many unions a reason stands with.</summary>
    public static int With(PeriodFacts p, Func<UnitFacts, bool> reason) => Units(p).Count(reason);
}
