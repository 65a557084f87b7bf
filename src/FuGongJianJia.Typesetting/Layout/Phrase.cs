using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// Inlines in order（一段文字）: the content of a paragraph, a caption, a cell.
/// A string converts to it, and a collection expression of strings and inlines builds it.
/// </summary>
[CollectionBuilder(typeof(Phrase), nameof(Create))]
public readonly record struct Phrase : IEnumerable<Inline>
{
    private readonly ImmutableArray<Inline> _inlines;

    /// <summary>Makes a phrase.</summary>
    public Phrase(ImmutableArray<Inline> inlines) => _inlines = inlines;

    /// <summary>Nothing.</summary>
    public static Phrase Empty => default;

    /// <summary>Inlines in order.</summary>
    public ImmutableArray<Inline> Inlines => _inlines.IsDefault ? [] : _inlines;

    /// <summary>True when nothing would be printed.</summary>
    public bool IsEmpty => _inlines.IsDefaultOrEmpty || _inlines.All(i => i is Run { Content.Length: 0 });

    /// <summary>A phrase of one run.</summary>
    public static implicit operator Phrase(string? text) => string.IsNullOrEmpty(text) ? default : new([new Run(text)]);

    /// <summary>A phrase of one inline.</summary>
    public static implicit operator Phrase(Inline inline) => new([inline]);

    /// <summary>Builds a phrase from a collection expression.</summary>
    public static Phrase Create(ReadOnlySpan<Inline> inlines) => new([.. inlines]);

    /// <summary>Two phrases, one after the other.</summary>
    public static Phrase operator +(Phrase left, Phrase right) => new([.. left.Inlines, .. right.Inlines]);

    /// <summary>The words alone（纯文字）, for outlines and notices; references and notes are left out.</summary>
    public string PlainText =>
        string.Concat(
            Inlines.Select(i =>
                i switch
                {
                    Run run => run.Content.Replace("\u200B", "", StringComparison.Ordinal).Replace('\n', ' '),
                    Link link => link.Content.PlainText,
                    Spring => "\u3000",
                    _ => "",
                }
            )
        );

    /// <inheritdoc/>
    public IEnumerator<Inline> GetEnumerator() => ((IEnumerable<Inline>)Inlines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Phrase other) => Inlines.AsSpan().SequenceEqual(other.Inlines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var inline in Inlines)
            hash.Add(inline);
        return hash.ToHashCode();
    }
}
