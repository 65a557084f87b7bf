using FuGongJianJia.Writing;

namespace FuGongJianJia.Tests.Writing;

/// <summary>The list of addresses that a link may lead to.</summary>
public sealed class SafeAddressTests
{
    [Theory]
    [InlineData("https://www.acftu.org/")]
    [InlineData("HTTP://example.cn")]
    [InlineData("https://example.cn:8443/a?b=c#d")]
    [InlineData("https://示例.中国/年报")]
    [InlineData("mailto:office@example.cn")]
    [InlineData("tel:0571-12351")]
    [InlineData("../data/")]
    [InlineData("deploy.md#nginx")]
    [InlineData("/2024/")]
    [InlineData("#一")]
    [InlineData("?q=a:b")]
    [InlineData("a/b:c")]
    [InlineData("")]
    public void An_address_of_the_web_of_a_letter_of_a_call_and_of_the_site_may_stand(string address) =>
        Assert.True(SafeAddress.IsSafe(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.cn/")]
    [InlineData("weixin://dl")]
    [InlineData("blob:x")]
    [InlineData("//example.cn/")]
    [InlineData("/\\example.cn/")]
    [InlineData("\\\\example.cn\\a")]
    [InlineData("https:example.cn")]
    [InlineData("https://")]
    [InlineData("https://gov.cn@example.cn/")]
    [InlineData("https://example.cn/\u202Egnp")]
    [InlineData("https://exa\u200Bmple.cn/")]
    [InlineData("unknown:x")]
    public void Every_other_address_may_not(string address) => Assert.False(SafeAddress.IsSafe(address));
}
