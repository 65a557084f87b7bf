using System.Collections.Immutable;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>What a brief says（简报的文字）: title, facts by part, notes; nothing of how it is set.</summary>
public sealed record BriefText
{
    private const double Indent = 2;
    private const double Head = 5;
    private const double Number = 3;

    // What the parts after the opening get of the room: what was done least, what is to be mended most.
    private static readonly (BriefPart Part, double Share)[] Shares =
    [
        (BriefPart.Progress, 0.22),
        (BriefPart.Problems, 0.26),
        (BriefPart.Holders, 0.26),
        (BriefPart.Advice, 0.26),
    ];

    /// <summary>标题: what was found; U+3000 between two findings.</summary>
    public required string Title { get; init; }

    /// <summary>副题: of what period and whom.</summary>
    public required string Subtitle { get; init; }

    /// <summary>按语, paragraph by paragraph; empty when nobody wrote one.</summary>
    public ImmutableArray<string> Remark { get; init; } = [];

    /// <summary>Facts in the order in which they are told.</summary>
    public required ImmutableArray<BriefFact> Facts { get; init; }

    /// <summary>注.</summary>
    public required string Note { get; init; }

    /// <summary>Paragraphs of a part: what opens and what was done is one, of the others each fact is one.</summary>
    public ImmutableArray<string> Of(BriefPart part)
    {
        var facts = Facts.Where(f => f.Part == part).ToList();
        return facts.Count == 0 ? []
            : part is BriefPart.Opening or BriefPart.Progress
                ? [facts[0].Text + string.Concat(facts.Skip(1).Select(f => f.Joint + f.Text)) + "。"]
            : [.. facts.Select(f => f.Text + "。")];
    }

    /// <summary>True when every part that the whole text has still has something to tell.</summary>
    public bool Keeps(BriefText whole) => whole.Facts.All(f => Facts.Any(g => g.Part == f.Part));

    /// <summary>
    /// As much of it as there is room for: from the part that takes most beyond its share the lightest fact is left
    /// out, of equals the last; a fact is never shortened, and what the first paragraph answers stays.
    /// </summary>
    /// <param name="lines">Lines of text.</param>
    /// <param name="characters">Characters of a line.</param>
    public BriefText Within(int lines, int characters)
    {
        var text = this;
        while (text.Lines(characters) > lines && text.Lightest(lines, characters) is { } fact)
        {
            text = text with { Facts = text.Facts.Remove(fact) };
        }

        return text;
    }

    private BriefFact? Lightest(int lines, int characters)
    {
        var room = lines - Lines(BriefPart.Opening, characters);
        // No part is given up while another still has two facts, or the opening one that it can do without.
        var parts = Shares.OrderByDescending(s => Lines(s.Part, characters) - (s.Share * room)).ToList();
        return parts
                .Where(s => Facts.Count(f => f.Part == s.Part) > 1)
                .Select(s => Removable(s.Part))
                .FirstOrDefault(f => f is not null)
            ?? Removable(BriefPart.Opening)
            ?? parts.Select(s => Removable(s.Part)).FirstOrDefault(f => f is not null);
    }

    private BriefFact? Removable(BriefPart part) =>
        Facts
            .Where(f => f.Part == part && (part != BriefPart.Opening || f.Weight < Weights.Answer - 1))
            .Reverse()
            .MinBy(f => f.Weight);

    private int Lines(int characters) =>
        Remark.Sum(r => Count(r, characters, 0)) + Enum.GetValues<BriefPart>().Sum(part => Lines(part, characters));

    private int Lines(BriefPart part, int characters) =>
        Of(part)
            .Select(
                (p, n) =>
                    Count(
                        p,
                        characters,
                        part == BriefPart.Opening ? 0
                            : n == 0 ? Head
                            : Number
                    )
            )
            .Sum();

    // A character of two columns is one; figures and Latin letters are half of one.
    private static int Count(string paragraph, int characters, double before) =>
        (int)Math.Ceiling((Indent + before + paragraph.Sum(c => c < 0x2000 ? 0.5 : 1)) / characters);
}
