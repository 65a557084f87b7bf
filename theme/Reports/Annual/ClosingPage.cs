using System.Collections.Immutable;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>版记: the last page says who made it, from which data, with what.</summary>
internal static class ClosingPage
{
    public static ImmutableArray<DocumentBlock> Blocks(AnnualContext context)
    {
        var (edition, s) = (context.Edition, context.Edition.Settings);
        (string Label, Phrase Value)[] lines =
        [
            ("主办单位", Furniture.Publisher(edition)),
            ("编印单位", Furniture.Editor(edition)),
            ("地　　址", s.OfficeAddress),
            ("联系电话", s.OfficePhone),
            ("网　　址", s.BaseUrl),
            ("数据截止", Numerals.Date(context.Period.DataDate)),
            ("编制日期", Numerals.Date(Furniture.DateOf(edition, context.Period))),
            ("生成程序", $"富工建家 {edition.ToolVersion}"),
            ("内容指纹", Inline.Fingerprint),
            ("数据许可", s.DataLicence),
            ("数据校验", context.DataDigest),
        ];
        return
        [
            new VerticalSpring(),
            new HorizontalRule(2)
            {
                Ink = Palette.Cinnabar,
                Width = 42,
                Align = TextAlignment.Left,
                After = 10,
            },
            .. lines
                .Where(l => !l.Value.IsEmpty)
                .Select(l =>
                    (DocumentBlock)
                        new Paragraph([l.Label, "　", .. l.Value])
                        {
                            Style = Typography.Small with { Size = TypeSize.Five, Leading = 18 },
                        }
                ),
            new VerticalSpring(0.6),
        ];
    }
}
