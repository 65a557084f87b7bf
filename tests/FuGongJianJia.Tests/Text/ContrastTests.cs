using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Text;

/// <summary>Contrast after WCAG, and the nearest colour that can be read.</summary>
public sealed class ContrastTests
{
    [Theory]
    [InlineData("#000000", "#FFFFFF", "21.00∶1")]
    [InlineData("#FFFFFF", "#FFFFFF", "1.00∶1")]
    [InlineData("#777777", "#FFFFFF", "4.47∶1")]
    [InlineData("#767676", "#FFFFFF", "4.54∶1")]
    [InlineData("#FF0000", "#FFFFFF", "3.99∶1")]
    public void Known_pairs_have_their_known_ratio(string one, string other, string said)
    {
        Assert.Equal(said, Contrast.Say(Contrast.Of(one, other)));
        Assert.Equal(Contrast.Of(one, other), Contrast.Of(other, one));
    }

    [Theory]
    [InlineData("#999999", "#FFFFFF")]
    [InlineData("#E0605A", "#F4EEE4")]
    [InlineData("#333333", "#15130F")]
    public void The_nearest_colour_can_be_read_and_the_step_before_it_cannot(string colour, string ground)
    {
        var near = Contrast.Nearest(colour, [ground])!;
        Assert.True(Contrast.Of(near, ground) >= Contrast.Least);
        // A sixteenth of the way back it falls short: nothing much nearer would do.
        var back = Mix(near, colour);
        Assert.True(Contrast.Of(back, ground) < Contrast.Least, back);
    }

    [Fact]
    public void A_colour_that_can_be_read_is_its_own_nearest_and_of_clashing_grounds_there_is_none()
    {
        Assert.Equal("#000000", Contrast.Nearest("#000000", ["#FFFFFF"]));
        Assert.Null(Contrast.Nearest("#808080", ["#FFFFFF", "#000000", "#777777"]));
    }

    private static string Mix(string one, string other)
    {
        return "#" + At(1) + At(3) + At(5);

        string At(int at)
        {
            var (a, b) = (Convert.ToInt32(one.Substring(at, 2), 16), Convert.ToInt32(other.Substring(at, 2), 16));
            return (a + ((b - a) / 8)).ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
