using System.Collections.Immutable;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>
/// 三、典型做法: at most two cases of the period; the district's own first, one from elsewhere only when it has none.
/// </summary>
internal static class BriefCases
{
    private const int Most = 2;

    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var period = context.Period.Period;
        var own = context
            .Edition.Cases.Where(c =>
                !c.Elsewhere && c.Date >= period.Start && c.Date <= period.End && Belongs(context, c)
            )
            .Take(context.Short ? 1 : Most)
            .ToArray();
        var chosen =
            own.Length > 0 || !context.IsDistrict ? own : [.. context.Edition.Cases.Where(c => c.Elsewhere).Take(1)];
        return
        [
            .. chosen.Select(c =>
                (DocumentBlock)
                    new Paragraph([
                        Inline.Kai((c.Elsewhere ? "外地做法：" : "") + c.Title.TrimEnd('。') + "。"),
                        c.Summary + (c.Elsewhere ? $"（{c.Source}）" : ""),
                    ])
            ),
        ];
    }

    private static bool Belongs(BriefContext context, CaseStory story)
    {
        if (context.IsDistrict)
        {
            return true;
        }

        var organisation = context.Period.Find(story.Organisation)?.Organisation;
        return organisation is not null
            && (
                string.Equals(organisation.Code, context.Subject.Code, StringComparison.Ordinal)
                || string.Equals(organisation.Parent, context.Subject.Code, StringComparison.Ordinal)
            );
    }
}
