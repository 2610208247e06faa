using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Reads and checks one field's paging arguments, and pages what its method did not page itself.</summary>
internal abstract class Pager(int defaultPageSize, int maxPageSize, bool includeTotalCount)
{
    public int DefaultPageSize { get; } = defaultPageSize;
    public int MaxPageSize { get; } = maxPageSize;
    public bool IncludeTotalCount { get; } = includeTotalCount;

    public abstract ValueTask<object?> ToConnectionAsync(IFieldContext context, object value);

    public PagingArguments Read(IFieldContext context)
    {
        var first = Argument<int?>(context, "first");
        var last = Argument<int?>(context, "last");
        if (first is not null && last is not null)
            throw Refuse("Give either `first` or `last`, not both.");
        Check("first", first);
        Check("last", last);
        return new PagingArguments(
            last is null ? first ?? DefaultPageSize : null,
            Argument<string?>(context, "after"),
            last,
            Argument<string?>(context, "before")
        )
        {
            IncludeTotalCount = IncludeTotalCount && context.IsSelected("totalCount"),
            IncludeCursors = context.IsSelected("edges") || context.IsSelected("pageInfo"),
            Scope = ScopeOf(context),
        };
    }

    private void Check(string name, int? size)
    {
        if (size < 0)
            throw Refuse($"`{name}` cannot be negative.");
        if (size > MaxPageSize)
            throw PageErrors.TooLarge($"`{name}` is larger than a page, which has at most {MaxPageSize} items.");
    }

    private static GraphQLException Refuse(string message) => new(message, ErrorCodes.BadInput);

    private static T? Argument<T>(IFieldContext context, string name) =>
        context.Arguments.TryGetValue(name, out var value) ? (T?)value : default;

    /// <summary>The field and its other arguments: a cursor means something only together with them.</summary>
    private static string ScopeOf(IFieldContext context)
    {
        Dictionary<string, object?>? others = null;
        foreach (var argument in context.Field.Arguments)
        {
            if (!IsPagingArgument(argument.Name) && context.Arguments.TryGetValue(argument.Name, out var value))
                (others ??= []).Add(argument.Name, value);
        }
        return others is null ? context.Field.Name : context.Field.Name + JsonSerializer.Serialize(others);
    }

    private static bool IsPagingArgument(string name) => name is "first" or "after" or "last" or "before";
}

internal sealed class Pager<T>(int defaultPageSize, int maxPageSize, bool includeTotalCount)
    : Pager(defaultPageSize, maxPageSize, includeTotalCount)
{
    public override async ValueTask<object?> ToConnectionAsync(IFieldContext context, object value) =>
        value switch
        {
            Connection<T> connection => connection,
            Page<T> page => page.ToConnection(),
            IQueryable<T> query => (await query.ToPageAsync(Read(context), context.CancellationToken).ConfigureAwait(false)).ToConnection(),
            KeyedList<T> list => list.ToConnection(Read(context)),
            _ => throw new InvalidOperationException($"The paged field {context.Field.Name} returned {value.GetType()}."),
        };
}
