using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>Name, what kind of union it is, the finding, the total and the five numbers.</summary>
internal static class SheetHead
{
    public static ImmutableArray<DocumentBlock> Blocks(SheetContext context)
    {
        var union = context.Union;
        return
        [
            new Paragraph([
                $"{Furniture.Publisher(context.Edition)}　富工建家五大指数成绩单",
                Inline.Spring,
                context.Period.Period.Title,
            ])
            {
                Style = Typography.Kicker,
            },
            new TitleBlock(union.Name),
            new Paragraph(Particulars(union)) { Style = Typography.Small },
            .. union.IsOnlyStatus
                ? Array.Empty<DocumentBlock>()
                : [new Paragraph(Standing(union)) { Style = Typography.Small }],
            .. context.Period.Scope.Length > 0 && !union.IsOnlyStatus
                ? [new Paragraph(context.Period.Scope) { Style = Typography.Small }]
                : Array.Empty<DocumentBlock>(),
            new HorizontalRule(1.2)
            {
                Ink = Palette.Cinnabar,
                Before = 5,
                After = 3,
            },
            new Paragraph(union.Finding) { Style = Typography.SheetFinding },
            .. union.IsOnlyStatus
                ? Array.Empty<DocumentBlock>()
                :
                [
                    new Figure(FiveNumberChart.Of(union, SheetContext.Width, ChartStyle.Paper, total: true))
                    {
                        Space = 2,
                    },
                ],
            new HorizontalRule(0.4)
            {
                Ink = Palette.Hairline,
                Before = 4,
                After = 6,
            },
        ];
    }

    private static string Particulars(UnionResult union)
    {
        var o = union.Organisation;
        var parts = new List<string>(6);
        if (union.ParentName.Length > 0)
        {
            parts.Add($"上级：{union.ParentName}");
        }

        parts.Add($"{o.Kind.Word()}（{o.Category.Word()}）");
        if (o.Workers is { } workers)
        {
            parts.Add($"职工{Numerals.Thousands(workers)}人");
        }

        if (o.Members is { } members)
        {
            parts.Add($"会员{Numerals.Thousands(members)}人");
        }

        return string.Join("　", parts);
    }

    private static string Standing(UnionResult union)
    {
        var parts = new List<string>(4);
        if (union.Ranking.Group.Length > 0)
        {
            parts.Add($"排名组：{union.Ranking.Group}");
        }

        parts.Add($"覆盖率{Numerals.Score(union.Coverage)}%");
        if (union.Change is { Comparable: { } change } moved)
        {
            parts.Add($"与{moved.Base.Title}相比，按可比口径{Numerals.Movement(change)}");
        }

        if (union.Origin.Length > 0)
        {
            parts.Add(union.Origin.TrimEnd('。'));
        }

        return string.Join("　", parts);
    }
}
