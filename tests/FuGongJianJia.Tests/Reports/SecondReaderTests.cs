using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Pdf.Reading;
using UglyToad.PdfPig;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// What is published is looked over again in the finished bytes with a small reader of our own. A reader of another
/// maker, PdfPig, must read the same words in every kind of PDF, so that the two cannot err alike.
/// </summary>
public sealed class SecondReaderTests
{
    internal static readonly Lazy<ImmutableArray<OutputFile>> Plan = new(() =>
        ReportPlan.Create(
            DemoReportsTests.Demo.Value,
            DisclosureControl.Protect(DemoReportsTests.Demo.Value),
            TestFonts.Set,
            new ReportOptions()
        )
    );

    [Theory]
    [InlineData("/annual.pdf")]
    [InlineData("/towns/")]
    [InlineData("/unions/")]
    [InlineData("/briefs/district")]
    [InlineData("/briefs/(?!district)")]
    [InlineData("/lists/")]
    [InlineData("/letters/")]
    [InlineData("/opinions/")]
    public void Another_reader_finds_the_same_words_on_every_page_of_a_demo_pdf(string kind)
    {
        var file = Plan.Value.First(f => f.Kind == OutputKind.Pdf && Regex.IsMatch(f.Path, kind));
        var pdf = file.Render().Content.ToArray();
        using var document = PdfDocument.Open(pdf);

        var theirs = document.GetPages().Select(page => Dense(page.Letters.Select(letter => letter.Value)));
        var ours = PdfText.Pages(pdf).Select(page => Dense([page])).ToArray();

        Assert.Equal(theirs, ours);
        Assert.NotEmpty(ours[0]);
    }

    // White space only: ours ends a line where a text object ends, theirs has none but what is written. Both keep the
    // order of the content stream, so that the order of words is compared too.
    private static string Dense(IEnumerable<string> parts) =>
        string.Concat(parts.SelectMany(part => part).Where(c => !char.IsWhiteSpace(c)));
}
