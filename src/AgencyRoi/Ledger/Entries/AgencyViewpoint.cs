using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Ledger.Entries;

/// <summary>
/// What the agency earns and pays itself is the agency's: cost of hours over hours is what a person is paid. Whoever has no right to its finances, or is
/// restricted to clients, sees the clients' return only, by whatever figure they ask. Facts keep to it by <see cref="AgencyPaid"/>.
/// </summary>
internal static class AgencyViewpoint
{
    /// <exception cref="GraphQLException">The caller may not see it.</exception>
    public static void Check(DatabaseSession session, Viewpoint viewpoint)
    {
        if (!IsOpen(session, viewpoint))
            throw Refused();
    }

    public static bool IsOpen(DatabaseSession session, Viewpoint viewpoint) => viewpoint == Viewpoint.Client || session.Scope.SeesFinances;

    public static GraphQLException Refused() =>
        new(
            "The agency's own return is closed to roles without READ_FINANCES and to whoever is restricted to clients.",
            EnumCode.Of(ErrorCode.Forbidden)
        );
}
