using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>报头: notice, name in cinnabar, 期号, 编印单位 at the left and the date at the right, red rule.</summary>
internal static class BriefMasthead
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var settings = context.Edition.Settings.Brief;
        var date = Numerals.Date(Furniture.DateOf(context.Edition, context.Period));
        var editor = context.IsDistrict ? Furniture.Editor(context.Edition) : context.Subject.Name;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var notice = context.IsPublic ? "" : settings.Notice;
        if (notice.Length > 0)
        {
            blocks.Add(
                new Paragraph(notice)
                {
                    Style = Typography.Imprint with
                    {
                        Role = Typesetting.Drawing.FontRole.Hei,
                        Size = TypeSize.Four,
                        Leading = 18,
                    },
                }
            );
        }

        blocks.Add(new Spacer(notice.Length > 0 ? 12 : 26) { Fixed = true });
        blocks.Add(new Paragraph(settings.Name) { Style = Typography.Masthead });
        blocks.Add(new Paragraph(Issue(context)) { Style = Typography.Issue });
        blocks.Add(new Spacer(8));
        blocks.Add(new Paragraph([editor, Inline.Spring, date]) { Style = Typography.Imprint });
        blocks.Add(
            new HorizontalRule(Typography.RedRule)
            {
                Ink = Palette.Cinnabar,
                Before = 3,
                After = 2,
            }
        );
        return blocks.ToImmutable();
    }

    /// <summary>
    /// 第4期（总第28期）: counted inside the year over the periods of the edition, and from 总期号 of the first.
    /// </summary>
    private static string Issue(BriefContext context)
    {
        var (inYear, overall) = (0, 0);
        foreach (var period in context.Edition.Periods)
        {
            overall++;
            inYear += period.Period.Year == context.Period.Period.Year ? 1 : 0;
            if (period.Period == context.Period.Period)
            {
                break;
            }
        }

        var first = context.Edition.Settings.Brief.FirstSerial;
        return $"第{inYear}期" + (first > 0 && context.IsDistrict ? $"（总第{first + overall - 1}期）" : "");
    }
}
