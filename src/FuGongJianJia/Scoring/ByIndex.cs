using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>One value for each of the five indexes（按指数）; <c>default</c> holds <c>default</c> for each.</summary>
/// <typeparam name="T">What is held.</typeparam>
public readonly struct ByIndex<T>
{
    private readonly ImmutableArray<T> _values;

    internal ByIndex(Func<IndexKey, T> value) => _values = ImmutableArray.CreateRange(Vocabulary.Indexes, value);

    /// <summary>The value of an index.</summary>
    public T? this[IndexKey key] => _values.IsDefault ? default : _values[(int)key];
}
