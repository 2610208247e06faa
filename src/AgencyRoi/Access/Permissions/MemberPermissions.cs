using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.Access.Permissions;

/// <summary>Enforces the matrix: the engine asks here before it resolves a field of the staff's schema that is guarded, or that names something guarded.</summary>
internal static class MemberPermissions
{
    public static MemberGuard Guard { get; } =
        new()
        {
            IsGuarded = static coordinate => PermissionMatrix.Of(coordinate) is not null,
            MayUse = static (services, coordinate) =>
                PermissionMatrix.Of(coordinate) is not { } permission || services.GetRequiredService<Viewer>().May(permission),
        };
}
