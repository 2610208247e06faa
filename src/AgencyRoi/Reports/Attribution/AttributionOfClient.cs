using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

[ExtendObjectType<Client>]
internal static partial class AttributionOfClient
{
    /// <summary>
    /// Which channels, campaigns or posts earned the client's conversions of a period, by several attribution models side by side: the ledger holds what the client's
    /// own policy says, and no model here changes it. POLICY, FIRST_TOUCH, LAST_TOUCH, LINEAR, POSITION with its usual weights and MARKOV of order 1 and 2 are kept by month and
    /// CHANNEL: over whole months they cost the same however many journeys there are. All else reads the journeys themselves, so that very many take a while: what would take too long is refused, and
    /// startAttributionRun makes it in the background.
    /// </summary>
    /// <param name="period">The days of the conversions and refunds.</param>
    /// <param name="by">What they are credited to.</param>
    /// <param name="models">Up to twelve; without it the client's policy, first and last touch, linear, position and Markov of order 1.</param>
    /// <param name="source">
    /// The records that journeys are read from. Paths say channels and no more: there is no row by CAMPAIGN or POST, TIME_DECAY credits nothing, no touch is a milestone, and
    /// CAMPAIGN_PRIORITY is LAST_NON_DIRECT_TOUCH.
    /// </param>
    [Cost(100)] // it may read a million rows
    public static Task<AttributionReport> GetAttributionAsync(
        [Parent("Id Currency TimeZone")] Client client,
        PeriodInput period,
        OperationDatabase database,
        JourneyKeeper keeper,
        AttributionSettings settings,
        TimeProvider time,
        AttributionDimension by = AttributionDimension.Channel,
        IReadOnlyList<AttributionModelInput>? models = null,
        AttributionSource source = AttributionSource.Touches,
        CancellationToken cancellationToken = default
    )
    {
        var asked = AskedModels.Of(models, source);
        var checks = new InputChecks();
        AskedModels.Check(checks, asked, source, by);
        if (!checks.Passed)
            throw BadInput.Of(checks.Errors[0].Message);
        var span = new JourneySpan(client.Id, client.TimeZone, period.ToRange(), Calendar.DayIn(client.TimeZone, time.GetUtcNow()));
        var question = new AttributionQuestion(client, span, source, by, asked);
        var way = new AttributionWay { Keeper = keeper, MostTouches = settings.MostTouches };
        return database.RunAsync((session, token) => question.AnswerAsync(session, way, token), cancellationToken);
    }
}
