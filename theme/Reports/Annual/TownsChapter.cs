using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>镇街: a page a town, in official order and not by rank.</summary>
internal static class TownsChapter
{
    private static readonly ChartStyle Numbers = new(9, 8, 1, 0.5);
    private static readonly ParagraphStyle Line = Typography.BookLead with { Before = 0, After = 4 };

    public static Chapter? Make(AnnualContext context)
    {
        var towns = context.Period.PopulationOf(Level.Town).Members;
        if (towns.IsEmpty)
        {
            return null;
        }

        var lanes = DistributionStrip.Lanes(
            context.Period.PopulationOf(Level.Town).With(PopulationCondition.Ranked).Members,
            context.Edition.Settings
        );
        var from = TownChanges.AxisFrom(towns);
        return new Chapter(
            "镇街",
            Finding(context),
            [
                .. context.Written(context.TextOf(AnnualChapterNames.Towns)?.Body ?? ""),
                .. towns.SelectMany((t, i) => Page(context, t, lanes, from).Skip(i == 0 ? 1 : 0)),
            ]
        );
    }

    private static string Finding(AnnualContext context)
    {
        var d = context.Period.Distributions.FirstOrDefault(d => d.Index is null && d.Level == Level.Town);
        return d is { Count: > 0, Grades: [var excellent, var good, ..] }
            ? $"{Numerals.Count(d.Count)}个镇街中，优秀{Numerals.Count(excellent)}个、良好{Numerals.Count(good)}个。"
            : "";
    }

    private static IEnumerable<DocumentBlock> Page(
        AnnualContext context,
        UnionResult town,
        ImmutableArray<StripLane> lanes,
        double from
    )
    {
        var (edition, period) = (context.Edition, context.Period);
        var written = context.Written(
            context.TextOf(AnnualChapterNames.Towns)?.PartOf(town.Organisation.ShortName) ?? ""
        );
        yield return new PageBreak();
        yield return new SectionHeading(2, town.Organisation.ShortName)
        {
            Number = "",
            Style = Typography.Book.Headings[1] with { Size = 22, Leading = 30, Before = 0, After = 3 },
        };
        // What people wrote of the town stands in the place of the line that is formed.
        if (written.IsEmpty && TownPageWords.Line(edition, period, town) is { Length: > 0 } line)
        {
            written = [new Paragraph(line)];
        }

        foreach (var (i, block) in written.Index())
        {
            yield return i == 0 && block is Paragraph first ? first with { Style = Line } : block;
        }

        if (Size(context, town) is { Count: > 0 } size)
        {
            yield return new Figure(
                BigNumbers.Of($"{town.Organisation.ShortName}的规模", size, Typography.ReportWidth, Numbers)
            )
            {
                Space = 9,
            };
        }

        yield return new Paragraph(TownPageWords.Results(edition, period, town));
        var own = DistributionStrip.Mark(lanes, town).Skip(1).ToArray();
        if (own.Any(l => l.Peers.Length > 1) && own.Any(l => l.Own is not null))
        {
            yield return new Figure(
                DistributionStrip.Of(
                    town.Organisation.ShortName,
                    period.PopulationOf(Level.Town).With(PopulationCondition.Ranked).Counted,
                    own,
                    Typography.ReportWidth,
                    Typography.ReportFigures,
                    from: from
                )
            )
            {
                Title = Position(town),
                Floats = false,
            };
        }

        if (TownPageWords.Work(edition, period, town) is { Length: > 0 } work)
        {
            yield return new Paragraph(work);
        }

        if (TownPageWords.Next(town) is { Length: > 0 } next)
        {
            yield return new Paragraph([Inline.Hei("来年："), next]);
        }
    }

    private static List<BigNumber> Size(AnnualContext context, UnionResult town)
    {
        var size = context.Period.Memberships.FirstOrDefault(m => m.Code == town.Code);
        return
        [
            .. new (string Label, int? Value, string Unit)[]
            {
                ("公开的基层工会", size?.Unions, "家"),
                ("职工", size?.Workers, "人"),
                ("会员", size?.Members, "人"),
                ("女会员", size?.Women, "人"),
            }
                .Where(n => n.Value is not null)
                .Select(n => new BigNumber(n.Label, Numerals.Thousands(n.Value!.Value), n.Unit, "")),
        ];
    }

    // Which of the five stand above the median of the towns, and which below.
    private static string Position(UnionResult town)
    {
        var above = town
            .Indexes.Where(i => i.Compared is { } own && i.GroupMedian is { } middle && own > middle)
            .Select(i => i.Key.Word())
            .ToArray();
        return above.Length == 0
            ? $"{town.Organisation.ShortName}：没有一项高于镇街中位数"
            : $"{town.Organisation.ShortName}：{string.Join('、', above)}高于镇街中位数";
    }
}
