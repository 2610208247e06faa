using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Returns.Advertising;

/// <summary>Sums for the ratios of advertising.</summary>
internal enum AdvertisingMeasure
{
    AdSpend,
    OtherCost,
    BookedValue,
    Sales,
    Conversions,
    Outcomes,
    Impressions,
    Clicks,
    Visits,
    Interactions,
    PaidImpressions,
    PaidClicks,
    ImpressionsBesideClicks,
    ClicksBesideImpressions,
}

/// <summary>The sum of a measure of one client, and of a channel, campaign or goal of it when one is asked for.</summary>
/// <param name="PartId">The channel, campaign or goal; null: none, or nothing was asked for.</param>
/// <param name="SpanStart">The first day of the client's span; null: no spans were asked for.</param>
/// <param name="InClientCurrency">A count is the same in both.</param>
internal sealed record AdvertisingSum(
    ClientId ClientId,
    Guid? PartId,
    DateOnly? SpanStart,
    AdvertisingMeasure Measure,
    decimal InClientCurrency,
    decimal InAgencyCurrency
)
{
    private const string OfWholeClient = "CLIENT";

    private static readonly string Statement = EmbeddedSql.Read("Returns.Advertising.advertising_sums.sql");

    /// <summary>One statement for any number of clients. Money is what the clients paid and what came of it, whoever asks.</summary>
    /// <param name="dimension">Null: whole clients.</param>
    public static Task<IReadOnlyList<AdvertisingSum>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateRange days,
        LedgerDimension? dimension,
        CancellationToken cancellationToken
    ) => LoadAsync(session, clients, days, dimension, spans: [], cancellationToken);

    /// <summary>The same, and by spans of the clients' days. What is stated twice counts once over all days, so that the spans sum to the whole.</summary>
    /// <param name="spans">Those of one client do not overlap; none: one sum over all days.</param>
    public static async Task<IReadOnlyList<AdvertisingSum>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateRange days,
        LedgerDimension? dimension,
        IReadOnlyCollection<ClientSpan> spans,
        CancellationToken cancellationToken
    )
    {
        var part = dimension is { } asked ? EnumCode.Of(asked) : OfWholeClient;
        await using var command = session
            .Command(Statement)
            .With(
                session.TenantId,
                session.Visible(clients),
                days.From,
                days.To,
                part,
                spans.Select(span => span.ClientId).ToArray(),
                spans.Select(span => span.Days.From).ToArray(),
                spans.Select(span => span.Days.To).ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<AdvertisingSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.IsDBNull(1) ? null : reader.GetGuid(1),
                    reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2),
                    EnumCode.Parse<AdvertisingMeasure>(reader.GetString(3)),
                    InClientCurrency: Shown(reader.GetDecimal(4)),
                    InAgencyCurrency: Shown(reader.GetDecimal(5))
                )
            );
        return sums;
    }

    /// <summary>All of them together, in one of the currencies.</summary>
    public static AdvertisingSums Together(IEnumerable<AdvertisingSum> sums, bool inAgencyCurrency)
    {
        var byMeasure = sums.GroupBy(sum => sum.Measure, sum => inAgencyCurrency ? sum.InAgencyCurrency : sum.InClientCurrency)
            .ToDictionary(measure => measure.Key, measure => measure.Sum());
        return new()
        {
            AdSpend = Amount(AdvertisingMeasure.AdSpend),
            Cost = Amount(AdvertisingMeasure.AdSpend) + Amount(AdvertisingMeasure.OtherCost),
            BookedValue = Amount(AdvertisingMeasure.BookedValue),
            Conversions = Amount(AdvertisingMeasure.Conversions),
            Sales = Amount(AdvertisingMeasure.Sales),
            Outcomes = Amount(AdvertisingMeasure.Outcomes),
            Impressions = Count(AdvertisingMeasure.Impressions),
            Clicks = Count(AdvertisingMeasure.Clicks),
            Visits = Count(AdvertisingMeasure.Visits),
            Interactions = Count(AdvertisingMeasure.Interactions),
            PaidImpressions = Count(AdvertisingMeasure.PaidImpressions),
            PaidClicks = Count(AdvertisingMeasure.PaidClicks),
            ImpressionsBesideClicks = Count(AdvertisingMeasure.ImpressionsBesideClicks),
            ClicksBesideImpressions = Count(AdvertisingMeasure.ClicksBesideImpressions),
        };

        decimal Amount(AdvertisingMeasure measure) => byMeasure.GetValueOrDefault(measure);
        decimal? Count(AdvertisingMeasure measure) => byMeasure.TryGetValue(measure, out var count) ? count : null;
    }

    // A decimal takes a larger one and leaves out its last places.
    private static decimal Shown(decimal sum) =>
        Math.Abs(sum) < AmountBounds.Ledger ? sum : throw new OverflowException("The sum is larger than what is shown.");
}
