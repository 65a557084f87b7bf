using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>Three numbers（三个数）.</summary>
internal static class BriefNumbers
{
    private static readonly ChartStyle Style = new(12, 10.5, 1, 0.5);

    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var (period, subject) = (context.Period, context.Subject);
        var numbers = new List<BigNumber>(3)
        {
            new(
                "总指数",
                Numerals.Score(subject.Total),
                subject.Grade?.Word() ?? "",
                subject.Change?.Comparable is { } change
                    ? $"按可比口径{Numerals.Movement(change)}"
                    : $"覆盖率{Numerals.Plain(subject.Coverage)}%"
            ),
        };
        if (context.IsDistrict)
        {
            if (period.Tasks is { FirstReports.Executors: { Percent: { } rate } first } tasks)
            {
                var accepted = tasks.AcceptedReports.Executors.Part;
                numbers.Add(
                    new(
                        "首次反馈按期",
                        Numerals.Tenths(rate),
                        "%",
                        $"{Numerals.Count(first.Part)}/{Numerals.Count(first.Whole)}个单位次，"
                            + $"通过的反馈按期{Numerals.Count(accepted)}个"
                    )
                );
            }

            if (period.Needs is { Reported: > 0 } needs)
            {
                numbers.Add(
                    new(
                        "职工需求答复",
                        Numerals.Count(needs.Answered),
                        "件",
                        $"{period.Period.WithinWord}上报{needs.Reported}件，政策调整{needs.PolicyChanged}件"
                    )
                );
            }
            else
            {
                numbers.Add(new("参评基层工会", Numerals.Count(Unions(period)), "家", ""));
            }
        }
        else
        {
            var ranking = subject.Ranking;
            numbers.Add(
                ranking.Place is { } place
                    ? new(
                        "名次",
                        Numerals.Count(place),
                        $"/{Numerals.Count(ranking.Ranked)}",
                        ranking.Tied ? "并列"
                            : ranking.Moved is { } moved and not 0
                                ? $"{Against(period.Period)}{(moved > 0 ? "上升" : "下降")}{Math.Abs(moved)}位"
                            : ranking.BandText
                    )
                : ranking.Band is not null ? new("档次", ranking.BandText, "", $"共{ranking.Ranked}个")
                : new(
                    ranking.IsRanked ? "等次" : "名次",
                    ranking.IsRanked && subject.Grade is { } grade ? grade.Word() : Numerals.None,
                    "",
                    ranking.ReasonText
                )
            );
            numbers.Add(new("覆盖率", Numerals.Plain(subject.Coverage), "%", ""));
        }

        return [new Figure(BigNumbers.Of("三个数", numbers, BriefContext.Width, Style)) { Space = 7 }];
    }

    private static int Unions(PeriodEdition period)
    {
        var unions = period.PopulationOf(Level.Grassroots);
        return unions.Count + unions.Hidden;
    }

    private static string Against(Period period) => period.Kind == PeriodKind.Year ? "比上年" : "比上年同期";
}
