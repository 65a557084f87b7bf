using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Sheet;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>What was later found wrong in this period's figures of the town and the unions below it（更正）.</summary>
internal static class TownCorrections
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context) =>
        [
            .. context
                .Unions.Prepend(context.Town)
                .SelectMany(u => u.Corrections)
                .Select(
                    (c, i) =>
                        (DocumentBlock)
                            new Paragraph(
                                $"{i + 1}.{(c.Correction.Organisation == context.Town.Code ? "" : c.OrganisationName + "，")}{SheetCorrections.Sentence(c)}"
                            )
                ),
        ];
}
