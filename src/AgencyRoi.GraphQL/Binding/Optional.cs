using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>For the binder: a value that may be absent, whatever its type.</summary>
internal interface IOptional
{
    bool HasValue { get; }
    object? Value { get; }
}

/// <summary>Separates an input that was not given from one that was given as null: an update changes only what was given.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
public readonly record struct Optional<T>(T? Value) : IOptional
{
    public bool HasValue { get; } = true;
    public bool IsEmpty => !HasValue;

    object? IOptional.Value => Value;

    public static implicit operator Optional<T>(T? value) => new(value);
}
