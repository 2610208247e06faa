using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Customers;

/// <summary>Purchases of a client's new customers, those whose first purchase lies in a period, as far as sales name their contact.</summary>
/// <param name="Earlier">Who bought in the period too, and for the first time before it.</param>
/// <param name="SalesWithoutContact">Of the period.</param>
/// <param name="Repeating">Customers who bought on two days or more.</param>
/// <param name="Purchases">Days on which a customer bought, counted for each.</param>
/// <param name="Worth">Less what was paid back; margin where it is known.</param>
/// <param name="Currency">Null: several, or none.</param>
/// <param name="Histories">In weeks; null: too many that differ.</param>
internal sealed record CustomerPurchases(
    long Customers,
    long Earlier,
    long SalesWithoutContact,
    long Repeating,
    long Purchases,
    decimal Worth,
    string? Currency,
    bool HasMargin,
    bool IsMixed,
    IReadOnlyList<CustomersAlike>? Histories
)
{
    /// <summary>A fit looks at each of them some hundred times, within a request.</summary>
    private const int MostHistories = 5_000;

    private const double DaysOfWeek = 7;

    private static readonly string Sql = EmbeddedSql.Read("Reports.Customers.customer_purchases.sql");

    /// <param name="until">The day after the last one that is known, of each client.</param>
    public static async Task<IReadOnlyDictionary<ClientId, CustomerPurchases>> LoadAsync(
        DatabaseSession session,
        DateOnly from,
        IReadOnlyDictionary<ClientId, DateOnly> until,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Sql)
            .With(session.TenantId, until.Keys.Select(session.Visible).ToArray(), from, until.Values.ToArray(), MostHistories);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<ClientId, CustomerPurchases>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (withMargin, sales) = (reader.GetInt64(9), reader.GetInt64(10));
            var isOneCurrency = !reader.IsDBNull(7) && reader.GetString(7) == reader.GetString(8);
            found[reader.GetId<ClientId>(0)] = new(
                Customers: reader.GetInt64(3),
                Earlier: reader.GetInt64(1),
                SalesWithoutContact: reader.GetInt64(2),
                Repeating: reader.GetInt64(4),
                Purchases: reader.GetInt64(5),
                Worth: reader.GetDecimal(6),
                isOneCurrency ? reader.GetString(7) : null,
                HasMargin: withMargin > 0,
                IsMixed: withMargin > 0 && withMargin < sales,
                reader.IsDBNull(11) ? null : Alike(Ints(11), Ints(12), Ints(13), Ints(14))
            );

            int[] Ints(int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<int[]>(column);
        }
        return found;
    }

    private static CustomersAlike[] Alike(int[] repeats, int[] lastAt, int[] seenFor, int[] customers) =>
        [.. repeats.Select((count, i) => new CustomersAlike(new(count, lastAt[i] / DaysOfWeek, seenFor[i] / DaysOfWeek), customers[i]))];
}
