using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The box in the head of every page in a real browser: what it suggests, by keyboard and to a screen reader, and what
/// it does without scripts; and twenty questions of readers, each answered on a phone.
/// </summary>
public sealed class FindTests(SiteFixture site)
{
    private const int Phone = 375;

    /// <summary>What is typed, and the page that the first suggestion leads to; * is the newest period.</summary>
    public static TheoryData<string, string> Typed =>
        new()
        {
            { "东溪镇", "*/towns/SL06/index.html" },
            { "dongxi", "*/towns/SL06/index.html" },
            { "dxz", "*/towns/SL06/index.html" },
            { "dongxz", "*/towns/SL06/index.html" },
            { "云岫", "*/towns/SL01/index.html" },
            { "yunxiujiedao", "*/towns/SL01/index.html" },
            { "yxjd", "*/towns/SL01/index.html" },
            { "云袖街道", "*/towns/SL01/index.html" },
            { "云袖", "*/towns/SL01/index.html" },
            { "SL01-0002", "*/unions/SL01-0002/index.html" },
            { "ｓｌ０１－０００２", "*/unions/SL01-0002/index.html" },
            { "人民医院", "*/unions/SL00-0005/index.html" },
            { "rmyy", "*/unions/SL00-0005/index.html" },
            { "云岫小学", "*/unions/SL01-0004/index.html" },
            { "g04", "*/indicators/G04/index.html" },
            { "怎么算", "methodology/*/index.html" },
            { "zenmesuan", "methodology/*/index.html" },
            { "年报", "reports/index.html" },
            { "投诉", "*/needs/index.html" },
            { "欠薪", "*/needs/index.html" },
            { "往年", "archive/index.html" },
            { "诉求", "*/needs/index.html" },
        };

    [Fact]
    public async Task What_is_typed_is_suggested_first()
    {
        var (page, troubles) = await site.OpenAsync(Phone);
        await page.GotoAsync(site.FileRoot + Paths.Home);
        var missed = new List<string>();
        foreach (var row in Typed)
        {
            var (typed, path) = row.Data;
            await page.GetByRole(AriaRole.Combobox).FillAsync(typed);
            await page.WaitForFunctionAsync(
                "typed => document.querySelector('.find li:last-child')?.textContent.includes(typed)",
                typed
            );
            var first = await page.Locator(".find li").First.GetAttributeAsync("data-href");
            if (first != Newest(path))
            {
                missed.Add($"{typed}: {first}");
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Arrows_walk_the_suggestions_Enter_goes_and_Escape_closes()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.HttpRoot + Paths.Cases);
        var box = page.GetByRole(AriaRole.Combobox);
        await page.Keyboard.PressAsync("/");
        await box.PressSequentiallyAsync("东溪");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        await box.PressAsync("ArrowDown");
        var active = await box.GetAttributeAsync("aria-activedescendant");
        Assert.Equal(active, await page.Locator("[role=option][aria-selected=true]").GetAttributeAsync("id"));
        await box.PressAsync("Escape");
        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal("东溪", await box.InputValueAsync());
        await box.PressAsync("ArrowDown");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await page.WaitForURLAsync("**/towns/SL06/index.html");
        await page.GotoAsync(site.HttpRoot + Paths.Cases);
        await page.GetByRole(AriaRole.Combobox).FocusAsync();
        Assert.Equal("东溪镇总工会 最近看过", await page.GetByRole(AriaRole.Option).First.TextContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_box_leads_to_the_directory()
    {
        var (page, _) = await site.OpenAsync(scripts: false);
        await page.GotoAsync(site.FileRoot + Paths.Home);
        await page.Locator("form.find input").FillAsync("东溪");
        await page.Locator("form.find button").ClickAsync();
        Assert.Contains("/" + Paths.Search, page.Url, StringComparison.Ordinal);
        Assert.True(await page.GetByText("全站目录").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// What a reader asks, what is typed on the home page, and what the page that comes first then says in sight.
    /// </summary>
    public static TheoryData<string, string, string> Asked =>
        new()
        {
            { "我们卫生院的工会排第几？", "东溪卫生院", "家里" },
            { "东溪镇今年怎么样？", "东溪镇", "个镇街里" },
            { "我们学校工会先做什么？", "云岫小学", "最该做的" },
            { "那件事谁来办？", "云岫小学", "谁来办" },
            { "什么时候办完？", "云岫小学", "何时" },
            { "可以向谁学？", "东溪卫生院", "可以学的" },
            { "分数是怎么来的？", "怎么算", "总指数" },
            { "为什么我们没有名次？", "为什么没有名次", "排名" },
            { "年度报告在哪里？", "年报", "报告" },
            { "受了委屈找谁？", "投诉", "职工需求" },
            { "老板不发工资怎么办？", "欠薪", "职工需求" },
            { "经费足额上缴的有几家？", "经费足额", "工会经费足额上缴率" },
            { "困难职工帮扶得怎样？", "困难", "困难职工帮扶到位率" },
            { "去年是多少？", "往年", "2023年" },
            { "任务办得怎样？", "任务", "任务办理" },
            { "谁得了表彰？", "获奖", "表彰" },
            { "有什么好做法可学？", "做法", "案例" },
            { "数字下载成表格？", "excel", "开放数据" },
            { "数字错了找谁？", "数字不对", "数据质量与更正" },
            { "和别的工会比一比？", "对比", "比较" },
        };

    [Fact]
    public async Task Twenty_questions_of_readers_are_answered_by_one_search_on_a_phone()
    {
        Assert.Equal(20, Asked.Count);
        var (page, troubles) = await site.OpenAsync(Phone);
        var unanswered = new List<string>();
        foreach (var row in Asked)
        {
            var (question, typed, said) = row.Data;
            await page.GotoAsync(site.FileRoot + Paths.Home);
            await page.GetByRole(AriaRole.Combobox).FillAsync(typed);
            await page.WaitForFunctionAsync(
                "typed => document.querySelector('.find li:last-child')?.textContent.includes(typed)",
                typed
            );
            await page.GetByRole(AriaRole.Option).First.ClickAsync();
            await page.WaitForLoadStateAsync();
            if (!await page.Locator("main").GetByText(said).Locator("visible=true").First.IsVisibleAsync())
            {
                unanswered.Add($"{question} {typed} → {page.Url}");
            }
        }

        Assert.True(unanswered.Count == 0, string.Join('\n', unanswered));
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    private string Newest(string path) =>
        path.Replace("*", site.Edition.Latest.Period.ToString(), StringComparison.Ordinal);
}
