using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The result of stating a fact.</summary>
internal enum FactChange
{
    /// <summary>Its reference was new.</summary>
    Created,

    /// <summary>Its reference was known with another content: a new revision.</summary>
    Updated,

    /// <summary>It says what was known already.</summary>
    Unchanged,

    /// <summary>It was not stored; the error says why.</summary>
    Refused,
}

/// <summary>A stated fact and what became of it.</summary>
internal readonly record struct FactResult<T>(FactChange Change, T? Fact, IUserError? Error)
    where T : class
{
    /// <summary>The doubts about a fact that was stored.</summary>
    public FactDoubt? Doubt { get; init; }

    public static FactResult<T> Refused(IUserError error) => new(FactChange.Refused, null, error);

    /// <summary>For a mutation, where a refusal rolls the write back.</summary>
    public FieldResult<T> AsFieldResult() => Error is { } error ? error.Refuse<T>() : Fact!;
}

internal static class FactReference
{
    /// <summary>The external reference of a fact that came without one.</summary>
    public static string New(DateTimeOffset now) => $"api:{Guid.CreateVersion7(now)}";
}
