using System.Collections.Immutable;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

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
        var (pitch, size) = (context.Form.Pitch, context.Form.Styles.Body.Size);
        if (notice.Length > 0)
        {
            blocks.Add(
                new Paragraph(notice)
                {
                    Style = Typography.Imprint with
                    {
                        Role = Typesetting.Drawing.FontRole.Hei,
                        Size = size,
                        Leading = pitch,
                    },
                }
            );
        }
        else
        {
            blocks.Add(new Spacer(pitch) { Fixed = true });
        }

        var line = Typography.Imprint with { Size = size, Leading = pitch };
        blocks.Add(
            new Paragraph(settings.Name)
            {
                Style = Typography.Masthead with { Leading = 2.5 * pitch, Size = 1.4 * pitch },
            }
        );
        blocks.Add(new Paragraph(Issue(context)) { Style = line with { Align = TextAlignment.Centre } });
        blocks.Add(new Paragraph([editor, Inline.Spring, date]) { Style = line });
        // Nothing is printed: whoever sends the brief on with an electronic seal finds a place for it over the date.
        blocks.Add(new SealBlock("印章") { Right = date.Length * size / 2, Rise = pitch / 2 });
        blocks.Add(new HorizontalRule(Typography.RedRule) { Ink = Palette.Cinnabar });
        return blocks.ToImmutable();
    }

    /// <summary>
    /// 第4期（总第28期）: counted inside the year over the periods of the edition, and from 总期号 of the first.
    /// </summary>
    private static string Issue(BriefContext context)
    {
        var (inYear, overall) = (0, 0);
        foreach (var period in context.Edition.AllPeriods)
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
