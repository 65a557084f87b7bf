using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>六、表彰与典型案例: what award documents published, and cases as reading matter.</summary>
internal static class HonoursChapter
{
    private const int MostFromElsewhere = 8;

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period.Period;
        var commendations = Commended.Of(context.Edition, period);
        var own = context
            .Edition.Cases.Where(c => !c.Elsewhere && c.Date >= period.Start && c.Date <= period.End)
            .ToArray();
        // Cases from elsewhere belong to no period; they go into the newest report only.
        var elsewhere =
            context.Edition.Latest.Period == period
                ? context.Edition.Cases.Where(c => c.Elsewhere).Take(MostFromElsewhere).ToArray()
                : [];
        if (commendations.IsEmpty && own.Length + elsewhere.Length == 0)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var part = 0;
        if (commendations.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "表彰") { Number = $"（{ChineseNumber.Of(++part)}）" });
            blocks.Add(
                new Paragraph([
                    $"{period.Title}各级表彰{commendations.Length}项，见",
                    Inline.Number("t-honours"),
                    "。名录依据授予单位公布的文件，按级别和授予日期排列。",
                ])
            );
            blocks.Add(Commended.Table(commendations, "表彰名录") with { Id = "t-honours" });
        }

        if (own.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "典型案例") { Number = $"（{ChineseNumber.Of(++part)}）" });
            blocks.AddRange(own.SelectMany(c => CaseBlocks.Of(c, context.Period, context.Options)));
        }

        if (elsewhere.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "外地案例") { Number = $"（{ChineseNumber.Of(++part)}）" });
            blocks.Add(new Paragraph("以下为外地工会公开报道的做法，供参考，与本区评价结果无关。"));
            blocks.AddRange(elsewhere.SelectMany(c => CaseBlocks.Of(c, context.Period, context.Options)));
        }

        return new Chapter(
            "表彰与典型案例",
            Finding(commendations.Select(c => c.Commendation.Level).ToArray(), own.Length),
            blocks.ToImmutable()
        );
    }

    private static string Finding(HonourLevel[] levels, int cases)
    {
        var counts = string.Join(
            "、",
            Enum.GetValues<HonourLevel>()
                .Select(l => (l, n: levels.Count(x => x == l)))
                .Where(p => p.n > 0)
                .Select(p => $"{p.l.Word()}{p.n}项")
        );
        return (counts, cases) switch
        {
            ({ Length: > 0 }, > 0) => $"获得{counts}表彰，收录本区典型案例{cases}个。",
            ({ Length: > 0 }, _) => $"获得{counts}表彰。",
            (_, > 0) => $"收录本区典型案例{cases}个。",
            _ => "",
        };
    }
}
