using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Periods;

/// <summary>The months of clients with their closings and publications: one round trip, however many clients.</summary>
internal static class PeriodLoaders
{
    private static readonly string Months = EmbeddedSql.Read("Reports.Periods.months.sql");
    private static readonly string Closings = EmbeddedSql.Read("Reports.Periods.closings.sql");
    private static readonly string Publications = EmbeddedSql.Read("Reports.Periods.publications.sql");

    /// <summary>The latest month first.</summary>
    public static async Task<ILookup<ClientId, ClientPeriod>> OfClientsAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clientIds,
        CancellationToken cancellationToken
    )
    {
        var clients = session.Visible(clientIds.Distinct());
        await using var batch = session.Batch();
        batch.Add(Months, session.TenantId, clients);
        batch.Add(Closings, session.TenantId, clients);
        batch.Add(Publications, session.TenantId, clients);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var months = await RowsAsync(reader, row => row.GetInt32(2), cancellationToken);
        var closings = (await RowsAsync(reader, ReadClosing, cancellationToken)).ToLookup(row => row.Key, row => row.Row);
        var publications = (await RowsAsync(reader, ReadPublication, cancellationToken)).ToLookup(row => row.Key, row => row.Row);
        return months.ToLookup(
            month => month.Key.ClientId,
            month => new ClientPeriod(
                month.Key.ClientId,
                month.Key.Month,
                month.Row,
                [.. closings[month.Key]],
                [.. publications[month.Key]]
            )
        );
    }

    public static async Task<ClientPeriod?> FindAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        CancellationToken cancellationToken
    ) => (await OfClientsAsync(session, [clientId], cancellationToken))[clientId].SingleOrDefault(period => period.Month == month);

    private static async Task<List<((ClientId ClientId, DateOnly Month) Key, T Row)>> RowsAsync<T>(
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<((ClientId, DateOnly), T)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(((reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1)), read(reader)));
        await reader.NextResultAsync(cancellationToken);
        return rows;
    }

    private static Closing ReadClosing(NpgsqlDataReader row) =>
        new(
            row.GetInt32(2),
            row.GetInt64(3),
            Convert.ToHexStringLower(row.GetFieldValue<byte[]>(4)),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetString(6)
        );

    private static PeriodPublication ReadPublication(NpgsqlDataReader row) =>
        new(row.IsDBNull(3) ? null : row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4), row.GetString(5));
}
