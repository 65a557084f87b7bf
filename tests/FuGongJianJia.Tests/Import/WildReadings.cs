using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What is read of files from the wild: the same as of the plain file, or the number that a person would read.
/// </summary>
public sealed class WildReadings
{
    private static readonly PeriodData Plain = Read("c15_x1a");

    [Theory]
    [InlineData("c03_pipe")]
    [InlineData("c12_nul_pad")]
    [InlineData("f01_html_xls_gbk")]
    [InlineData("f10_biff5_nocp")]
    [InlineData("f28_sheet1_plus_notes")]
    [InlineData("f33_million_rows")]
    public void Activities_are_those_of_the_plain_file(string name) =>
        Assert.Equal(Plain.Activities.Select(a => $"{a}"), Read(name).Activities.Select(a => $"{a}"));

    [Theory]
    [InlineData("f03_xml2003_xls")]
    [InlineData("c19_text_None_only")]
    public void Organisations_are_those_of_the_plain_file(string name) =>
        Assert.Equal(
            Plain.Organisations.Select(o => (o.Code, o.Name, o.Workers, o.Members, o.Founded)),
            Read(name).Organisations.Select(o => (o.Code, o.Name, o.Workers, o.Members, o.Founded))
        );

    [Theory]
    [InlineData("h10_wide_names")]
    [InlineData("h10b_wide_code_brackets")]
    [InlineData("h27_sheet1_stray")]
    public void Numbers_are_those_of_the_plain_file(string name) =>
        Assert.Equal(Plain.Observations.Select(Number), Read(name).Observations.Select(Number));

    [Fact]
    public void A_unit_that_is_named_like_a_footer_keeps_its_values() =>
        Assert.Contains(
            Read("r04_footer_union_name")
                .Organisations.Where(o => o.Name.Contains("打印包装", StringComparison.Ordinal))
                .SelectMany(o => Read("r04_footer_union_name").Observations.Where(v => v.Organisation == o.Code)),
            v => v.State == ObservationState.Reported
        );

    [Fact]
    public void Ten_thousands_of_people_are_people() =>
        Assert.Equal(20_000, Read("h21_wan_ren").Organisations.Single(o => o.Code == "SL00").Workers);

    [Theory]
    [InlineData("v01_literal_pct", "71.86")]
    [InlineData("v02_escaped_pct", "72.15")]
    public void A_percent_sign_that_is_only_text_multiplies_nothing(string name, string value) =>
        Assert.Contains(
            Read(name).Observations,
            o => o.Value == decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("k27_format_wan", 30_000)]
    [InlineData("k28_xml2003_comment", 160)]
    public void A_number_is_read_as_its_cell_shows_it(string name, int headcount) =>
        Assert.Equal(headcount, Read(name).Activities.Single(a => a.Code == "HD2024-004").Headcount);

    [Theory]
    [InlineData("c14b_x1c_feed")]
    [InlineData("c33_fffe")]
    public void No_name_keeps_a_character_that_no_page_may_hold(string name) =>
        Assert.All(
            Read(name).Organisations.Select(o => o.Name).Concat(Read(name).Commendations.Select(c => c.Honour)),
            text => Assert.DoesNotContain(text, c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF')
        );

    private static (string, string, ObservationState, decimal?, decimal?, decimal?, string?) Number(Observation o) =>
        (o.Organisation, o.Indicator, o.State, o.Numerator, o.Denominator, o.Value, o.Word);

    private static PeriodData Read(string name) =>
        Importer
            .Import(
                GoldenCases.Files(WildCases.Root, name),
                ImportOptions.Default,
                TestContext.Current.CancellationToken
            )
            .Dataset!.Periods[0];
}
