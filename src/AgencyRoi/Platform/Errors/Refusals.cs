namespace AgencyRoi.Platform.Errors;

/// <summary>Turns errors into a mutation's answer. The operation then rolls its write back.</summary>
internal static class Refusals
{
    public static FieldResult<T> Refuse<T>(this IUserError error) => new(errors: [error]);

    public static FieldResult<T> Refuse<T>(this InputChecks checks) => new(errors: [.. checks.Errors]);
}
