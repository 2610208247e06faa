using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// A total order of rows, taken from a query's own <c>OrderBy</c> calls and completed by the key, and the seek for "the rows after this one".
/// Seeking by key costs the same on every page, and rows that come or go in between are neither repeated nor skipped.
/// </summary>
internal sealed class KeysetOrder<T>
{
    private static readonly BoundedCache<string, Func<T, object?>> Readers = new($"readers of {typeof(T).Name}", maxEntries: 250);

    private readonly IReadOnlyList<KeysetKey> keys;

    // Most pages are shown without a cursor.
    private readonly Lazy<byte[]> binding;

    public KeysetOrder(IReadOnlyList<KeysetKey> keys, string scope)
    {
        this.keys = keys;
        binding = new(() => Cursor.Bind(string.Join(", ", keys.Select(key => key.Text)), scope), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The keys of an order that is known, completed as a query's own is.</summary>
    public static IReadOnlyList<KeysetKey> KeysOf(SortDefinition<T> order) =>
        Complete([.. order.Operations.Select(operation => new KeysetKey(operation.Key, operation.Ascending))], uniqueKey: null);

    /// <summary>Takes the order off a query. <paramref name="uniqueKey"/> completes it; by default the property Id.</summary>
    public static (IQueryable<T> Unordered, KeysetOrder<T> Order) Split(IQueryable<T> source, LambdaExpression? uniqueKey, string scope)
    {
        var (unordered, keys) = OrderingStripper.Strip<T>(source.Expression);
        return (source.Provider.CreateQuery<T>(unordered), new KeysetOrder<T>(Complete(keys, uniqueKey), scope));
    }

    /// <summary>Ends with the unique key, after which nothing can tie.</summary>
    private static List<KeysetKey> Complete(List<KeysetKey> keys, LambdaExpression? uniqueKey)
    {
        var unique = uniqueKey ?? IdOf();
        if (unique is null && keys.Count == 0)
            throw new InvalidOperationException(
                $"Pages of {typeof(T)} need an order: it has no property Id, and the query has no OrderBy."
            );
        var end = unique is null ? -1 : keys.FindIndex(key => IsSame(key.Selector, unique));
        if (end >= 0)
            keys.RemoveRange(end + 1, keys.Count - end - 1);
        else if (unique is not null)
            keys.Add(new KeysetKey(unique, ascending: true));
        return keys;
    }

    /// <summary>Whether all keys are made of the row's own members, so that they can be read from a row that was loaded.</summary>
    public bool IsReadable => keys.All(key => OwnMembers.Suffice(key.Selector.Body));

    /// <summary>The selector with the properties that cursors are made of, and others that the caller reads; null when rows have to be read whole for them.</summary>
    public Expression<Func<T, T>>? Complete(Expression<Func<T, T>> selector, params ReadOnlySpan<LambdaExpression> others)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var other in others)
        {
            if (!ReadProperties.Gather(other, names))
                return null;
        }
        return IsReadable && keys.All(key => ReadProperties.Gather(key.Selector, names)) ? RowSelector<T>.With(selector, names) : null;
    }

    /// <summary>The keys of a row as one expression, for orders over related rows that are not loaded with it.</summary>
    public Expression<Func<T, KeyedRow<T>>> WithKeys()
    {
        var row = Expression.Parameter(typeof(T), "row");
        var values = keys.Select(key => (Expression)Expression.Convert(Body(key, row), typeof(object)));
        var made = Expression.MemberInit(
            Expression.New(typeof(KeyedRow<T>)),
            Expression.Bind(typeof(KeyedRow<T>).GetProperty(nameof(KeyedRow<T>.Row))!, row),
            Expression.Bind(typeof(KeyedRow<T>).GetProperty(nameof(KeyedRow<T>.Keys))!, Expression.NewArrayInit(typeof(object), values))
        );
        return Expression.Lambda<Func<T, KeyedRow<T>>>(made, row);
    }

    public string CursorOf(T row) => CursorOf([.. keys.Select(key => ReaderOf(key)(row))]);

    public string CursorOf(object?[] values) => Cursor.Write(binding.Value, values);

    /// <inheritdoc cref="Ordering.Apply"/>
    public Expression Apply(Expression rows, bool backward, Type operators) => Ordering.Apply<T>(rows, keys, backward, operators);

    /// <summary>The rows between the cursors; null when there are none.</summary>
    public Expression<Func<T, bool>>? Between(string? after, string? before)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var bounds = new List<Expression>();
        if (after is not null)
            bounds.Add(Seek(row, Read(after), backward: false));
        if (before is not null)
            bounds.Add(Seek(row, Read(before), backward: true));
        return bounds.Count == 0 ? null : Expression.Lambda<Func<T, bool>>(bounds.Aggregate(Expression.AndAlso), row);
    }

    private object?[] Read(string cursor)
    {
        var values = Cursor.Read(cursor, binding.Value, [.. keys.Select(key => key.Type)]);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && !keys[i].IsNullable)
                throw Cursor.Refuse();
        }
        return values;
    }

    /// <summary>After the first key's value, or equal to it and after the second's, and so on.</summary>
    private Expression Seek(ParameterExpression row, object?[] values, bool backward)
    {
        Expression? seek = null;
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var key = Body(keys[i], row);
            var beyond = keys[i].Beyond(key, values[i], backward);
            var tied = seek is null ? null : Expression.AndAlso(keys[i].EqualTo(key, values[i]), seek);
            seek = (beyond, tied) switch
            {
                (null, null) => Expression.Constant(false),
                (null, _) => tied,
                (_, null) => beyond,
                _ => Expression.OrElse(beyond, tied),
            };
        }
        var first = keys.Count > 1 ? keys[0].NotBefore(Body(keys[0], row), values[0], backward) : null;
        return first is null ? seek! : Expression.AndAlso(first, seek!);
    }

    private static Expression Body(KeysetKey key, ParameterExpression row) =>
        new ReplaceParameter(key.Selector.Parameters[0], row).Visit(key.Selector.Body);

    /// <summary>Compiling costs far more than reading, so what holds no values of a request is compiled once.</summary>
    private static Func<T, object?> ReaderOf(KeysetKey key) =>
        OwnMembers.AreAll(key.Selector.Body)
            ? Readers.GetOrAdd(key.Selector.ToString(), _ => key.Reader<T>(preferInterpretation: false))
            : key.Reader<T>(preferInterpretation: true);

    private static LambdaExpression? IdOf()
    {
        if (typeof(T).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance) is not { } id)
            return null;
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda(Expression.Property(row, id), row);
    }

    private static bool IsSame(LambdaExpression one, LambdaExpression other) =>
        one.Body is MemberExpression { Expression: ParameterExpression } first
        && other.Body is MemberExpression { Expression: ParameterExpression } second
        && first.Member.Name == second.Member.Name;
}

/// <summary>A row with the values of its order's keys, read by the same statement.</summary>
internal sealed class KeyedRow<T>
{
    public required T Row { get; init; }
    public required object?[] Keys { get; init; }
}
