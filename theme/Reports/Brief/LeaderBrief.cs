using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Editions.Results;
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
    /// <summary>Pages it may have.</summary>
    public static int MostPages(Edition edition) => BriefForm.Of(edition.Settings).MostPages;

    /// <summary>
    /// Versions of the brief, the fullest first; the first that needs <see cref="MostPages"/> or fewer is printed. They
    /// differ in how many facts they tell, never in type; those that give up a part come last.
    /// </summary>
    /// <param name="edition">The office's edition, or for a public version the public one.</param>
    /// <param name="period">A period of it.</param>
    /// <param name="subject">The district or a town.</param>
    /// <param name="opening">What stands before the first section.</param>
    /// <param name="sections">Its sections, in their order.</param>
    /// <param name="closing">What follows them.</param>
    public static ImmutableArray<Document> Versions(
        Edition edition,
        PeriodEdition period,
        UnionResult subject,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> opening,
        ImmutableArray<BriefSection> sections,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> closing
    )
    {
        var form = BriefForm.Of(edition.Settings);
        var all = BriefComposer.Compose(edition, period, subject);
        var sheet = BriefFigures.Of(edition, period, subject);
        // A part stays before a table does, and takes its lines: caption, head and rows; in the last resort so does a
        // sentence.
        var freed = sheet is null ? 0 : sheet.Rows.Length + 2;
        (BriefText Text, BriefSheet? Sheet)[] versions =
        [
            .. form.Rooms[..^1].Select(lines => (all.Within(lines, form.Characters), sheet)),
            .. form.Rooms.Select(lines => (all.Within(lines + freed, form.Characters), default(BriefSheet))),
            (all.Within(form.Rooms[^1], form.Characters), null),
        ];
        return
        [
            .. versions
                .OrderByDescending(v => v.Text.Keeps(all))
                .Select(v =>
                    Compose(
                        new BriefContext(edition, period, subject)
                        {
                            Text = v.Text,
                            Form = form,
                            Sheet = v.Sheet,
                        },
                        opening,
                        sections,
                        closing
                    )
                ),
        ];
    }

    private static Document Compose(
        BriefContext context,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> opening,
        ImmutableArray<BriefSection> sections,
        ImmutableArray<Func<BriefContext, ImmutableArray<DocumentBlock>>> closing
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
                blocks.AddRange(Headed($"{Numerals.Han(++number)}、{section.Title}。", content));
            }
        }

        foreach (var part in closing)
        {
            blocks.AddRange(part(context));
        }

        return new Document
        {
            Info = Furniture.Info(
                context.Edition,
                context.Text.Title,
                context.Edition.Settings.Brief.Name,
                Furniture.DateOf(context.Edition, context.Period)
            ),
            Styles = context.Form.Styles,
            Sections =
            [
                new DocumentSection
                {
                    Page = context.Form.Page,
                    Blocks = blocks.ToImmutable(),
                    Header = Furniture.Head(context.Edition, Phrase.Empty, Phrase.Empty, Units.Mm(8)),
                },
            ],
        };
    }

    // A heading stands in the line of what it heads: of two sides none is spent on headings.
    private static ImmutableArray<DocumentBlock> Headed(string heading, ImmutableArray<DocumentBlock> content)
    {
        var head = new SectionHeading(2, Inline.Hei(heading));
        return content[0] is Paragraph first
            ? content.SetItem(0, first with { RunIn = head })
            : content.Insert(0, new Paragraph(Phrase.Empty) { RunIn = head });
    }
}
