using AgencyRoi.Platform.Database;
using NpgsqlTypes;

namespace AgencyRoi.Reports.Periods;

/// <summary>Events of publishing are only ever added, in their order, under the lock of the client's ledger.</summary>
internal static class PeriodPublishing
{
    private const string Insert = """
        insert into app.period_publications (tenant_id, client_id, month, number, published_at, published_by, edition)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /// <param name="edition">Null: the month is taken back.</param>
    /// <returns>The month as it is now.</returns>
    public static async Task<ClientPeriod> RecordAsync(
        DatabaseSession session,
        ClientPeriod period,
        int? edition,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Insert)
            .With(
                session.TenantId,
                period.ClientId,
                period.Month,
                period.Publications.Count + 1,
                now.ToUniversalTime(),
                session.Scope.Actor
            );
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = edition is { } number ? number : DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return period.After(new PeriodPublication(edition, now, session.Scope.Actor));
    }
}
