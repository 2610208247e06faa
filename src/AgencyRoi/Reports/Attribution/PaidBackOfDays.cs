using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Refunds of some days of conversions with journeys, which may be older.</summary>
internal sealed class PaidBackOfDays
{
    private static readonly string Refunds = EmbeddedSql.Read("Reports.Attribution.refunds_of_journeys.sql");

    private readonly Dictionary<Guid, List<PaidBack>> found = [];

    private PaidBackOfDays() { }

    /// <summary>The day of the oldest of these conversions; null: nothing was paid back.</summary>
    public DateOnly? EarliestSale { get; private set; }

    public static async Task<PaidBackOfDays> LoadAsync(
        DatabaseSession session,
        ClientId client,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var refunds = new PaidBackOfDays();
        await using var command = session.Command(Refunds).With(session.TenantId, session.Visible(client), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var soldOn = reader.GetFieldValue<DateOnly>(1);
            refunds.EarliestSale = refunds.EarliestSale < soldOn ? refunds.EarliestSale : soldOn;
            var sale = reader.GetGuid(0);
            if (!refunds.found.TryGetValue(sale, out var own))
                refunds.found[sale] = own = [];
            own.Add(new(reader.GetFieldValue<DateOnly>(2), reader.GetDecimal(3), reader.GetInt64(4)));
        }
        return refunds;
    }

    public IReadOnlyList<PaidBack> Of(Guid sale) => found.TryGetValue(sale, out var own) ? own : [];
}
