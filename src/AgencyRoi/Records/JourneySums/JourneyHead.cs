using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.JourneySums;

/// <summary>How a client's journeys are summed.</summary>
/// <param name="Terms">The terms that the sums were made by; empty: none were made yet.</param>
/// <param name="GatheredBefore">Journeys without conversion that became too old before it stand by month, later ones by day.</param>
internal sealed record JourneyHead(string Terms, DateOnly GatheredBefore)
{
    private const string Insert = """
        insert into app.journey_heads (tenant_id, client_id, terms, gathered_before)
        select $1, c.id, '', $3 from app.clients c where c.tenant_id = $1 and c.id = $2
        on conflict on constraint journey_heads_key do nothing
        """;

    private const string Lock = """
        select terms, gathered_before from app.journey_heads where tenant_id = $1 and client_id = $2 for update
        """;

    private const string Update = "update app.journey_heads set terms = $3, gathered_before = $4 where tenant_id = $1 and client_id = $2";

    /// <summary>From here on changes of the client's journeys are noted.</summary>
    public static async Task BeginAsync(DatabaseSession session, ClientId client, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Insert)
            .With(session.TenantId, session.Visible(client), IntervalBuckets.StartOf(today, TimeInterval.Month));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits while another process is at work on it. Null: it is not there.</summary>
    public static async Task<JourneyHead?> LockAsync(DatabaseSession session, ClientId client, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Lock).With(session.TenantId, session.Visible(client));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetString(0), reader.GetFieldValue<DateOnly>(1)) : null;
    }

    public async Task WriteAsync(DatabaseSession session, ClientId client, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Update).With(session.TenantId, session.Visible(client), Terms, GatheredBefore);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
