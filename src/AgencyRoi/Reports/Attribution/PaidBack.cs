using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Refunds of some days of conversions with journeys, which may be older.</summary>
internal sealed class PaidBack
{
    private static readonly string Refunds = EmbeddedSql.Read("Reports.Attribution.refunds_of_journeys.sql");

    private readonly Dictionary<Guid, decimal> amounts = [];

    private PaidBack() { }

    /// <summary>The day of the oldest of these conversions; null: nothing was paid back.</summary>
    public DateOnly? EarliestSale { get; private set; }

    /// <summary>How many refunds have no worth in the client's currency.</summary>
    public long Unvalued { get; private set; }

    public static async Task<PaidBack> LoadAsync(
        DatabaseSession session,
        ClientId client,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var found = new PaidBack();
        await using var command = session.Command(Refunds).With(session.TenantId, session.Visible(client), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var day = reader.GetFieldValue<DateOnly>(1);
            found.EarliestSale = found.EarliestSale < day ? found.EarliestSale : day;
            found.amounts[reader.GetGuid(0)] = reader.GetDecimal(2);
            found.Unvalued += reader.GetInt64(3);
        }
        return found;
    }

    /// <summary>Zero or below.</summary>
    public decimal Of(Guid sale) => amounts.GetValueOrDefault(sale);
}
