using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// How a value of a type goes into a key: compiled once from the fields of the type, those of its bases included.
/// </summary>
internal static class KeyWalk<T>
{
    /// <summary>Puts a value into a sink.</summary>
    public static readonly Action<T, KeySink> Of = (Action<T, KeySink>)KeyWalks.Make(typeof(T));
}

/// <summary>Makes the walks（逐字段成键）.</summary>
internal static class KeyWalks
{
    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly ConcurrentDictionary<Type, Action<object, KeySink>> Whole = new();

    /// <summary>An <c>Action&lt;type, KeySink&gt;</c>.</summary>
    /// <exception cref="NotSupportedException">A value of this type may change or cannot be told.</exception>
    public static Delegate Make(Type type)
    {
        if (type == typeof(string))
            return (Action<string?, KeySink>)((text, sink) => sink.Add(text));
        if (
            type == typeof(bool)
            || type == typeof(byte)
            || type == typeof(int)
            || type == typeof(double)
            || type == typeof(DateOnly)
            || type.IsEnum
        )
            return Generic(nameof(Plain), type);
        if (type == typeof(ImmutableArray<byte>))
            return (Action<ImmutableArray<byte>, KeySink>)Bytes;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Generic(nameof(Many), type.GetGenericArguments()[0]);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Generic(nameof(Maybe), value);
        if (
            type.Namespace?.StartsWith(nameof(FuGongJianJia), StringComparison.Ordinal) != true
            || typeof(Delegate).IsAssignableFrom(type)
            || type.IsInterface
        )
            throw new NotSupportedException($"A document must not hold a {type}: its key could not tell what it is.");
        return type.IsAbstract ? Generic(nameof(Any), type)
            : type.IsSealed ? Record(type)
            : throw new NotSupportedException($"{type} should be sealed or abstract: its key must know all of it.");
    }

    private static Delegate Generic(string method, Type argument) =>
        typeof(KeyWalks)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(argument)
            .CreateDelegate(typeof(Action<,>).MakeGenericType(Shape(method, argument), typeof(KeySink)));

    private static Type Shape(string method, Type argument) =>
        method switch
        {
            nameof(Many) => typeof(ImmutableArray<>).MakeGenericType(argument),
            nameof(Maybe) => typeof(Nullable<>).MakeGenericType(argument),
            _ => argument,
        };

    private static void Plain<T>(T value, KeySink sink)
        where T : unmanaged => sink.Add(value);

    private static void Bytes(ImmutableArray<byte> bytes, KeySink sink) => sink.Add(bytes.AsSpan());

    private static void Many<T>(ImmutableArray<T> items, KeySink sink)
    {
        sink.Add(items.IsDefault ? -1 : items.Length);
        foreach (var item in items.AsSpan())
            KeyWalk<T>.Of(item, sink);
    }

    private static void Maybe<T>(T? value, KeySink sink)
        where T : struct
    {
        sink.Add(value.HasValue);
        if (value.HasValue)
            KeyWalk<T>.Of(value.Value, sink);
    }

    // One of several kinds of block, inline or mark: its name, then all of it.
    private static void Any<T>(T value, KeySink sink)
        where T : class
    {
        if (value is null)
        {
            sink.Add(-1);
            return;
        }

        sink.Add(value.GetType().Name);
        Whole.GetOrAdd(value.GetType(), WholeOf)(value, sink);
    }

    private static Action<object, KeySink> WholeOf(Type type)
    {
        var (value, sink) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(KeySink)));
        return Expression
            .Lambda<Action<object, KeySink>>(Walk(type, Expression.Convert(value, type), sink), value, sink)
            .Compile();
    }

    private static Delegate Record(Type type)
    {
        var (value, sink) = (Expression.Parameter(type), Expression.Parameter(typeof(KeySink)));
        var add = typeof(KeySink)
            .GetMethods()
            .Single(m => m is { Name: nameof(KeySink.Add), IsGenericMethod: true })
            .MakeGenericMethod(typeof(bool));
        var steps = FieldsOf(type).Select(field => Walk(field.FieldType, Expression.Field(value, field), sink));
        Expression fields = Expression.Block(typeof(void), steps.Cast<Expression>().DefaultIfEmpty(Expression.Empty()));
        if (!type.IsValueType)
        {
            var isNull = Expression.ReferenceEqual(value, Expression.Constant(null, type));
            fields = Expression.Block(
                typeof(void),
                Expression.Call(sink, add, isNull),
                Expression.IfThen(Expression.Not(isNull), fields)
            );
        }

        return Expression
            .Lambda(typeof(Action<,>).MakeGenericType(type, typeof(KeySink)), fields, value, sink)
            .Compile();
    }

    // The walk of a field's type is looked up when it runs: types hold one another in circles.
    private static InvocationExpression Walk(Type type, Expression value, ParameterExpression sink) =>
        Expression.Invoke(
            Expression.Field(null, typeof(KeyWalk<>).MakeGenericType(type), nameof(KeyWalk<>.Of)),
            value,
            sink
        );

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (
            var level = type;
            level is not null && level != typeof(object) && level != typeof(ValueType);
            level = level.BaseType
        )
        {
            foreach (var field in level.GetFields(Fields).OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                yield return field.IsInitOnly
                    ? field
                    : throw new NotSupportedException($"{type}.{field.Name} may change: it cannot be part of a key.");
            }
        }
    }
}
