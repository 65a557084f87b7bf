using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Import;

/// <summary>Every form in which offices write numbers, dates, codes and words.</summary>
public sealed class ValueFormTests
{
    [Theory]
    [InlineData("95.5", "95.5", false, false)]
    [InlineData("９５．５％", "95.5", true, false)]
    [InlineData("95.5%", "95.5", true, false)]
    [InlineData("1,234", "1234", false, false)]
    [InlineData("1，234，567", "1234567", false, false)]
    [InlineData("1.2万元", "12000", false, false)]
    [InlineData("3.45亿", "345000000", false, false)]
    [InlineData("80余人", "80", false, true)]
    [InlineData("80人余", "80", false, true)]
    [InlineData("约80人", "80", false, true)]
    [InlineData("近500人次", "500", false, true)]
    [InlineData("１２人", "12", false, false)]
    [InlineData("-30.5", "-30.5", false, false)]
    [InlineData("1 628", "1628", false, false)]
    [InlineData("12 345 678 人", "12345678", false, false)]
    [InlineData("𝟏𝟐", "12", false, false)]
    [InlineData("95.5 %", "95.5", true, false)]
    public void A_number_is_read_in_every_form_people_write(string text, string value, bool percent, bool approximate)
    {
        Assert.True(NumberCell.TryParse(text, out var cell));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), cell.Value);
        Assert.Equal((percent, approximate), (cell.Percent, cell.Approximate));
    }

    [Theory]
    [InlineData("12O")]
    [InlineData("1,23")]
    [InlineData("②")]
    [InlineData("263①")]
    [InlineData("1²")]
    [InlineData("9①%")]
    [InlineData("12⑴")]
    [InlineData("1 2")]
    [InlineData("12 34")]
    [InlineData("1234 567")]
    [InlineData("1.5 000")]
    [InlineData("1.234,5")]
    [InlineData("1\n628")]
    [InlineData("8.1330E+17")]
    [InlineData("八十")]
    [InlineData("1.2.3")]
    [InlineData("人")]
    [InlineData("")]
    [InlineData("--5")]
    public void What_is_no_number_is_never_guessed(string text) => Assert.False(NumberCell.TryParse(text, out _));

    [Theory]
    [InlineData("2024-05-01", nameof(DateForm.Full))]
    [InlineData("2024/5/1", nameof(DateForm.Full))]
    [InlineData("2024.5.1", nameof(DateForm.Full))]
    [InlineData("２０２４．５．１", nameof(DateForm.Full))]
    [InlineData("20240501", nameof(DateForm.Full))]
    [InlineData("2024年5月1日", nameof(DateForm.Full))]
    [InlineData("2024年 5月 1日", nameof(DateForm.Full))]
    [InlineData("2024-05-01 00:00:00", nameof(DateForm.Full))]
    [InlineData("45413", nameof(DateForm.Serial))]
    [InlineData("5月1日", nameof(DateForm.MonthDay))]
    public void May_first_is_read_in_every_form(string text, string form)
    {
        Assert.Equal(form, DateCell.TryParse(text, 2024, out var date).ToString());
        Assert.Equal(new DateOnly(2024, 5, 1), date);
    }

    [Theory]
    [InlineData("2024-02-30", nameof(DateForm.None))]
    [InlineData("1900-02-29", nameof(DateForm.None))]
    [InlineData("60", nameof(DateForm.None))]
    [InlineData("2024-13-01", nameof(DateForm.None))]
    [InlineData("2024年5月", nameof(DateForm.None))]
    [InlineData("5/1/24", nameof(DateForm.Ambiguous))]
    [InlineData("去年", nameof(DateForm.None))]
    public void A_day_that_is_not_in_the_calendar_or_has_two_readings_is_no_date(string text, string form) =>
        Assert.Equal(form, DateCell.TryParse(text, 2024, out _).ToString());

    [Theory]
    [InlineData("81330111MC0000012N", true)]
    [InlineData("81330111MC0000020H", true)]
    [InlineData("81330111MC0000039E", true)]
    [InlineData("81330111MC00010K0A", true)]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("81330111MC000001IN", false)]
    [InlineData("81330111MC0000012", false)]
    public void The_credit_code_checks_by_GB_32100(string code, bool valid) =>
        Assert.Equal(valid, CreditCode.IsValid(code));

    [Theory]
    [InlineData("  云锦街道总工会　", "云锦街道总工会")]
    [InlineData("'0012", "0012")]
    [InlineData("\t0012", "0012")]
    [InlineData("=\"0012\"", "0012")]
    [InlineData("第一行\r\n第二行", "第一行 第二行")]
    [InlineData("A\u00A0B", "A B")]
    [InlineData("云\u200B锦\u202E", "云锦")]
    public void Spreadsheet_leftovers_are_cleaned_away(string raw, string expected) =>
        Assert.Equal(expected, CellCleaner.Clean(raw, out _));

    [Theory]
    [InlineData("—")]
    [InlineData("－")]
    [InlineData("／")]
    [InlineData("暂无")]
    [InlineData("Ｎ／Ａ")]
    [InlineData("")]
    public void Marks_for_nothing_are_blank(string text) => Assert.True(CellCleaner.IsBlank(text));

    [Fact]
    public void Zero_is_not_blank() => Assert.False(CellCleaner.IsBlank("0"));

    [Theory]
    [InlineData(RuleKind.TargetRatio, "80%", "80")]
    [InlineData(RuleKind.Tiers, "0:0；90：90;95:100", "95:100;90:90;0:0")]
    [InlineData(RuleKind.Tiers, "无:0;省级及以上:100", "省级及以上:100;无:0")]
    [InlineData(RuleKind.YesNo, "", "")]
    public void Parameters_are_read_and_written_back(RuleKind kind, string text, string written) =>
        Assert.Equal(written, RuleParameters.Parse(kind, text, out _)!.Text);

    [Theory]
    [InlineData(RuleKind.TargetRatio, "")]
    [InlineData(RuleKind.Count, "-1")]
    [InlineData(RuleKind.Tiers, "95:100;95:90")]
    [InlineData(RuleKind.Tiers, "95:100;省级:90")]
    [InlineData(RuleKind.Tiers, "95:120;0:0")]
    [InlineData(RuleKind.YesNo, "1")]
    public void Parameters_that_do_not_fit_are_refused_with_a_reason(RuleKind kind, string text)
    {
        Assert.Null(RuleParameters.Parse(kind, text, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("2024年一季度", "2024Q1")]
    [InlineData("2024年上半年", "2024H1")]
    [InlineData("２０２４", "2024")]
    [InlineData("2024年5月", "2024-05")]
    public void Periods_are_read_as_people_write_them(string text, string period)
    {
        Assert.True(PeriodText.TryParse(text, out var read));
        Assert.Equal(period, read.ToString());
    }

    [Fact]
    public void The_nearest_name_is_offered_and_a_far_one_is_not()
    {
        string[] names = ["云锦街道总工会", "青石镇总工会"];
        Assert.Equal("云锦街道总工会", Suggest.Nearest("云锦街道工会", names));
        Assert.Null(Suggest.Nearest("完全不同的名字", names));
    }
}
