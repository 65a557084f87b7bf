using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// What PDF/UA-1 (ISO 14289-1) and PDF/A-3a ask of whoever composes a paper, of every kind of paper: the rules of
/// veraPDF that the writer alone cannot keep.
/// </summary>
public sealed class PaperStructureTests
{
    public static TheoryData<string> Kinds => GoldenDocumentTests.Kinds;

    // ISO 14289-1, 7.4.2: veraPDF found an H1 that was followed by an H3.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Headings_begin_at_the_first_level_and_skip_none(string kind)
    {
        var level = 0;
        foreach (var node in All(kind).Where(n => n.Tag is ['H', >= '1' and <= '6']))
        {
            Assert.InRange(node.Tag[1] - '0', 1, level + 1);
            level = node.Tag[1] - '0';
        }

        Assert.NotEqual(0, level);
    }

    // 7.3.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Figures_say_what_they_show(string kind) =>
        Assert.All(
            All(kind).Where(n => n.Tag is "Figure" or "Formula"),
            n => Assert.False(string.IsNullOrEmpty(n.Alt))
        );

    // 7.2 and 7.5: rows of one table have as many columns as one another, and heads say what they head.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Tables_are_regular_and_their_heads_have_a_scope(string kind)
    {
        foreach (var table in All(kind).Where(n => n.Tag == "Table"))
        {
            Assert.All(
                table.Children,
                n => Assert.True(n.Tag is "Caption" or "THead" or "TBody" or "TFoot" or "TR" or "P", n.Tag)
            );
            List<int> widths = [];
            var covered = new Dictionary<int, int>();
            foreach (var (row, n) in Below(table).Where(n => n.Tag == "TR").Select((row, n) => (row, n)))
            {
                Assert.All(row.Children, c => Assert.True(c.Tag is "TH" or "TD", c.Tag));
                Assert.All(row.Children.Where(c => c.Tag == "TH"), c => Assert.NotNull(c.Scope));
                widths.Add(row.Children.Sum(c => c.ColumnSpan) + covered.GetValueOrDefault(n));
                foreach (var cell in row.Children)
                {
                    for (var below = 1; below < cell.RowSpan; below++)
                        covered[n + below] = covered.GetValueOrDefault(n + below) + cell.ColumnSpan;
                }
            }

            Assert.Single(widths.Distinct());
        }
    }

    // ISO 32000-1, 14.8.4.3.3: veraPDF wants LI below L, and Lbl and LBody below LI.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lists_hold_items_and_items_their_body(string kind)
    {
        foreach (var list in All(kind).Where(n => n.Tag == "L"))
        {
            Assert.All(list.Children, n => Assert.True(n.Tag is "LI" or "L" or "Caption", n.Tag));
            foreach (var item in list.Children.Where(n => n.Tag == "LI"))
                Assert.All(item.Children, n => Assert.True(n.Tag is "Lbl" or "LBody", n.Tag));
        }
    }

    // A viewer that is asked for a page by its label finds one.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_two_pages_bear_one_label(string kind)
    {
        var labels = GoldenDocumentTests.Lay(kind).Document.Pages.Select(p => p.Label).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<StructureNode> All(string kind) =>
        Below(GoldenDocumentTests.Lay(kind).Document.Structure);

    private static IEnumerable<StructureNode> Below(StructureNode node) =>
        node.Children.SelectMany(Below).Prepend(node);
}
