using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site;

/// <summary>
/// A block that is the same on many pages（共用组件）: head, navigation, colophon. It knows nothing but its parameters, so it
/// is written once for each set of
/// them and then stands on every page that gives the same: texts and values that are equal, things that are one and the
/// same.
/// </summary>
public abstract class SharedBlock : Block
{
    /// <summary>The site.</summary>
    [Parameter, EditorRequired]
    public SiteModel Site { get; set; } = null!;

    /// <summary>The way up to the root.</summary>
    [Parameter, EditorRequired]
    public string Root { get; set; } = "";

    /// <summary>Relative address of a page or file.</summary>
    protected string To(string path) => Root + path;

    /// <summary>A block and what it was given, in order.</summary>
    internal readonly record struct Key(Type Block, object? First, object? Second, object? Third, object? Fourth)
    {
        internal sealed class Same : IEqualityComparer<Key>
        {
            public bool Equals(Key x, Key y) =>
                x.Block == y.Block
                && Equal(x.First, y.First)
                && Equal(x.Second, y.Second)
                && Equal(x.Third, y.Third)
                && Equal(x.Fourth, y.Fourth);

            public int GetHashCode([DisallowNull] Key key) =>
                HashCode.Combine(key.Block, Hash(key.First), Hash(key.Second), Hash(key.Third), Hash(key.Fourth));

            // A record of the edition would compare all it holds.
            private static bool Equal(object? a, object? b) =>
                a is string or ValueType ? a.Equals(b) : ReferenceEquals(a, b);

            private static int Hash(object? a) =>
                a is string or ValueType ? a.GetHashCode() : RuntimeHelpers.GetHashCode(a);
        }
    }
}
