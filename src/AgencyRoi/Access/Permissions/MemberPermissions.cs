using System.Collections.Frozen;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Access.Permissions;

/// <summary>
/// Enforces the matrix: the engine asks here before it resolves a field of the staff's schema that is guarded, or that names something guarded. What the matrix has no
/// line for is open, but for what an entity leads to: a mutation shows the entity that it wrote to somebody who may read nothing else.
/// </summary>
internal static class MemberPermissions
{
    public static MemberGuard GuardOf(Schema schema)
    {
        var beyond = BeyondEntities(schema).ToFrozenSet();
        return new()
        {
            IsGuarded = coordinate => Of(coordinate) is not null,
            MayUse = (services, coordinate) =>
                Of(coordinate) is not { } permission || services.GetRequiredService<Viewer>().May(permission),
        };

        Permission? Of(string coordinate) => PermissionMatrix.Of(coordinate) ?? (beyond.Contains(coordinate) ? Permission.ReadData : null);
    }

    /// <summary>The fields of entities that lead on: to other entities, lists and reports. An amount of money is a value as a text or a day is.</summary>
    public static IEnumerable<string> BeyondEntities(Schema schema) =>
        from type in schema.Types.OfType<ObjectType>()
        where type.Interfaces.Any(implemented => implemented.Name == "Node")
        from field in type.Fields
        where field.Type.Unwrapped is ComplexType { Name: not nameof(Money) } or UnionType
        select $"{type.Name}.{field.Name}";
}
