using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>表彰: what award documents granted in the year, by level; what is still 公示中 is not yet.</summary>
internal static class HonoursChapter
{
    private const string Name = "表彰";

    public static Chapter? Make(AnnualContext context)
    {
        var commendations = Commended.Of(
            context.Edition,
            context.Period.Period,
            c => c.Status == CommendationStatus.Granted
        );
        var written = context.WrittenFor(Name);
        return commendations.IsEmpty && written.IsEmpty
            ? null
            : new Chapter(
                Name,
                Finding([.. commendations]),
                [
                    .. written,
                    .. commendations.IsEmpty
                        ? Array.Empty<DocumentBlock>()
                        :
                        [
                            new Paragraph("名录依据授予单位公布的文件，按级别和授予日期排列。"),
                            Commended.Table(commendations, "表彰名录") with
                            {
                                Id = "t-honours",
                            },
                        ],
                ]
            );
    }

    private static string Finding(CommendationView[] granted)
    {
        var counts = Enum.GetValues<HonourLevel>()
            .Select(l => (Level: l, Count: granted.Count(c => c.Level == l)))
            .Where(p => p.Count > 0)
            .Select(p => $"{p.Level.Word()}{Numerals.Count(p.Count)}项");
        return granted.Length == 0 ? "" : $"获得{string.Join('、', counts)}表彰。";
    }
}
