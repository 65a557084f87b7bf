using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Text;

/// <summary>What acts unseen is shown by its number.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("走访 3 户，完成 98.5%。", "走访 3 户，完成 98.5%。")]
    [InlineData("𠮷田、𬱖头、👍", "𠮷田、𬱖头、👍")]
    [InlineData("\u001B[2J", "\\u001B[2J")]
    [InlineData("\u009B31m", "\\u009B31m")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("a\u0000b\u007Fc", "a\\u0000b\\u007Fc")]
    [InlineData("\u202Egnp.exe", "\\u202Egnp.exe")]
    [InlineData("\u2066a\u2069\u200Bb\u200F", "\\u2066a\\u2069\\u200Bb\\u200F")]
    [InlineData("\uFEFFa\u00ADb", "\\uFEFFa\\u00ADb")]
    [InlineData("a\u2028b\u2029", "a\\u2028b\\u2029")]
    [InlineData("\uFFFF\uFDD0", "\\uFFFF\\uFDD0")]
    [InlineData("a\U000E0041", "a\\u{E0041}")]
    public void Nothing_is_left_that_a_reader_cannot_see(string text, string visible) =>
        Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void Half_of_a_pair_is_shown_too() => Assert.Equal("a\\uD83Db", VisibleText.Of("a" + '\uD83D' + "b"));
}
