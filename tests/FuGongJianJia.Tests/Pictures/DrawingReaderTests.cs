using System.Text;
using FuGongJianJia.Pictures;

namespace FuGongJianJia.Tests.Pictures;

/// <summary>Drawings: what is passive goes through, everything else refuses the file.</summary>
public sealed class DrawingReaderTests
{
    private const string Shape = "<rect width='10' height='10' fill='#c00'/>";

    [Fact]
    public void A_passive_drawing_is_written_anew_without_what_its_editor_notes()
    {
        var picture = Read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- made by SECRET -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:docname="SECRET.svg"
                 width="30mm" height="20mm" viewBox="0 0 120 80" data-name="SECRET">
              <metadata><author>SECRET</author></metadata>
              <inkscape:view>SECRET</inkscape:view>
              <defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>
              <style>.a { fill: url(#g) }</style>
              <title>家访路线</title>
              <g class="a" transform="scale(2)"><path d="M0 0h10" style="stroke:#000"/><text x="1" y="2">起点</text></g>
              <use xlink:href="#g"/>
            </svg>
            """
        );
        var file = Assert.Single(picture.Screen);
        var text = Encoding.UTF8.GetString(file.Content.Span);
        Assert.Equal((PictureFormat.Svg, 120, 80), (file.Format, file.Width, file.Height));
        Assert.Null(picture.Paper);
        Assert.Contains("起点", picture.Words);
        Assert.Contains("家访路线", picture.Words);
        Assert.StartsWith("<svg ", text, StringComparison.Ordinal);
        Assert.Contains("<use href=\"#g\" />", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("inkscape", text, StringComparison.Ordinal);
        // Written anew, it is the same again.
        Assert.Equal(text, Encoding.UTF8.GetString(Read(text).Screen[0].Content.Span));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>")]
    [InlineData("<g onload='alert(1)'/>")]
    [InlineData("<g ONCLICK='alert(1)'/>")]
    [InlineData("<a href='https://a.example/'><rect/></a>")]
    [InlineData("<a xlink:href='javascript:alert(1)'><rect/></a>")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>")]
    [InlineData("<image href='#a'/>")]
    [InlineData("<use href='https://a.example/x.svg#a'/>")]
    [InlineData("<use xlink:href='other.svg#a'/>")]
    [InlineData("<use href='data:image/svg+xml,x#a'/>")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>")]
    [InlineData("<g><iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/></g>")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<set attributeName='onclick' to='alert(1)'/>")]
    [InlineData("<style>@import url(https://a.example/x.css);</style>")]
    [InlineData("<style>rect { fill: url(https://a.example/x) }</style>")]
    [InlineData("<style>rect { fill: \\75rl(x) }</style>")]
    [InlineData("<style>@font-face { src: local(x) }</style>")]
    [InlineData("<rect style='fill:url(//a.example/x)'/>")]
    [InlineData("<rect style=\"fill:url( 'x.svg#a' )\"/>")]
    [InlineData("<rect fill='url(x.svg#a)'/>")]
    [InlineData("<rect style='behavior:expression(alert(1))'/>")]
    [InlineData("<feImage href='#a'/>")]
    [InlineData("<handler>x</handler>")]
    [InlineData("<rect ping='https://a.example/'/>")]
    [InlineData("<?xml-stylesheet href='x.css'?>")]
    [InlineData("<g id='a'><use href='#b'/></g><use href='#a'/>")]
    [InlineData("<g id='a'><use href='#a'/></g>")]
    public void What_runs_loads_or_leads_elsewhere_refuses_the_drawing(string content)
    {
        var fault = Refuse(Svg("\n " + content + Shape));
        Assert.Equal(PictureFaultKind.Active, fault.Kind);
        Assert.NotEmpty(fault.Found);
    }

    [Fact]
    public void The_place_is_named()
    {
        var fault = Refuse(Svg("\n" + Shape + "\n  <script/>"));
        Assert.Equal(("<script>", 3, 4), (fault.Found, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><g></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&nothing;</svg>")]
    [InlineData(
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&a;</svg>"
    )]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%'><rect/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1e9 NaN'><rect/></svg>")]
    [InlineData("<svg")]
    public void A_drawing_that_is_not_well_made_is_damaged(string svg) =>
        Assert.Equal(PictureFaultKind.Damaged, Refuse(svg).Kind);

    [Fact]
    public void What_is_used_over_and_over_has_a_bound()
    {
        string Used(int times) =>
            Svg(
                "<g id='a'>"
                    + string.Concat(Enumerable.Repeat("<rect/>", 999))
                    + "</g>"
                    + string.Concat(Enumerable.Repeat("<use href='#a'/>", times))
            );
        Assert.NotEmpty(Read(Used(90)).Screen);
        Assert.Equal(PictureFaultKind.TooLarge, Refuse(Used(100)).Kind);
    }

    [Fact]
    public void Words_are_read_as_they_are_seen()
    {
        var letters = string.Concat("1385710".Select((c, i) => $"<text x='{i}'>{c}</text>"));
        var words = Read(Svg("<text><tspan>138</tspan>\n<tspan>57</tspan></text>" + letters)).Words;
        Assert.Contains("13857", words);
        Assert.Contains("1385710", words);
    }

    [Fact]
    public void Another_root_is_refused() =>
        Assert.Equal(PictureFaultKind.Active, Refuse("<x xmlns='a'><svg/></x>").Kind);

    [Fact]
    public void Depth_has_a_bound() =>
        Assert.Equal(
            PictureFaultKind.Active,
            Refuse(
                Svg(string.Concat(Enumerable.Repeat("<g>", 9000)) + string.Concat(Enumerable.Repeat("</g>", 9000)))
            ).Kind
        );

    private static string Svg(string content) =>
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 10 10'>"
        + content
        + "</svg>";

    private static Picture Read(string svg)
    {
        var (picture, fault) = PictureReader.Read("a.svg", Encoding.UTF8.GetBytes(svg), printed: true);
        Assert.Null(fault);
        return picture!;
    }

    private static PictureFault Refuse(string svg)
    {
        var (picture, fault) = PictureReader.Read("a.svg", Encoding.UTF8.GetBytes(svg), printed: true);
        Assert.Null(picture);
        return fault!;
    }
}
