namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>For the binder: an error that a mutation may answer with.</summary>
internal interface IErrorAttribute
{
    Type ErrorType { get; }
}

/// <summary>
/// A domain error of a mutation: an error type (returned in a <see cref="FieldResult{T}"/>, or made from an exception by a static <c>CreateErrorFrom</c>
/// or a constructor that takes it), or an exception type, shown as <c>XError</c> with its own public properties.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute, IErrorAttribute
{
    public Type ErrorType => typeof(T);
}

/// <summary>Changes the name that the mutation conventions give to the payload's field for the result.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    public string? PayloadFieldName { get; set; }
}
