using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>
/// What each client's customers bought in a month, less what was paid back to them, in the agency's currency: each day at its own rate. Sales that the
/// agency's work did not bring count as well, so the facts are read and not the ledger.
/// </summary>
internal static class ClientRevenues
{
    // A weight is kept with eight places; the smallest coin of every currency has fewer.
    private const int Places = 4;

    private static readonly string Statement = EmbeddedSql.Read("Records.SharedCosts.client_revenue.sql");

    /// <returns>An error when the agency has no exchange rate for one of the days.</returns>
    public static async Task<Found<Dictionary<ClientId, decimal>>> OfMonthAsync(
        DatabaseSession session,
        DateOnly month,
        CancellationToken cancellationToken
    )
    {
        var next = month.AddMonths(1);
        var rates = await ExchangeRateTables.LoadAsync(session, month, next.AddDays(-1), cancellationToken);
        var agency = session.Scope.Tenant.CurrencyCode;
        var revenue = new Dictionary<ClientId, decimal>();
        await using var command = session.Command(Statement).With(session.TenantId, month, next);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (client, currency, day) = (reader.GetId<ClientId>(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2));
            if (rates.Find(currency, agency, day) is not { } rate)
                return new(null, new NoExchangeRateError(currency, agency, day) { Path = ["input", "basis"] });
            revenue[client] = revenue.GetValueOrDefault(client) + (reader.GetDecimal(3) * rate.Rate);
        }
        return new(revenue.ToDictionary(of => of.Key, of => decimal.Round(of.Value, Places, MidpointRounding.ToEven)), null);
    }
}
