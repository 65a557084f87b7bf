using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>What the sections of a brief are made from: the district or one town.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">Period.</param>
/// <param name="Subject">The district or a town.</param>
/// <param name="IsPublic">True for the public edition: no names in guidance.</param>
internal sealed record BriefContext(Edition Edition, PeriodEdition Period, UnionResult Subject, bool IsPublic)
{
    /// <summary>Width of the type area, points.</summary>
    public static double Width => Typography.BriefPage.BodyWidth;

    /// <summary>True for the district's brief.</summary>
    public bool IsDistrict => Subject.Organisation.Level == Level.District;

    /// <summary>True when something of a town belongs into this brief.</summary>
    public bool Covers(string town) => IsDistrict || string.Equals(town, Subject.Code, StringComparison.Ordinal);

    /// <summary>True when only the most important items are taken, because the brief would need a third page.</summary>
    public bool Short { get; init; }

    /// <summary>Style of the body, which the sections derive theirs from.</summary>
    public required StyleSheet Styles { get; init; }
}

/// <summary>
/// A section of the brief: words of its heading and its blocks; no blocks when there is nothing to say.
/// </summary>
internal sealed record BriefSection(string Title, Func<BriefContext, ImmutableArray<DocumentBlock>> Blocks);

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
    public static ImmutableArray<Document> Versions(
        Edition edition,
        PeriodEdition period,
        UnionResult subject,
        bool isPublic,
        ReportOptions options
    ) =>
        [
            Compose(
                new BriefContext(edition, period, subject, isPublic) { Styles = Typography.Brief },
                options.Sections
            ),
            Compose(
                new BriefContext(edition, period, subject, isPublic) { Styles = Typography.BriefTight },
                options.Sections
            ),
            Compose(
                new BriefContext(edition, period, subject, isPublic) { Styles = Typography.BriefTight, Short = true },
                options.Sections
            ),
        ];

    private static Document Compose(BriefContext context, ReportSections sections)
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        foreach (var part in sections.BriefOpening)
        {
            blocks.AddRange(part(context));
        }

        var number = 0;
        foreach (var section in sections.Brief)
        {
            var content = section.Blocks(context);
            if (content.Length > 0)
            {
                blocks.Add(new SectionHeading(1, section.Title) { Number = ChineseNumber.Of(++number) + "、" });
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
