using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>For the binder: one parent's result, whatever its type.</summary>
internal interface IResolverResult
{
    object? Value { get; }
    GraphQLError? Error { get; }
}

/// <summary>One parent's result of a batch resolver: a value, or an error of that parent alone.</summary>
public readonly struct ResolverResult<T> : IResolverResult
{
    internal ResolverResult(T? value, GraphQLError? error) => (Value, Error) = (value, error);

    public T? Value { get; }
    public GraphQLError? Error { get; }

    object? IResolverResult.Value => Value;

    public static implicit operator ResolverResult<T>(T value) => ResolverResult.Ok(value);
}

/// <summary>Makes the items of a batch resolver's list.</summary>
public static class ResolverResult
{
    public static ResolverResult<T> Ok<T>(T value) => new(value, null);

    public static ResolverResult<T> Fail<T>(string message, string? code = null) => new(default, new GraphQLError(message) { Code = code });
}
