using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: every public union's five indexes, by town, with rank group, coverage and change.</summary>
internal static class UnionsAppendix
{
    private static readonly ParagraphStyle Heading = Typography.Book.Headings[1] with
    {
        Size = 11.5,
        Leading = 16,
        Before = 11,
        After = 2,
    };

    /// <summary>Id of a union's row, for the index.</summary>
    public static string RowId(UnionResult union) => "u-" + union.Code;

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        if (period.Unions.IsEmpty)
        {
            return null;
        }

        var population = period.PopulationOf(Level.Grassroots);
        var byParent = population.Members.ToLookup(u => u.Organisation.Parent ?? "", StringComparer.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.AddRange(context.WrittenFor("基层工会结果"));
        blocks.Add(
            new Paragraph(
                "按镇街排列，镇街内按组织编码排列。"
                    + context.Edition.Settings.PublicStanding switch
                    {
                        PublicStanding.Places => "名次为组内名次，“/”后为该组参加排名的家数。",
                        PublicStanding.Bands => "档次为在本组参加排名的工会中所处的位置。",
                        _ => "",
                    }
            )
        );
        foreach (var unit in period.Towns.Prepend(period.District))
        {
            var unions = byParent[unit.Code].ToArray();
            if (unions.Length > 0)
            {
                blocks.Add(
                    new SectionHeading(
                        2,
                        unit.Organisation.Level == Model.Level.District ? "区直属基层工会" : unit.Organisation.ShortName
                    )
                    {
                        Number = "",
                        Listed = false,
                        Style = Heading,
                    }
                );
                blocks.Add(UnionBlocks.Of(unions, null, RowId, context.Edition.Settings.PublicStanding.Word()));
            }
        }

        // A public union may stand below a town that is not public.
        var listed = period.Towns.Prepend(period.District).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var others = population.Members.Where(u => !listed.Contains(u.Organisation.Parent ?? "")).ToArray();
        if (others.Length > 0)
        {
            blocks.Add(
                new SectionHeading(2, "其他基层工会")
                {
                    Number = "",
                    Listed = false,
                    Style = Heading,
                }
            );
            blocks.Add(UnionBlocks.Of(others, null, RowId, context.Edition.Settings.PublicStanding.Word()));
        }

        blocks.Add(new Paragraph(Tables.Marks) { Style = Typography.Small });
        if (population.EndedText.Length > 0)
        {
            blocks.Add(new Paragraph($"没有列入的：{population.EndedText}") { Style = Typography.Small });
        }

        return new Chapter("基层工会结果", "", blocks.ToImmutable());
    }
}
