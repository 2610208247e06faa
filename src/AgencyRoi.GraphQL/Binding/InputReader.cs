namespace AgencyRoi.GraphQL.Binding;

/// <summary>What compiled resolvers and input objects call to get a coerced value as the .NET type they declare.</summary>
internal static class InputReader
{
    public static T Read<T>(IReadOnlyDictionary<string, object?> values, string name, Func<object?, object?>? convert, T absent) =>
        values.TryGetValue(name, out var value) ? (T)(convert is null ? value : convert(value))! : absent;

    public static IReadOnlyDictionary<string, object?> Within(IReadOnlyDictionary<string, object?> values, string name) =>
        (IReadOnlyDictionary<string, object?>)values[name]!;
}
