using System.Collections.Immutable;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 附录: 数据说明 in a reader's questions: what is missing, what was corrected, what does not agree, the marks.
/// </summary>
internal static class QualityAppendix
{
    public static Chapter Make(AnnualContext context)
    {
        var settings = context.Edition.Settings;
        ImmutableArray<string> marks =
        [
            "“约”：原始记录就是约数。",
            $"“{Numerals.Below(settings.SmallNumberThreshold)}”：数目太小，为保护个人不写准数。",
            "“—”：应报没有报，或者没有参加排名。",
            "“/”：本单位没有这项业务。",
        ];
        return new Chapter(
            "数据说明",
            "",
            [
                .. context.WrittenFor("数据说明"),
                .. DataRemarks
                    .Of(context.Edition, context.Period)
                    .Select(r => MarginBlocks.Of(r.Question, r.Paragraphs)),
                MarginBlocks.Of("几个记号", marks),
                MarginBlocks.Of(
                    "发现有错",
                    [
                        $"请写明页码、数字和依据，告诉{Furniture.Publisher(context.Edition)}"
                            + (settings.OfficePhone.Length > 0 ? $"（电话{settings.OfficePhone}）" : "")
                            + "。改了的，登在网站“数据质量与更正”页和下一年的这一页上。",
                    ]
                ),
            ]
        );
    }
}
