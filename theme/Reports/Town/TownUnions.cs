using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>The unions below the town.</summary>
internal static class TownUnions
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context) =>
        context.Unions.IsEmpty
            ? []
            :
            [
                new Paragraph([
                    $"公开的基层工会{context.Unions.Length}家，结果见",
                    Inline.Number("t-unions"),
                    "；各家成绩单另有单页。",
                ]),
                UnionBlocks.Of(
                    context.Unions,
                    "所属基层工会五大指数",
                    _ => null,
                    context.Edition.Settings.PublicStanding.Word()
                ) with
                {
                    Id = "t-unions",
                    Unit = "单位：分",
                    Notes =
                    [
                        Tables.Marks,
                        .. context.Population.EndedText is { Length: > 0 } ended
                            ? (ReadOnlySpan<Phrase>)[$"没有列入的：{ended}"]
                            : [],
                    ],
                },
            ];
}
