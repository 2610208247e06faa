using AgencyRoi.Metrics.TwoSidedValue;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.ConsumerBenefits;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Reports.TwoSidedValue;

/// <summary>Benefits of one kind and basis by one channel, in the client's currency.</summary>
/// <param name="Sums">Null: a day has no exchange rate into the client's currency, so that they are in no sum.</param>
/// <param name="Benefits">How many there are.</param>
internal sealed record ConsumerBenefitRow(
    ClientId ClientId,
    ChannelId? ChannelId,
    ConsumerBenefitKind Kind,
    ConsumerBenefitBasis Basis,
    ConsumerSums? Sums,
    long Benefits
)
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.TwoSidedValue.consumer_benefit_sums.sql");

    /// <summary>Those of some clients in some days: a statement, and one for the exchange rates where another currency than a client's is among them.</summary>
    public static async Task<ILookup<ClientId, ConsumerBenefitRow>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Client> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var currencies = clients.DistinctBy(client => client.Id).ToDictionary(client => client.Id, client => client.Currency);
        var stored = await StoredAsync(session, currencies, days, cancellationToken);
        var foreign = stored.Select(row => row.Day).OfType<DateOnly>().ToList();
        var rates =
            foreign.Count == 0 ? null : await ExchangeRateTables.LoadAsync(session, foreign.Min(), foreign.Max(), cancellationToken);
        return stored.Select(row => row.In(currencies[row.ClientId], rates)).ToLookup(row => row.ClientId);
    }

    private static async Task<IReadOnlyList<Stored>> StoredAsync(
        DatabaseSession session,
        Dictionary<ClientId, string> currencies,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var visible = session.Visible(currencies.Keys);
        string[] own = [.. visible.Select(client => currencies[client])];
        await using var command = session.Command(Sql).With(session.TenantId, visible, own, days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Stored>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (benefits, worth, hasCost) = (reader.GetInt64(7), reader.GetDecimal(10), reader.GetBoolean(6));
            var sums = new ConsumerSums
            {
                Benefits = benefits,
                Costed = hasCost ? benefits : 0,
                People = reader.GetDecimal(8),
                HoursSaved = reader.IsDBNull(9) ? null : reader.GetDecimal(9),
                Worth = worth,
                WorthWithCost = hasCost ? worth : 0m,
                Cost = reader.GetDecimal(11),
            };
            rows.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.IsDBNull(1) ? null : reader.GetId<ChannelId>(1),
                    EnumCode.Parse<ConsumerBenefitKind>(reader.GetString(2)),
                    EnumCode.Parse<ConsumerBenefitBasis>(reader.GetString(3)),
                    reader.GetString(4),
                    reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5),
                    sums
                )
            );
        }
        return rows;
    }

    /// <param name="Day">Null: the currency is the client's.</param>
    private sealed record Stored(
        ClientId ClientId,
        ChannelId? ChannelId,
        ConsumerBenefitKind Kind,
        ConsumerBenefitBasis Basis,
        string Currency,
        DateOnly? Day,
        ConsumerSums Sums
    )
    {
        public ConsumerBenefitRow In(string currency, ExchangeRateTable? rates) =>
            new(ClientId, ChannelId, Kind, Basis, Converted(currency, rates), Sums.Benefits);

        private ConsumerSums? Converted(string currency, ExchangeRateTable? rates) =>
            Day is not { } day ? Sums
            : rates?.Find(Currency, currency, day) is { Rate: var rate }
                ? Sums with
                {
                    Worth = Sums.Worth * rate,
                    WorthWithCost = Sums.WorthWithCost * rate,
                    Cost = Sums.Cost * rate,
                }
            : null;
    }
}
