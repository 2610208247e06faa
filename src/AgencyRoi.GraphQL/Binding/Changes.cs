using System.Reflection;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The members of a record that a caller gave, to be put in the place of those that it has; all others stay as they are.</summary>
/// <remarks>A member that cannot be null and was given as null stays as it is; one that can be null becomes null.</remarks>
public sealed class Changes<T>
    where T : class
{
    private static readonly MethodInfo Clone = typeof(T).GetMethod("<Clone>$")!; // the binder refuses what is no record

    private readonly List<(PropertyInfo Property, object? Value)> given;

    internal Changes(List<(PropertyInfo Property, object? Value)> given) => this.given = given;

    /// <summary>A copy of the record with the given members; the record itself stays as it is.</summary>
    public T ApplyTo(T before)
    {
        var after = (T)Clone.Invoke(before, null)!;
        foreach (var (property, value) in given)
            property.SetValue(after, value);
        return after;
    }
}
