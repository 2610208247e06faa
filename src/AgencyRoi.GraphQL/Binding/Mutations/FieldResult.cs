using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>A mutation's result, whatever its types: a value, or errors as values.</summary>
internal interface IFieldResult
{
    bool IsError { get; }
    object? Value { get; }
    IReadOnlyList<object> Errors { get; }
}

/// <summary>A mutation's value, or the errors for which nothing was changed; their types are listed with <see cref="ErrorAttribute{T}"/>.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternatives.")]
public readonly struct FieldResult<TResult> : IFieldResult
{
    private readonly object[]? errors;

    public FieldResult(TResult value) => Value = value;

    /// <param name="errors">At least one object of a listed error type.</param>
    public FieldResult(params object[] errors)
    {
        if (errors.Length == 0)
            throw new ArgumentException("A failed result names at least one error.", nameof(errors));
        this.errors = errors;
    }

    public TResult? Value { get; }
    public bool IsError => errors is not null;
    public IReadOnlyList<object> Errors => errors ?? [];

    object? IFieldResult.Value => Value;

    public static implicit operator FieldResult<TResult>(TResult value) => new(value);
}
