using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>一、亮点与短板: the highest index and who rose most; the lowest index, what lost most and who fell most.</summary>
internal static class BriefHighlights
{
    public static ImmutableArray<Block> Blocks(BriefContext context)
    {
        var bright = Bright(context);
        var weak = Weak(context);
        var blocks = ImmutableArray.CreateBuilder<Block>(2);
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
        var highest = context.Subject.Indexes.Where(i => i.Value is not null).OrderByDescending(i => i.Value).ThenBy(i => i.Key).FirstOrDefault();
        return Join(IndexWords(context, highest, "最高"), Movers(Rising(context), "按可比口径上升较多的有", Names(context)));
    }

    private static string Weak(BriefContext context)
    {
        var lowest = context.Subject.Lowest is { } key ? context.Subject.Indexes.First(i => i.Key == key) : null;
        var losses = context.Subject.Losses.Take(Names(context)).Select(l => $"{l.Indicator.Name}（{Numerals.Score(l.Gain)}分）").ToArray();
        return Join(IndexWords(context, lowest, "最低"), losses.Length == 0 ? "" : $"补齐后总指数可增较多的是{string.Join("、", losses)}。", Movers(Falling(context), "按可比口径下降较多的有", Names(context)));
    }

    // The district has a sentence for each index; a town's is told by its numbers.
    private static string IndexWords(BriefContext context, IndexResult? index, string word)
    {
        if (index?.Value is null)
        {
            return "";
        }

        var finding = context is { IsDistrict: true, Short: false } ? context.Period.IndexFindings.ElementAtOrDefault((int)index.Key) : null;
        var place = index.Place is { } p ? $"，列第{Numerals.Count(p)}名" : "";
        return string.IsNullOrEmpty(finding) ? $"五大指数中{index.Key.Title()}{word}，为{Numerals.Score(index.Value)}分{place}。" : finding;
    }

    private static IEnumerable<UnionResult> Rising(BriefContext context) => context.IsDistrict
        ? context.Period.Risers
        : Below(context).Where(u => u.Change?.Comparable > 0m).OrderByDescending(u => u.Change!.Comparable).ThenBy(u => u.Code, StringComparer.Ordinal);

    private static IEnumerable<UnionResult> Falling(BriefContext context) => context.IsDistrict
        ? context.Period.Fallers
        : Below(context).Where(u => u.Change?.Comparable < 0m).OrderBy(u => u.Change!.Comparable).ThenBy(u => u.Code, StringComparer.Ordinal);

    private static IEnumerable<UnionResult> Below(BriefContext context) =>
        context.Period.Unions.Where(u => u.Ranking.Place is not null && string.Equals(u.Organisation.Parent, context.Subject.Code, StringComparison.Ordinal));

    private static int Names(BriefContext context) => context.Short ? 2 : 3;

    private static string Movers(IEnumerable<UnionResult> movers, string opening, int most)
    {
        var words = movers.Where(m => m.Change?.Comparable is not null).Take(most).Select(m => $"{m.Name}（{Numerals.Movement(m.Change!.Comparable)}）").ToArray();
        return words.Length == 0 ? "" : opening + string.Join("、", words) + "。";
    }

    private static string Join(params ReadOnlySpan<string> sentences) => string.Concat(sentences);
}
