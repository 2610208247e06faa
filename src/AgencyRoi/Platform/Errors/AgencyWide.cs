using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Errors;

/// <summary>Changes to the agency as a whole are closed to tokens that are restricted to some of its clients.</summary>
internal static class AgencyWide
{
    public static ForbiddenError? ErrorFor(DatabaseSession session) =>
        session.Scope.Clients.IsAll
            ? null
            : new ForbiddenError("The token is restricted to clients and cannot change what belongs to the agency.");

    /// <summary>What says something of the agency's finances is closed to roles that may not see them too.</summary>
    public static ForbiddenError? FinancesErrorFor(DatabaseSession session) =>
        session.Scope.SeesFinances
            ? null
            : new ForbiddenError("Hourly rates are closed to roles without READ_FINANCES and to whoever is restricted to clients.");
}
