using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A question that people ask, with its answer and where more is told（常见问题）.</summary>
/// <param name="Question">分数怎么算.</param>
/// <param name="Also">Other words for it.</param>
/// <param name="Text">What is said at once.</param>
/// <param name="Path">Address below site/.</param>
public sealed record SiteAnswer(string Question, ImmutableArray<string> Also, string Text, string Path);

/// <summary>
/// What people ask of a yearbook like this: the office's own answers, then those that hold everywhere. One that would
/// lead to a part this site does not have leads to the list of unions.
/// </summary>
internal static class CommonQuestions
{
    /// <summary>The answers in order; of two to one question the office's own.</summary>
    public static ImmutableArray<SiteAnswer> Of(SiteModel site) =>
        [
            .. site
                .Settings.Answers.Concat(BuiltIn(site.Settings))
                .DistinctBy(a => a.Question, StringComparer.Ordinal)
                .Select(a => new SiteAnswer(
                    a.Question,
                    a.Also,
                    a.Text,
                    Path(site, a.Place) ?? Paths.Unions(site.Edition.Latest.Period)
                )),
        ];

    // 方法说明#ranking: a passage of the page.
    private static string? Path(SiteModel site, string place)
    {
        var parts = place.Split('#');
        var name = parts[0];
        var page = site.Edition.Pages.FirstOrDefault(p => string.Equals(p.Title, name, StringComparison.Ordinal));
        var path =
            site.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal))?.Path
            ?? (page is null ? null : $"{page.Slug}/index.html");
        return path is not null && parts.Length > 1 ? $"{path}#{parts[1]}" : path;
    }

    // 12351 is the line of all trade unions for workers, 12333 that of labour and social security.
    private static ImmutableArray<Answer> BuiltIn(Settings settings)
    {
        var publisher = settings.Publisher.Length > 0 ? settings.Publisher : "区总工会";
        var phone = settings.OfficePhone.Length > 0 ? $"，电话{settings.OfficePhone}" : "";
        return
        [
            new(
                "分数怎么算",
                ["怎么算", "怎么算分", "算分", "打分", "计分", "评分", "得分怎么来", "总指数是什么"],
                "每项指标按规则得0到100分，按分值合成五个指数，五个指数按权重合成总指数。",
                "方法说明"
            ),
            new(
                "名次怎么排",
                ["排名", "排第几", "名次", "为什么没有名次", "怎么排名"],
                "同类、规模相近的工会编为一组，在组内排；报来的数太少的不排。",
                "方法说明#ranking"
            ),
            new(
                "年报在哪里下载",
                ["年报", "年度报告", "报告下载", "下载报告", "成绩单", "打印"],
                "年度报告、镇街报告和每家工会的成绩单都在“报告”里。",
                "报告"
            ),
            new(
                "投诉、维权找谁",
                ["投诉", "举报", "维权", "求助", "劳动争议找谁", "找工会"],
                $"先找本单位的工会，也可以打12351职工热线，或找{publisher}{phone}。",
                "职工需求"
            ),
            new(
                "欠薪怎么办",
                ["欠薪", "拖欠工资", "讨薪", "工资没发", "老板不发工资"],
                "打12333向劳动保障部门反映，也可以打12351请工会帮助。",
                "职工需求"
            ),
            new(
                "怎样加入工会",
                ["入会", "加入工会", "怎么入会", "外卖骑手入会", "快递员入会"],
                "向本单位的工会提出；单位没有工会的，找所在镇街的总工会。",
                "全部工会"
            ),
            new(
                "我的工会在哪里",
                ["找我的工会", "我的工会", "我是哪个工会", "工会名单"],
                "输入单位名称的几个字或拼音，也可以从全部工会里找。",
                "全部工会"
            ),
            new(
                "数字有错怎么办",
                ["更正", "纠错", "勘误", "数据错误", "数字不对"],
                $"请告诉{publisher}{phone}；核实后更正，并写明改了什么。",
                "数据质量与更正"
            ),
            new(
                "表格怎么下载",
                ["下载数据", "下载表格", "excel", "csv", "数据文件", "json"],
                "公开的数字都可以下载成表格。",
                "开放数据"
            ),
            new(
                "怎样和别的工会比",
                ["比一比", "对比", "比较工会", "和谁比"],
                "任选几家工会和几期，并排看各项数字。",
                "比较"
            ),
        ];
    }
}
