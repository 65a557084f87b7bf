using System.Collections.Immutable;
using System.Reflection;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Theme.Reports.Town;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Reports;

/// <summary>A section that is written but not listed would never be printed; these tests notice it.</summary>
public sealed class SectionListTests
{
    [Fact]
    public void Every_chapter_and_appendix_is_listed() => AllListed(typeof(AnnualReport), "Make", typeof(AnnualContext));

    [Fact]
    public void Every_section_of_the_sheet_is_listed() => AllListed(typeof(UnionSheet), "Blocks", typeof(SheetContext));

    // The tail stands at the bottom of the last page and is added by the brief itself.
    [Fact]
    public void Every_section_of_the_brief_is_listed() => AllListed(typeof(LeaderBrief), "Blocks", typeof(BriefContext), typeof(BriefTail));

    [Fact]
    public void Every_section_of_the_town_report_is_listed() => AllListed(typeof(TownReport), "Blocks", typeof(TownContext));

    private static void AllListed(Type report, string method, Type context, params Type[] apart)
    {
        var listed = report.GetFields(BindingFlags.NonPublic | BindingFlags.Static).SelectMany(f => Delegates(f.GetValue(null)!)).Select(d => d.Method.DeclaringType!).ToHashSet();
        var written = typeof(ReportPlan).Assembly.GetTypes()
            .Where(t => t.Namespace == report.Namespace && t.GetMethod(method, BindingFlags.Public | BindingFlags.Static) is { } m && m.GetParameters() is [var only] && only.ParameterType == context)
            .Except(apart).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(written);
        Assert.All(written, t => Assert.Contains(t, listed));
    }

    private static IEnumerable<Delegate> Delegates(object list) => list switch
    {
        ImmutableArray<ChapterSource> chapters => chapters,
        ImmutableArray<SheetSection> sections => sections.Select(s => s.Blocks),
        ImmutableArray<Func<BriefContext, ImmutableArray<Block>>> opening => opening,
        ImmutableArray<BriefSection> sections => sections.Select(s => s.Blocks),
        ImmutableArray<TownSection> sections => sections.Select(s => s.Blocks),
        _ => [],
    };
}
