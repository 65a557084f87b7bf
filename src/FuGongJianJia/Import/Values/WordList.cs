using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>A closed list（词表）: the words of <see cref="Vocabulary"/> and what offices write instead.</summary>
internal sealed class WordList<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _words = new(StringComparer.Ordinal);

    /// <summary>Every value with its word, and aliases.</summary>
    public WordList(Func<T, string> word, params (string Alias, T Value)[] aliases)
    {
        Words = [.. Enum.GetValues<T>().Select(word)];
        foreach (var value in Enum.GetValues<T>())
        {
            _words[word(value)] = value;
        }

        foreach (var (alias, value) in aliases)
        {
            _words[alias] = value;
        }
    }

    /// <summary>The words a cell may hold, for messages and the dictionary.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Reads a word, in full- or half-width form.</summary>
    public bool TryParse(string text, out T value) =>
        _words.TryGetValue(text, out value) || _words.TryGetValue(ReadingFold.Closed(text), out value);
}
