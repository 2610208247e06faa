namespace AgencyRoi.Access;

/// <summary>
/// The policies that <c>[Authorize]</c> names on fields of the staff's schema, besides what the matrix of permissions says of them. A field that is refused is null, with
/// the code FORBIDDEN.
/// </summary>
internal static class Policies
{
    /// <summary>For tokens that are not restricted to clients.</summary>
    public const string WholeAgency = nameof(WholeAgency);

    public static bool IsMet(Viewer viewer, AuthorizeAttribute asked) =>
        asked.Policy switch
        {
            WholeAgency => viewer is { IsStaff: true, Clients.IsAll: true },
            _ => throw new InvalidOperationException($"There is no policy {asked.Policy}."),
        };
}
