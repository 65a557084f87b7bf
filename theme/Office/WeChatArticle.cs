using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Theme.Office;

/// <summary>
/// The finding of a year as an article for WeChat（公众号文章）: its editor takes no style sheet and drops classes, so every
/// element has its style with it. It is made from the public's edition alone and stands below internal/, since the
/// office reads it before it sends it.
/// </summary>
/// <param name="Edition">The public's edition.</param>
/// <param name="Period">A year of it.</param>
public sealed record WeChatArticle(PublicEdition Edition, PublicPeriod Period)
{
    // What the editor's fields take.
    private const int LongestTitle = 64;
    private const int LongestDigest = 120;

    /// <summary>Most cases that are told of.</summary>
    public const int MostCases = 3;

    /// <summary>标题 for the editor's field.</summary>
    public string Title => Cut($"{Publisher}：{Period.Finding.Split('，', '。')[0]}", LongestTitle);

    /// <summary>摘要 for the editor's field.</summary>
    public string Digest => Cut(Period.Finding, LongestDigest);

    private string Publisher =>
        Edition.Settings.Publisher.Length > 0 ? Edition.Settings.Publisher : Edition.Settings.Title;

    /// <summary>Where it stands below output/.</summary>
    public static string PathOf(Period period) => $"internal/{period}/wechat.html";

    /// <summary>One for every year.</summary>
    public static ImmutableArray<OutputFile> Files(PublicEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. edition
                .Periods.Where(p => p.Period.Kind == PeriodKind.Year)
                .Select(p => new WeChatArticle(edition, p))
                .Select(a => new OutputFile(
                    PathOf(a.Period.Period),
                    OutputKind.Page,
                    () => (ReadOnlyMemory<byte>)PageRenderer.Render(typeof(WeChatPage), nameof(WeChatPage.Article), a)
                )),
        ];
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // At the end of a clause where there is one, so that no number is cut in two.
        var mark = text.LastIndexOfAny(['。', '；', '，', '：'], most - 1, most / 2);
        return mark > 0 ? text[..mark] : text[..(most - 1)] + "…";
    }
}
