using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>常见问题: what search answers before anything else, from input/answers.yml.</summary>
/// <param name="Question">The question, as a reader would type it: 分数怎么算.</param>
/// <param name="Also">也叫: other words for it.</param>
/// <param name="Text">答: what is said at once, a line.</param>
/// <param name="Place">
/// 去: where more is told: one of <see cref="Places"/>, or the title of a page of input/pages.
/// </param>
public sealed record Answer(string Question, ImmutableArray<string> Also, string Text, string Place)
{
    /// <summary>栏目: parts of the site that an answer may lead to, by the names that readers know them by.</summary>
    public static ImmutableArray<string> Places { get; } =
    [
        "全部工会",
        "任务办理",
        "指导阶梯",
        "职工需求",
        "表彰",
        "案例",
        "专题",
        "报告",
        "开放数据",
        "比较",
        "历期总览",
        "方法说明",
        "数据质量与更正",
    ];
}
