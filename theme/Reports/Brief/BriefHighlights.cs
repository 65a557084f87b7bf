using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>
/// 一、亮点与短板: the index that rose most, one in the top third of its group and who rose most; the lowest index, what lost
/// most and who fell most.
/// </summary>
internal static class BriefHighlights
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var bright = Bright(context);
        var weak = Weak(context);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>(2);
        if (bright.Length > 0)
        {
            blocks.Add(new Paragraph([Inline.Kai("亮点。"), bright]));
        }

        if (weak.Length > 0)
        {
            blocks.Add(new Paragraph([Inline.Kai("短板。"), weak]));
        }

        return blocks.ToImmutable();
    }

    private static string Bright(BriefContext context)
    {
        // Praise needs a rise or a place in the upper third: the highest of five may have fallen or stand last but one.
        var riser = Riser(context.Subject);
        var leader = context
            .Subject.Indexes.Where(i =>
                i != riser
                && i is { IsCompared: true, Value: not null }
                && i.Place * 3 <= context.Subject.Ranking.Ranked
            )
            .OrderBy(i => i.Place)
            .ThenByDescending(i => i.Value)
            .ThenBy(i => i.Key)
            .FirstOrDefault();
        return Join(
            IndexWords(riser, "五项指数中{0}升幅最大"),
            IndexWords(leader, "{0}居本组前列"),
            Most(Movers(context).Rising, $"按可比口径上升较多的{Who(context)}有", Units(context))
        );
    }

    private static string Weak(BriefContext context)
    {
        var lowest = context.Subject.Lowest is { } key ? context.Subject.Indexes.First(i => i.Key == key) : null;
        var losses = context
            .Subject.Losses.Where(l => l.Gain is > 0m)
            .Take(Names(context))
            .Select(l => $"{l.Indicator.Name}（{Numerals.Score(l.Gain)}分）")
            .ToArray();
        return Join(
            IndexWords(
                lowest,
                lowest is not null && lowest == Riser(context.Subject) ? "五项指数中{0}仍最低" : "五项指数中{0}最低"
            ),
            losses.Length == 0 ? "" : $"补齐后总指数可增较多的是{string.Join("、", losses)}。",
            Most(Movers(context).Falling, $"按可比口径下降较多的{Who(context)}有", Units(context))
        );
    }

    // Less than 0.05 is told as 基本持平 elsewhere.
    private static IndexResult? Riser(UnionResult subject) =>
        subject
            .Indexes.Where(i => i is { Value: not null, Rise: >= 0.05m })
            .OrderByDescending(i => i.Rise)
            .ThenBy(i => i.Key)
            .FirstOrDefault();

    /// <summary>Score, place and direction, whatever the opening says of the index.</summary>
    private static string IndexWords(IndexResult? index, string opening) =>
        index is null
            ? ""
            : string.Concat(
                opening.Replace("{0}", index.Key.Title(), StringComparison.Ordinal),
                $"，为{Numerals.Score(index.Value)}分",
                index.Place is { } place ? $"，列第{Numerals.Count(place)}名" : "",
                index.Change is { } change ? $"，按可比口径{Numerals.Movement(change)}" : "",
                "。"
            );

    // The district's brief speaks of towns, a town's of its unions: never of both in one list.
    private static Movers Movers(BriefContext context) =>
        context.IsDistrict
            ? context.Period.MoversOf(Level.Town)
            : new(
                context
                    .Period.PopulationOf(Level.Grassroots)
                    .Below(context.Subject.Code)
                    .With(PopulationCondition.Compared)
            );

    private static string Who(BriefContext context) => context.IsDistrict ? "镇街" : "工会";

    private static int Names(BriefContext context) => context.Short ? 2 : 3;

    // Names of units may fill three lines each.
    private static int Units(BriefContext context) => context.Short ? 1 : 3;

    private static string Most(IEnumerable<UnionResult> movers, string opening, int most)
    {
        var listed = movers.Take(most).ToArray();
        return listed.Length == 0
            ? ""
            : opening
                + string.Join("、", listed.Select(m => $"{m.Name}（{Numerals.Movement(m.Change!.Comparable)}）"))
                + "。"
                + (PopulationWords.UnrankedNote(listed) is { Length: > 0 } note ? $"其中{note}" : "");
    }

    private static string Join(params ReadOnlySpan<string> sentences) => string.Concat(sentences);
}
