using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Privacy;

/// <summary>
/// More than 300 texts that hold personal data in every disguise people use, and more than 300 that only look like it:
/// personal-data.tsv. All numbers are made up; ⏎ is the end of a line.
/// </summary>
public sealed class PersonalDataTable
{
    private const string Nothing = "无";

    [Fact]
    public void What_is_personal_is_found_and_what_is_not_is_left_alone()
    {
        var rows = File.ReadLines(
                Path.Combine(Repository.PathOf("tests", "FuGongJianJia.Tests"), "Privacy", "personal-data.tsv")
            )
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (Kind: cells[0], Text: cells[1].Replace('⏎', '\n')))
            .ToList();
        var missed = rows.Where(r => r.Kind != Nothing && PersonalData.Find(r.Text).Count == 0).ToList();
        var alarms = rows.Where(r => r.Kind == Nothing && PersonalData.Find(r.Text).Count > 0).ToList();
        var (personal, harmless) = (rows.Count(r => r.Kind != Nothing), rows.Count(r => r.Kind == Nothing));
        var found = personal - missed.Count;
        var (precision, recall) = ((double)found / (found + alarms.Count), (double)found / personal);

        TestContext.Current.TestOutputHelper!.WriteLine(
            FormattableString.Invariant(
                $"{personal} personal, {harmless} harmless: precision {precision:0.0000}, recall {recall:0.0000}"
            )
        );
        foreach (var (kind, text) in missed.Concat(alarms))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {text}");
        }

        Assert.True(personal >= 300 && harmless >= 300);
        Assert.True(precision >= 0.99, "precision");
        Assert.True(recall >= 0.99, "recall");
    }

    [Fact]
    public void What_was_found_is_masked_whole()
    {
        var texts = File.ReadLines(
                Path.Combine(Repository.PathOf("tests", "FuGongJianJia.Tests"), "Privacy", "personal-data.tsv")
            )
            .Skip(1)
            .Select(line => line.Split('\t')[1].Replace('⏎', '\n'))
            .Where(text => PersonalData.Find(text).Count > 0);

        Assert.All(texts, text => Assert.Empty(PersonalData.Find(PersonalData.Mask(text))));
    }
}
