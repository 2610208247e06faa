using AgencyRoi.Access.Permissions;

namespace AgencyRoi.Access;

/// <summary>The policies that <c>[Authorize]</c> names on fields of the staff's schema. A field that is refused is null, with the code FORBIDDEN.</summary>
internal static class Policies
{
    /// <summary>For owners only.</summary>
    public const string Owner = nameof(Owner);

    /// <summary>For tokens that are not restricted to clients.</summary>
    public const string WholeAgency = nameof(WholeAgency);

    public static bool IsMet(Viewer viewer, AuthorizeAttribute asked) =>
        asked.Policy switch
        {
            Owner => viewer.May(Permission.ManageTokens),
            WholeAgency => viewer is { IsStaff: true, Clients.IsAll: true },
            _ => throw new InvalidOperationException($"There is no policy {asked.Policy}."),
        };
}
