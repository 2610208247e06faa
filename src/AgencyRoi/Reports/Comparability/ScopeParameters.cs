using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Comparability;

/// <summary>The parameters with which every statement over a scope begins: agency, clients, viewpoint, first day, day after the last.</summary>
internal static class ScopeParameters
{
    public static NpgsqlCommand OverScope(this NpgsqlCommand command, DatabaseSession session, SumScope scope) =>
        command.With(session.TenantId, session.Visible(scope.ClientIds), EnumCode.Of(scope.Viewpoint), scope.Period.From, scope.Period.To);
}
