using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Tests.Import;

/// <summary>More than 200 heads as offices write them, and what each means: head-variants.tsv.</summary>
public sealed class OfficeWordsTests
{
    private static readonly (string Head, string Table, string Meaning)[] Variants =
    [
        .. File.ReadLines(Repository.PathOf("tests", "FuGongJianJia.Tests", "Import", "head-variants.tsv"))
            .Where(l => l.Length > 0)
            .Select(l => l.Split('\t'))
            .Select(c => (c[0], c[1], c[2])),
    ];

    [Fact]
    public void Two_hundred_heads_of_offices_mean_what_a_clerk_would_say()
    {
        Assert.True(Variants.Length >= 200);
        Assert.Equal(Variants.Length, Variants.Select(v => (v.Head, v.Table)).Distinct().Count());
        Assert.Empty(
            Variants
                .Select(v => (v.Head, v.Meaning, Found: OfficeWords.Meaning(v.Head, v.Table) ?? "（不认识）"))
                .Where(v => v.Found != v.Meaning)
                .Select(v => $"{v.Head}：应为 {v.Meaning}，认作 {v.Found}")
        );
    }

    [Theory]
    [InlineData("职工思想教育覆盖率")]
    [InlineData("劳动争议调解成功率")]
    [InlineData("创新工作室")]
    [InlineData("建会入会")]
    [InlineData("应完成")]
    [InlineData("城东街道")]
    public void What_is_no_column_of_ours_is_not_taken_for_one(string head) =>
        Assert.Null(OfficeWords.Meaning(head, "组织"));
}
