namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// A sparse table by glyph id（按字形缓存）: 256 pages of 256, made when touched. Reading needs no lock; two threads that make
/// the same value make equal values, and one of them stays.
/// </summary>
internal sealed class GlyphCache<T>
    where T : class
{
    private readonly T?[]?[] _pages = new T?[256][];

    public T GetOrAdd<TState>(ushort glyph, TState state, Func<ushort, TState, T> make)
    {
        ref var page = ref _pages[glyph >> 8];
        var entries = Volatile.Read(ref page);
        if (entries is null)
        {
            entries = new T?[256];
            entries = Interlocked.CompareExchange(ref page, entries, null) ?? entries;
        }

        ref var slot = ref entries[glyph & 0xFF];
        var value = Volatile.Read(ref slot);
        if (value is not null)
            return value;
        value = make(glyph, state);
        return Interlocked.CompareExchange(ref slot, value, null) ?? value;
    }
}
