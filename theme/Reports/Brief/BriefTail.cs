using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>
/// 报尾: 报、送、发 between rules of 0.35 and 0.25 mm, 共印份数 at the right; absent when none of them is configured.
/// </summary>
internal static class BriefTail
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var settings = context.Edition.Settings.Brief;
        var lines = ((string Word, ImmutableArray<string> To)[])
            [("报", settings.ReportTo), ("送", settings.SendTo), ("发", settings.DistributeTo)];
        var used = lines.Where(l => l.To.Length > 0).ToArray();
        // The lists belong to the district's brief; a town sends its own to whom it likes.
        if (context.IsPublic || !context.IsDistrict || (used.Length == 0 && settings.Copies == 0))
        {
            return [];
        }

        var ink = new Ink(Rgb.Black, "ink");
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new HorizontalRule(Typography.ImprintRule)
            {
                Ink = ink,
                Before = 8,
                After = 3,
            }
        );
        for (var i = 0; i < used.Length; i++)
        {
            if (i > 0)
            {
                blocks.Add(
                    new HorizontalRule(Typography.ImprintInnerRule)
                    {
                        Ink = ink,
                        Before = 2,
                        After = 2,
                    }
                );
            }

            blocks.Add(
                new Paragraph($"{used[i].Word}：{string.Join("，", used[i].To)}。") { Style = Typography.Distribution }
            );
        }

        blocks.Add(new HorizontalRule(Typography.ImprintRule) { Ink = ink, Before = 3 });
        if (settings.Copies > 0)
        {
            blocks.Add(
                new Paragraph($"（共印{settings.Copies}份）")
                {
                    Style = Typography.Distribution with { Align = TextAlignment.Right },
                }
            );
        }

        return [new BottomBlock(blocks.ToImmutable())];
    }
}
