using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Reports.Attribution;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>A model that is read from the journeys themselves.</summary>
/// <param name="MostTimes">How many times as long as the last touch in SQL it may take; null: nothing is promised.</param>
internal sealed record ReadModel(string Name, AttributionModelInput Model, double? MostTimes)
{
    private const double OfRules = 3;

    public static IReadOnlyList<ReadModel> All { get; } =
    [
        new("LAST_TOUCH", new(AttributionModelType.LastTouch), OfRules),
        new("FIRST_TOUCH", new(AttributionModelType.FirstTouch), OfRules),
        new("LAST_NON_DIRECT_TOUCH", new(AttributionModelType.LastNonDirectTouch), OfRules),
        new("LINEAR", new(AttributionModelType.Linear), OfRules),
        new("POSITION", new(AttributionModelType.Position), OfRules),
        new("W_SHAPED", new(AttributionModelType.WShaped), OfRules),
        new("FULL_PATH", new(AttributionModelType.FullPath), OfRules),
        new("TIME_DECAY", new(AttributionModelType.TimeDecay), OfRules),
        new("J_SHAPED", new(AttributionModelType.JShaped), OfRules),
        new("INVERSE_J_SHAPED", new(AttributionModelType.InverseJShaped), OfRules),
        new("CAMPAIGN_PRIORITY", new(AttributionModelType.CampaignPriority), OfRules),
        new("CUSTOM", new(AttributionModelType.Custom, Weights: [5m, 3m, 2m], CountedFrom: CountedFrom.FirstTouch), OfRules),
        new("POLICY", new(AttributionModelType.Policy), OfRules),
        new("SHAPLEY", new(AttributionModelType.Shapley), null),
        new("MARKOV 1", new(AttributionModelType.Markov, Order: 1), null),
        new("MARKOV 2", new(AttributionModelType.Markov, Order: 2), 6),
        new("MARKOV 3", new(AttributionModelType.Markov, Order: 3), null),
        new("MARKOV 4", new(AttributionModelType.Markov, Order: 4), null),
    ];

    /// <summary>Reads the year as the product does where no sums are kept, and works the model out.</summary>
    public async Task<(JourneyBook Book, ModelResult Result)> ReadAsync(DatabaseSession session)
    {
        var client = await session.Db.Set<Client>().SingleAsync();
        var span = new JourneySpan(
            client.Id,
            client.TimeZone,
            AttributedClient.Year,
            Calendar.DayIn(client.TimeZone, DateTimeOffset.UtcNow)
        );
        var parts = new AttributedParts(AttributionDimension.Channel, await TouchedChannels.LoadAsync(session, client.Id, default));
        parts.NumberChannels();
        var sums = ModelSums.Of(Model, AttributionSource.Touches);
        var book = new JourneyBook([sums]);
        var terms = await JourneyTerms.LoadAsync(session, [client.Id], default);
        await new JourneyReader(span, terms, parts, book).ReadAsync(session, progress: null, default);
        return (book, sums.Result(default));
    }
}
