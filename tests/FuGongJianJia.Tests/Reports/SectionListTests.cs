using System.Collections.Immutable;
using System.Reflection;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Theme.Reports.Town;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Reports;

/// <summary>A section that is written but not listed would never be printed; these tests notice it.</summary>
public sealed class SectionListTests
{
    private static readonly ReportSections Lists = ReportSections.Default;

    [Fact]
    public void Every_chapter_and_appendix_is_listed() =>
        AllListed("Make", typeof(AnnualContext), [.. Lists.Annual.Concat(Lists.Appendices).Select(p => p.Make)]);

    [Fact]
    public void The_outline_knows_the_chapters_by_the_names_they_have()
    {
        Assert.Equal(AnnualChapterNames.Chapters, Lists.Annual.Select(p => p.Name));
        Assert.Equal(AnnualChapterNames.Appendices, Lists.Appendices.Select(p => p.Name));
    }

    [Fact]
    public void Every_section_of_the_sheet_is_listed() =>
        AllListed("Blocks", typeof(SheetContext), Lists.Sheet.Select(s => s.Blocks));

    [Fact]
    public void Every_section_of_the_brief_is_listed() =>
        AllListed(
            "Blocks",
            typeof(BriefContext),
            [.. Lists.BriefOpening, .. Lists.Brief.Select(s => s.Blocks), .. Lists.BriefClosing]
        );

    [Fact]
    public void Every_section_of_the_town_report_is_listed() =>
        AllListed("Blocks", typeof(TownContext), Lists.Town.Select(s => s.Blocks));

    /// <summary>What input/docs/theme.md tells a district to do: one method, one line, nothing else.</summary>
    [Fact]
    public void A_section_of_ones_own_is_one_method_and_one_line_and_is_numbered_with_the_others()
    {
        var office = Sample.Office();
        var edition = DisclosureControl.Protect(office);
        ImmutableArray<DocumentBlock> Own() =>
            [
                new Paragraph(["本区专栏的数据见", Inline.Number("t-own"), "。"]),
                Table.Of(
                    [TableColumn.Share(1)],
                    ["项目"],
                    [
                        ["本区数据"],
                    ]
                ) with
                {
                    Id = "t-own",
                    Title = "本区专栏",
                },
            ];
        var options = new ReportOptions
        {
            Sections = Lists with
            {
                Annual = Lists.Annual.Insert(3, new("本区专章", _ => new Chapter("本区专章", "本区的一句话。", Own()))),
                Town = Lists.Town.Insert(1, new TownSection("本区专栏", _ => Own())),
                Brief = Lists.Brief.Add(new BriefSection("本区专栏", _ => [new Paragraph("本区数据的出处。")])),
            },
        };

        Assert.Equal(
            ["一　概况", "二　本区专章", "三　大事记"],
            Headings(ReportPlan.Annual(edition, edition.Latest, options))
                .Where(h => h.Contains('　', StringComparison.Ordinal))
                .Take(3)
        );
        Assert.Equal(
            ["一、总体情况", "二、本区专栏", "三、在镇街中的位置"],
            Headings(ReportPlan.Town(edition, edition.Latest, edition.Latest.Towns[1], options)).Take(3)
        );
        // A brief's headings stand in the line of what they head.
        Assert.Contains(
            ReportPlan
                .Brief(office, office.Latest, office.Latest.District, options)[0]
                .Sections[0]
                .Blocks.OfType<Paragraph>(),
            p =>
                p is { RunIn: { } head, Content.PlainText: "本区数据的出处。" }
                && head.Content.PlainText.EndsWith("、本区专栏。", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Headings(Document document)
    {
        var laid = Typesetter.Compose(document, TestFonts.Set);
        Assert.DoesNotContain(laid.Notices, n => n.Kind is NoticeKind.UnknownReference or NoticeKind.Overfull);
        return laid.Document.Outline.Select(e => e.Title);
    }

    private static void AllListed(string method, Type context, IEnumerable<Delegate> list)
    {
        var listed = list.Select(d => d.Method.DeclaringType!).ToHashSet();
        var written = typeof(ReportPlan)
            .Assembly.GetTypes()
            .Where(t =>
                t.GetMethod(method, BindingFlags.Public | BindingFlags.Static) is { } m
                && m.GetParameters() is [var only]
                && only.ParameterType == context
            )
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(written);
        Assert.All(written, t => Assert.Contains(t, listed));
    }
}
