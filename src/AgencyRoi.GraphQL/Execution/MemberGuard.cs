namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// The host's rule about members of a schema that not every caller may use, by their
/// https://spec.graphql.org/September2025/#sec-Schema-Coordinates: fields of objects (<c>Type.field</c>), input fields (<c>Input.field</c>) and enum values
/// (<c>Enum.VALUE</c>). A field that is refused, for itself or for a member that its arguments name, is null with the code FORBIDDEN, and its resolver does not run.
/// </summary>
public sealed class MemberGuard
{
    /// <summary>Whether there is a caller who may not use the member. Asked once for each member of a schema.</summary>
    public required Func<string, bool> IsGuarded { get; init; }

    /// <summary>Whether the caller of an operation with these services may use the guarded member.</summary>
    public required Func<IServiceProvider, string, bool> MayUse { get; init; }
}
