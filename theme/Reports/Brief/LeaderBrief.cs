using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>
/// Brief for leaders（简报）: the answer first. It borrows the measures of GB/T 9704-2012 but is no official document:
/// no 红头, no number of a document, no seal.
/// </summary>
internal static class LeaderBrief
{
    public const int MostPages = 2;

    /// <summary>
    /// Versions of the brief, the roomiest first; the first that needs <see cref="MostPages"/> or fewer is printed.
    /// </summary>
    /// <param name="edition">The office's edition, or for a public version the public one.</param>
    /// <param name="period">A period of it.</param>
    /// <param name="subject">The district or a town.</param>
    /// <param name="opening">What stands before the first heading.</param>
    /// <param name="sections">Its sections, in their order.</param>
    public static ImmutableArray<Document> Versions(
        Edition edition,
        PeriodEdition period,
        UnionResult subject,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> opening,
        ImmutableArray<BriefSection> sections
    )
    {
        var roomy = new BriefContext(edition, period, subject) { Styles = Typography.Brief };
        var tight = roomy with { Styles = Typography.BriefTight };
        return [.. new[] { roomy, tight, tight with { Short = true } }.Select(c => Compose(c, opening, sections))];
    }

    private static Document Compose(
        BriefContext context,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> opening,
        ImmutableArray<BriefSection> sections
    )
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        foreach (var part in opening)
        {
            blocks.AddRange(part(context));
        }

        var number = 0;
        foreach (var section in sections)
        {
            var content = section.Blocks(context);
            if (content.Length > 0)
            {
                blocks.Add(new SectionHeading(1, section.Title) { Number = Numerals.Han(++number) + "、" });
                blocks.AddRange(content);
            }
        }

        blocks.AddRange(BriefTail.Blocks(context));
        var title = BriefAnswer.Title(context);
        return new Document
        {
            Info = Furniture.Info(
                context.Edition,
                title,
                context.Edition.Settings.Brief.Name,
                Furniture.DateOf(context.Edition, context.Period)
            ),
            Styles = context.Styles,
            Sections =
            [
                new DocumentSection
                {
                    Page = Typography.BriefPage,
                    Blocks = blocks.ToImmutable(),
                    Header = Furniture.Head(context.Edition, Phrase.Empty, Phrase.Empty, Units.Mm(8)),
                },
            ],
        };
    }
}
