using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>The agency's own account: one client of kind HOUSE, in the agency's currency and time zone.</summary>
internal static class HouseClient
{
    private const string Insert = """
        insert into app.clients
          (tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, data_origin, created_at, updated_at)
        values ($1, $2, 'HOUSE', $3, 'PROFESSIONAL_SERVICES', 'B2B', 'SMALL', $4, $5, 'ENTERED', $6, $6)
        on conflict (tenant_id) where kind = 'HOUSE' do nothing
        """;

    /// <summary>Its id; it is made unless it is there. Two writers at the same moment make one.</summary>
    public static async Task<ClientId> EnsureAsync(DatabaseSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agency = session.Scope.Tenant;
        var id = new ClientId(Guid.CreateVersion7(now));
        await using var command = session.Command(Insert).With(agency.Id, id, agency.Name, agency.CurrencyCode, agency.TimeZone, now);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            return await session
                .Db.Set<Client>()
                .Where(client => client.Kind == ClientKind.House)
                .Select(client => client.Id)
                .SingleAsync(cancellationToken);
        await LedgerWriter.OpenAsync(session, id, cancellationToken);
        return id;
    }
}
