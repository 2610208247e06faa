using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Binding.Mutations;

// Conversions cannot be written over a list of type parameters, so each number of error types has its own struct, as in HotChocolate.

/// <summary>A mutation's value, or an error of the listed type. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError> : IFieldResult
    where TError : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError>(TResult value) => new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError>(TError error) => new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError>(object[] errors) => new(new FieldResult<TResult>(errors));
}

/// <summary>A mutation's value, or errors of the 2 listed types. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError1, TError2> : IFieldResult
    where TError1 : class
    where TError2 : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError1, TError2>(TResult value) => new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError1, TError2>(TError1 error) => new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2>(TError2 error) => new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(object[] errors) => new(new FieldResult<TResult>(errors));
}

/// <summary>A mutation's value, or errors of the 3 listed types. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError1, TError2, TError3> : IFieldResult
    where TError1 : class
    where TError2 : class
    where TError3 : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TResult value) => new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError1 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError2 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(TError3 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3>(object[] errors) =>
        new(new FieldResult<TResult>(errors));
}

/// <summary>A mutation's value, or errors of the 4 listed types. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError1, TError2, TError3, TError4> : IFieldResult
    where TError1 : class
    where TError2 : class
    where TError3 : class
    where TError4 : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(TResult value) =>
        new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(TError1 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(TError2 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(TError3 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(TError4 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4>(object[] errors) =>
        new(new FieldResult<TResult>(errors));
}

/// <summary>A mutation's value, or errors of the 5 listed types. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError1, TError2, TError3, TError4, TError5> : IFieldResult
    where TError1 : class
    where TError2 : class
    where TError3 : class
    where TError4 : class
    where TError5 : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TResult value) =>
        new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TError1 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TError2 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TError3 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TError4 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(TError5 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5>(object[] errors) =>
        new(new FieldResult<TResult>(errors));
}

/// <summary>A mutation's value, or errors of the 6 listed types. Both convert by themselves; <c>[Error&lt;T&gt;]</c> is not needed for them.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "FieldResult&lt;TResult&gt; is the named alternative.")]
public readonly struct FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6> : IFieldResult
    where TError1 : class
    where TError2 : class
    where TError3 : class
    where TError4 : class
    where TError5 : class
    where TError6 : class
{
    private readonly FieldResult<TResult> result;

    private FieldResult(FieldResult<TResult> result) => this.result = result;

    public TResult? Value => result.Value;
    public bool IsError => result.IsError;
    public IReadOnlyList<object> Errors => result.Errors;

    object? IFieldResult.Value => result.Value;

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TResult value) =>
        new(new FieldResult<TResult>(value));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError1 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError2 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError3 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError4 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError5 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(TError6 error) =>
        new(new FieldResult<TResult>(errors: [error]));

    /// <summary>Several errors at once.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2, TError3, TError4, TError5, TError6>(object[] errors) =>
        new(new FieldResult<TResult>(errors));
}
