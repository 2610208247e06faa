using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>What compiled resolvers call to get their parameters.</summary>
internal static class ContextReader
{
    public static T Service<T>(IFieldContext context, bool isRequired)
    {
        var service = context.Services.GetService(typeof(T));
        if (service is null && isRequired)
            throw new InvalidOperationException($"The field {context.Field.Name} needs the service {typeof(T)}, which is not registered.");
        return (T)service!;
    }

    /// <summary>An array that also is asked for as a list: <c>List&lt;T&gt;</c> is made from it by the caller's own conversion.</summary>
    public static ParentList<T> Parents<T>(IBatchResolverContext context)
    {
        var parents = new ParentList<T>(context.Parents.Count);
        foreach (var parent in context.Parents)
            parents.Add((T)parent);
        return parents;
    }
}

/// <summary>The parents of a level, convertible to each of the collections that a batch resolver may ask for.</summary>
internal sealed class ParentList<T>(int capacity) : List<T>(capacity)
{
    public static explicit operator T[](ParentList<T> parents) => [.. parents];
}
