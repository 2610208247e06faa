using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>A question about a client's journeys, and the way to the answer: by the sums that are kept where they know all, else by the journeys themselves.</summary>
/// <param name="Client">With its id and currency.</param>
internal sealed record AttributionQuestion(
    Client Client,
    JourneySpan Span,
    AttributionSource Source,
    AttributionDimension By,
    IReadOnlyList<AttributionModelInput> Models
)
{
    private const string CountEvents = """
        select
          (select count(*) from (
            select from app.touches where tenant_id = $1 and client_id = $2 and touched_at >= $3 and touched_at < $4 and retracted_at is null limit $5) t)
          + (select count(*) from (
            select from app.sales
            where tenant_id = $1 and client_id = $2 and journey_key is not null and converted_at >= $3 and converted_at < $4 and retracted_at is null limit $5) s)
        """;

    private const string CountPaths = """
        select count(*) from (
          select from app.journey_paths where tenant_id = $1 and client_id = $2 and occurred_on >= $3 and occurred_on < $4 and retracted_at is null limit $5) p
        """;

    public async Task<AttributionReport> AnswerAsync(DatabaseSession session, AttributionWay way, CancellationToken cancellationToken)
    {
        var channels = await TouchedChannels.LoadAsync(session, Client.Id, cancellationToken);
        var parts = new AttributedParts(By, channels);
        parts.NumberChannels();
        var terms = await JourneyTerms.LoadAsync(session, [Client.Id], cancellationToken);
        var (book, results) = await IsKeptAsync(session, way.Keeper, terms, cancellationToken)
            ? await ReadSumsAsync(session, parts, cancellationToken)
            : await ReadJourneysAsync(session, way, terms, parts, cancellationToken);
        var costs = await CostsAsync(session, parts, cancellationToken);
        var search = new DeclaredSearch(parts, terms.PolicyOf(Client.Id, Span.Days.To.AddDays(-1)), Client.Currency);
        return new ReportMaking(this, book, results, parts.Parts, costs).Report(search);
    }

    private async Task<bool> IsKeptAsync(
        DatabaseSession session,
        JourneyKeeper keeper,
        JourneyTerms terms,
        CancellationToken cancellationToken
    )
    {
        if (!KeptSums.CanAnswer(Span, Source, By, Models))
            return false;
        var state = await KeptSums.StateAsync(session, Span, terms.FingerprintOf(Client.Id, Span.TimeZone), cancellationToken);
        if (state == KeptState.Behind)
            keeper.Ask(session.Scope.Tenant, Client.Id);
        return state == KeptState.Current;
    }

    private async Task<(JourneyBook Book, IReadOnlyList<ModelResult> Results)> ReadSumsAsync(
        DatabaseSession session,
        AttributedParts parts,
        CancellationToken cancellationToken
    )
    {
        var book = new JourneyBook([]);
        return (book, await new KeptReader(Span, parts, book).ReadAsync(session, Models, cancellationToken));
    }

    private async Task<(JourneyBook Book, IReadOnlyList<ModelResult> Results)> ReadJourneysAsync(
        DatabaseSession session,
        AttributionWay way,
        JourneyTerms terms,
        AttributedParts parts,
        CancellationToken cancellationToken
    )
    {
        if (way.MostTouches is { } most && await CountAsync(session, terms, most + 1, cancellationToken) > most)
            throw BadInput.Of(
                $"More than {most} touches and conversions would be read: ask for a shorter period, or have it made in the background by startAttributionRun."
            );
        if (way.Progress is { } progress)
            progress.Total = await CountAsync(session, terms, int.MaxValue, cancellationToken);
        ModelSums[] sums = [.. Models.Select(model => ModelSums.Of(model, Source))];
        var book = new JourneyBook(sums);
        if (Source == AttributionSource.Paths)
            await new PathReader(Span, Client.Currency, parts, book).ReadAsync(session, way.Progress, cancellationToken);
        else
            await new JourneyReader(Span, terms, parts, book).ReadAsync(session, way.Progress, cancellationToken);
        return (book, [.. sums.Select(sum => sum.Result(cancellationToken))]);
    }

    // As many touches and conversions as journeys of the days reach to, or paths; more than the most are not counted.
    private async Task<long> CountAsync(DatabaseSession session, JourneyTerms terms, int most, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Source == AttributionSource.Paths ? CountPaths : CountEvents)
            .With(session.TenantId, session.Visible(Client.Id));
        if (Source == AttributionSource.Paths)
            command.With(Span.Days.From, Span.Days.To, most);
        else
        {
            var (since, until) = Span.Around(Span.Days.From, terms.LongestOf(Client.Id));
            command.With(since, until, most);
        }
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!; // a count
    }

    // A channel that cost something and earned nothing is a row too.
    private async Task<Dictionary<AttributedPart, decimal>?> CostsAsync(
        DatabaseSession session,
        AttributedParts parts,
        CancellationToken cancellationToken
    )
    {
        if (By == AttributionDimension.Post)
            return null;
        var dimension = By == AttributionDimension.Campaign ? LedgerDimension.Campaign : LedgerDimension.Channel;
        var costs = new Dictionary<AttributedPart, decimal>();
        foreach (var sum in await LedgerSums.ByAsync(session, new SumScope([Client.Id], Span.Days), dimension, cancellationToken))
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
