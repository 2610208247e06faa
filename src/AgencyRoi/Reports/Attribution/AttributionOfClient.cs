using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Attribution;

[ExtendObjectType<Client>]
internal static partial class AttributionOfClient
{
    private const int MostModels = 12;

    // The rules side by side that most people compare, and how it would be without each channel.
    private static readonly IReadOnlyList<AttributionModelInput> UsualModels =
    [
        new(AttributionModelType.FirstTouch),
        new(AttributionModelType.LastTouch),
        new(AttributionModelType.Linear),
        new(AttributionModelType.Position),
        new(AttributionModelType.Markov),
        new(AttributionModelType.Shapley),
    ];

    /// <summary>
    /// Which channels, campaigns or posts earned the client's conversions of a period, by several attribution models side by side: the ledger holds what the client's
    /// own policy says, and no model here changes it. It reads the journeys themselves, so that very many take a while: ask for a shorter period then.
    /// </summary>
    /// <param name="period">The days of the conversions and refunds.</param>
    /// <param name="by">What they are credited to.</param>
    /// <param name="models">Up to twelve; without it first and last touch, linear, position, Markov of order 1 and Shapley.</param>
    /// <param name="source">
    /// The records that journeys are read from. Paths say channels and no more: there is no row by CAMPAIGN or POST, TIME_DECAY credits nothing, no touch is a milestone, and
    /// CAMPAIGN_PRIORITY is LAST_NON_DIRECT_TOUCH.
    /// </param>
    public static Task<AttributionReport> GetAttributionAsync(
        [Parent("Id Currency TimeZone")] Client client,
        PeriodInput period,
        OperationDatabase database,
        TimeProvider time,
        AttributionDimension by = AttributionDimension.Channel,
        IReadOnlyList<AttributionModelInput>? models = null,
        AttributionSource source = AttributionSource.Touches,
        CancellationToken cancellationToken = default
    )
    {
        var asked = models ?? UsualModels;
        var checks = new InputChecks();
        checks.Require(asked.Count is >= 1 and <= MostModels, "models", $"Ask for one to {MostModels} models.");
        checks.Require(
            source != AttributionSource.Paths || by is not (AttributionDimension.Campaign or AttributionDimension.Post),
            "by",
            "Paths are of channels and name no campaign or post: ask for CHANNEL, NETWORK or OWNERSHIP."
        );
        foreach (var (place, model) in asked.Index())
            model.Check(checks.Within($"models[{place}]"));
        if (!checks.Passed)
            throw BadInput.Of(checks.Errors[0].Message);
        var span = new JourneySpan(client.Id, client.TimeZone, period.ToRange(), Calendar.DayIn(client.TimeZone, time.GetUtcNow()));
        return database.RunAsync((session, token) => ReportAsync(session, client, span, source, by, asked, token), cancellationToken);
    }

    private static async Task<AttributionReport> ReportAsync(
        DatabaseSession session,
        Client client,
        JourneySpan span,
        AttributionSource source,
        AttributionDimension by,
        IReadOnlyList<AttributionModelInput> models,
        CancellationToken cancellationToken
    )
    {
        var channels = await TouchedChannels.LoadAsync(session, client.Id, cancellationToken);
        var parts = new AttributedParts(by, channels);
        ModelSums[] sums = [.. models.Select(model => ModelSums.Of(model, source))];
        var book = new JourneyBook(sums);
        if (source == AttributionSource.Paths)
            await new PathReader(span, client.Currency, parts, book).ReadAsync(session, cancellationToken);
        else
        {
            var terms = await JourneyTerms.LoadAsync(session, [client.Id], cancellationToken);
            await new JourneyReader(span, terms, parts, book).ReadAsync(session, cancellationToken);
        }
        var costs = await CostsAsync(session, client.Id, span.Days, by, parts, cancellationToken);
        var policies = await AttributionPoliciesOfClients.LoadAsync(session, [client.Id], cancellationToken);
        var search = new DeclaredSearch(parts, policies.InForce(client.Id, span.Days.To.AddDays(-1)), client.Currency);
        return new ReportMaking(span.Days, source, by, client.Currency, parts.Parts, costs, search).Report(
            book,
            [.. models.Zip(sums, (model, sum) => (model, sum.Result(cancellationToken)))]
        );
    }

    // A channel that cost something and earned nothing is a row too.
    private static async Task<Dictionary<AttributedPart, decimal>?> CostsAsync(
        DatabaseSession session,
        ClientId client,
        DateRange days,
        AttributionDimension by,
        AttributedParts parts,
        CancellationToken cancellationToken
    )
    {
        if (by == AttributionDimension.Post)
            return null;
        var dimension = by == AttributionDimension.Campaign ? LedgerDimension.Campaign : LedgerDimension.Channel;
        var costs = new Dictionary<AttributedPart, decimal>();
        foreach (var sum in await LedgerSums.ByAsync(session, new SumScope([client], days), dimension, cancellationToken))
        {
            // What belongs to no channel is no cost of direct visits.
            if (sum.Kind.Side != EntrySide.Cost || sum.DimensionId is not { } id)
                continue;
            var number =
                dimension == LedgerDimension.Campaign
                    ? parts.NumberOf(channel: null, new CampaignId(id), post: null)
                    : parts.NumberOf(new ChannelId(id), campaign: null, post: null);
            var part = parts.Parts[number];
            costs[part] = costs.GetValueOrDefault(part) + sum.InClientCurrency.Amount;
        }
        return costs;
    }
}
