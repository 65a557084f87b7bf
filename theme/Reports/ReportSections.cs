using System.Collections.Immutable;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Theme.Reports.Town;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports;

/// <summary>
/// What stands in every report, and in which order（各报告的章节与次序）. A section of one's own is a file with one method and
/// its line here; numbers of chapters, tables and figures follow, and a section whose data are absent leaves no gap.
/// </summary>
internal sealed record ReportSections
{
    /// <summary>As they are printed.</summary>
    public static ReportSections Default { get; } = new();

    /// <summary>年度报告: chapters.</summary>
    public ImmutableArray<AnnualPart> Annual { get; init; } =
    [
        new("编制说明", Preface.Make),
        new("致辞", AddressChapter.Make),
        new("概况", OverviewChapter.Make),
        new("大事记", ChronicleChapter.Make),
        new("五大指数", IndexesChapter.Make),
        new("镇街", TownsChapter.Make),
        new("专题", ProgrammesChapter.Make),
        new("任务、需求和政策", WorkChapter.Make),
        new("表彰", HonoursChapter.Make),
        new("问题和措施", ProblemsChapter.Make),
        new("下一年", PlanChapter.Make),
    ];

    /// <summary>年度报告: appendices.</summary>
    public ImmutableArray<AnnualPart> Appendices { get; init; } =
    [
        new("指标结果", IndicatorsAppendix.Make),
        new("基层工会结果", UnionsAppendix.Make) { IsList = true },
        new("方法", MethodAppendix.Make),
        new("数据说明", QualityAppendix.Make),
        new("名称索引", IndexAppendix.Make) { IsList = true },
    ];

    /// <summary>镇街年度报告.</summary>
    public ImmutableArray<TownSection> Town { get; init; } =
    [
        new("总体情况", TownOverview.Blocks),
        new("在镇街中的位置", TownPeers.Blocks),
        new("各项指标", TownIndicators.Blocks),
        new("失分与可增分", TownLosses.Blocks),
        new("所属基层工会", TownUnions.Blocks),
        new("任务办理", TownTasks.Blocks),
        new("职工需求", TownNeedsSection.Blocks),
        new("表彰与案例", TownHonours.Blocks),
        new("更正", TownCorrections.Blocks),
        new("下步建议", TownNextSteps.Blocks),
    ];

    /// <summary>工会成绩单.</summary>
    public ImmutableArray<SheetSection> Sheet { get; init; } =
    [
        new(SheetHead.Blocks),
        new(SheetIndicators.Blocks),
        new(SheetCorrections.Blocks),
        new(SheetLosses.Blocks, Shortens: true),
        new(SheetColophon.Blocks),
    ];

    /// <summary>简报: what stands before the first section.</summary>
    public ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> BriefOpening { get; init; } =
    [BriefMasthead.Blocks, BriefAnswer.Blocks];

    /// <summary>简报: its sections.</summary>
    public ImmutableArray<BriefSection> Brief { get; init; } =
    [
        new("进展", c => BriefParagraphs.Of(c, BriefPart.Progress)),
        new("问题", c => BriefParagraphs.Of(c, BriefPart.Problems)),
        new("责任", c => BriefParagraphs.Of(c, BriefPart.Holders)),
        new("建议", c => BriefParagraphs.Of(c, BriefPart.Advice)),
    ];

    /// <summary>简报: what follows them; the tail stands at the foot of the last page.</summary>
    public ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> BriefClosing { get; init; } =
    [BriefTable.Blocks, BriefTail.Blocks];
}
