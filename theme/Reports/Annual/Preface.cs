using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>编制说明: where the figures come from and how the marks are read.</summary>
internal static class Preface
{
    /// <summary>Slug of the written page that replaces the standard preface（input/pages/preface-2024.md）.</summary>
    private const string Written = "preface-";

    public static Chapter Make(AnnualContext context) =>
        new(AnnualChapterNames.Preface, "", Blocks(context)) { Numbered = false };

    private static ImmutableArray<DocumentBlock> Blocks(AnnualContext context)
    {
        var (edition, period) = (context.Edition, context.Period);
        if (context.WrittenFor(AnnualChapterNames.Preface) is { IsEmpty: false } own)
        {
            return own;
        }

        if (WrittenText.Find(edition, Written + period.Period) is { } written)
        {
            return context.Written(written.Body);
        }

        var (settings, unions) = (edition.Settings, period.PopulationOf(Level.Grassroots));
        var weights = string.Join(
            "、",
            Vocabulary.Indexes.Select((k, i) => $"{k.Title()}{Numerals.Plain(settings.IndexWeights[i])}")
        );
        var compared = period.Base is { } b
            ? $"变化与{b.Title}相比，只在两期口径相同的指标上计算，称“可比变化”；指标有变动的不作比较。"
            : "本报告没有可比的上期数据，因此不列变化。";
        return
        [
            new Paragraph(
                $"一、本报告由{Furniture.Publisher(edition)}编制，数据截至{Numerals.Date(period.DataDate)}，"
                    + $"取自各级工会上报和业务系统导出的数据，涵盖全区、"
                    + $"{period.PopulationOf(Level.Town).Count}个镇街和{unions.Count + unions.Hidden}家基层工会"
                    + (unions.Ended.Any() ? "，已撤销、合并或分设的不计在内。" : "。")
            ),
            new Paragraph(
                $"二、评价采用{period.Indicators.Length}项指标，分属红色、规范、活力、温暖、和谐五大指数，各指数以0～100分表示。五大指数的权重依次为{weights}。"
            ),
            new Paragraph(
                $"三、得分{Numerals.Plain(settings.GradeBands[0])}分及以上为优秀，"
                    + $"{Numerals.Plain(settings.GradeBands[1])}分及以上为良好，"
                    + $"{Numerals.Plain(settings.GradeBands[2])}分及以上为合格，其余为待提升。"
            ),
            new Paragraph($"四、{compared}"),
            new Paragraph(
                $"五、表中“—”表示没有数据或未参加排名，“/”表示不适用，“＜{settings.SmallNumberThreshold}”表示数值较小、依规定不公布具体数。因四舍五入，合计可能与分项之和略有出入。"
            ),
            new Paragraph([
                "六、计算方法见附录，指标目录和任务清单见网站。与本报告同源的数据作为附件嵌在本文件中",
                context.Edition.Settings.BaseUrl.Length > 0 ? "，也可在网站下载。" : "。",
            ]),
        ];
    }
}
