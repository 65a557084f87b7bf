using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Common;
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
        var (report, send, distribute, copies) = context.IsDistrict
            ? (settings.ReportTo, settings.SendTo, settings.DistributeTo, settings.Copies)
            : (settings.TownReportTo, settings.TownSendTo, settings.TownDistributeTo, settings.TownCopies);
        var used = new (string Word, ImmutableArray<string> To)[] { ("报", report), ("送", send), ("发", distribute) }
            .Where(l => l.To.Length > 0)
            .ToArray();
        if (context.IsPublic || (used.Length == 0 && copies == 0))
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

            var line = $"{used[i].Word}：{string.Join("，", used[i].To)}。";
            blocks.Add(
                new Paragraph(copies > 0 && i == used.Length - 1 ? [line, Inline.Spring, $"（共印{copies}份）"] : line)
                {
                    Style = Typography.Distribution,
                }
            );
        }

        if (used.Length == 0)
        {
            blocks.Add(
                new Paragraph($"（共印{copies}份）")
                {
                    Style = Typography.Distribution with { Align = TextAlignment.Right },
                }
            );
        }

        blocks.Add(new HorizontalRule(Typography.ImprintRule) { Ink = ink, Before = 3 });
        return [new BottomBlock(blocks.ToImmutable())];
    }
}
