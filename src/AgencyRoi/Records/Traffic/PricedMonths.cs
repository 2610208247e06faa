using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Traffic;

/// <summary>The search terms of a month that have one price.</summary>
internal readonly record struct PricedMonth(ClientId ClientId, DateOnly Month, string Currency, decimal? Price);

/// <summary>How many search terms of a month and price are worth something: as many entries they have by terms that hold.</summary>
internal static class PricedMonths
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Traffic.priced_months.sql");

    public static async Task<Dictionary<PricedMonth, long>> CountAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, session.Visible(clientIds), from);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new Dictionary<PricedMonth, long>();
        while (await reader.ReadAsync(cancellationToken))
            months.Add(
                new(reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetDecimal(3)),
                reader.GetInt64(4)
            );
        return months;
    }
}
