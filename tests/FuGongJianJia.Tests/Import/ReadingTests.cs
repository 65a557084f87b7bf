using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Xlsx;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Import;

/// <summary>What single texts say: folded, cleaned, as a head, as a period, as a format.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("２６３", "263", "263")]
    [InlineData("٢٦٣", "263", "263")]
    [InlineData("263①", "263①", "2631")]
    [InlineData("1²", "1²", "12")]
    [InlineData("⑴⑵", "⑴⑵", "12")]
    [InlineData("𠮷野", "𠮷野", "𠮷野")]
    public void A_footnote_mark_is_a_digit_to_whoever_searches_and_not_to_whoever_reads(
        string text,
        string read,
        string found
    ) => Assert.Equal((read, found), (ReadingFold.Of(text), SearchFold.Of(text)));

    [Theory]
    [InlineData("甲\u001F乙", "甲乙", true)]
    [InlineData("甲\uFFFF乙", "甲乙", true)]
    [InlineData("甲\U0002FFFE乙", "甲乙", true)]
    [InlineData("甲𠮷乙", "甲𠮷乙", false)]
    [InlineData("1\n2", "1\n2", false)]
    [InlineData("1\t2", "1\n2", false)]
    [InlineData("1\u001F2", "1\n2", true)]
    [InlineData("甲\n乙", "甲 乙", false)]
    public void What_no_text_may_hold_is_dropped_and_what_parts_two_numbers_stays(
        string text,
        string cleaned,
        bool told
    ) => Assert.Equal((cleaned, told), (CellCleaner.Clean(text, out var invisible), invisible));

    // An attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("甲乙", CellCleaner.Clean("甲\uD800乙", out _));

    [Theory]
    [InlineData("None")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("NaT")]
    [InlineData("<NA>")]
    [InlineData("NULL")]
    [InlineData("undefined")]
    public void What_programs_write_for_nothing_is_nothing(string text) => Assert.True(CellCleaner.IsBlank(text));

    [Theory]
    [InlineData("#N/A")]
    [InlineData("＃N/A")]
    [InlineData("0")]
    public void A_failed_formula_and_a_zero_are_not_nothing(string text) => Assert.False(CellCleaner.IsBlank(text));

    [Theory]
    [InlineData("宸ヤ細")]
    [InlineData("绀轰緥鍖烘€诲伐浼�")]
    [InlineData("å·¥ä¼š")]
    [InlineData("锟斤拷工会")]
    [InlineData("工会\uFFFD")]
    public void Text_of_another_encoding_is_known(string text) => Assert.NotNull(Mojibake.In(text));

    [Theory]
    [InlineData("示例区总工会")]
    [InlineData("联通")]
    [InlineData("鑫磊机械有限公司工会")]
    [InlineData("云岫街道、澄湖街道")]
    [InlineData("Müller GmbH")]
    [InlineData("café")]
    [InlineData("𠮷野家")]
    [InlineData("㙍𬭎合金工会")]
    [InlineData("95.5%")]
    public void Text_that_was_meant_is_left_alone(string text) => Assert.Null(Mojibake.In(text));

    [Theory]
    [InlineData("职工数（万人）", "职工数", "万人")]
    [InlineData("职工数【万人】", "职工数", "万人")]
    [InlineData("* 会员数（其中农民工）", "会员数", "其中农民工")]
    [InlineData("R01（分子，万元）", "R01", "分子 万元")]
    [InlineData("经费", "经费", "")]
    public void What_stands_in_the_brackets_of_a_head_is_kept_apart(string head, string key, string remarks) =>
        Assert.Equal((key, remarks), (HeaderText.Key(head), string.Join(' ', HeaderText.Remarks(head))));

    [Theory]
    [InlineData("万人", "10000")]
    [InlineData("单位:万元", "10000")]
    [InlineData("千元", "1000")]
    [InlineData("亿元", "100000000")]
    [InlineData("百人", "100")]
    [InlineData("人", "1")]
    [InlineData("%", "1")]
    [InlineData("‰", "0.1")]
    [InlineData("上年末", null)]
    [InlineData("其中女职工", null)]
    public void A_unit_has_its_scale_and_other_words_are_none(string text, string? scale) =>
        Assert.Equal(scale, HeadUnit.Parse(text)?.Scale.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2,024")]
    [InlineData("2024.0")]
    [InlineData("2024年度")]
    [InlineData("2024全年")]
    [InlineData("2024年1-12月")]
    [InlineData("二〇二四年")]
    [InlineData("２０２４")]
    public void A_year_is_read_in_every_form(string text) =>
        Assert.Equal("2024", PeriodText.TryParse(text, out var period) ? $"{period}" : "");

    [Theory]
    [InlineData("2 024 5")]
    [InlineData("202 4")]
    [InlineData("2024.5")]
    [InlineData("2024年13月")]
    public void What_is_no_period_is_never_guessed(string text) => Assert.False(PeriodText.TryParse(text, out _));

    [Theory]
    [InlineData("0.00%", nameof(PercentForm.Multiplied))]
    [InlineData("0.00\"%\"", nameof(PercentForm.Shown))]
    [InlineData("0.0\\%", nameof(PercentForm.Shown))]
    [InlineData("0!%", nameof(PercentForm.Shown))]
    [InlineData("[Red]0.0%;-0.0%", nameof(PercentForm.Multiplied))]
    [InlineData("0;\"%\"0", nameof(PercentForm.None))]
    [InlineData("General", nameof(PercentForm.None))]
    public void A_percent_sign_of_a_format_multiplies_or_is_only_text(string format, string form) =>
        Assert.Equal(form, PercentFormat.Of(format).ToString());

    [Theory]
    [InlineData("<html><table></table>", nameof(FileForm.Html))]
    [InlineData("\n  <TABLE border=1>", nameof(FileForm.Html))]
    [InlineData("ID;PWXL;N;E\r\nC;Y1;X1;K1", nameof(FileForm.Other))]
    [InlineData("ID;Period;Value\r\n1;2024;3", nameof(FileForm.Text))]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related", nameof(FileForm.Other))]
    [InlineData("%PDF-1.7", nameof(FileForm.Other))]
    [InlineData("{\"rows\": []}", nameof(FileForm.Other))]
    [InlineData("[{\"a\": 1}]", nameof(FileForm.Other))]
    [InlineData("组织编码,组织名称", nameof(FileForm.Text))]
    [InlineData("", nameof(FileForm.Text))]
    public void Content_says_what_a_file_is(string content, string form) =>
        Assert.Equal(form, FileKind.Of(Samples.Utf8(content)).Form.ToString());
}
