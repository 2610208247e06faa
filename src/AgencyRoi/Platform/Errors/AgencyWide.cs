using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Errors;

/// <summary>Changes to the agency as a whole are closed to tokens that are restricted to some of its clients.</summary>
internal static class AgencyWide
{
    public static ForbiddenError? ErrorFor(DatabaseSession session) =>
        session.Scope.Clients.IsAll
            ? null
            : new ForbiddenError("The token is restricted to clients and cannot change what belongs to the agency.");
}
