using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
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
    public async Task<AttributionReport> AnswerAsync(DatabaseSession session, JourneyKeeper keeper, CancellationToken cancellationToken)
    {
        var channels = await TouchedChannels.LoadAsync(session, Client.Id, cancellationToken);
        var parts = new AttributedParts(By, channels);
        parts.NumberChannels();
        var terms = await JourneyTerms.LoadAsync(session, [Client.Id], cancellationToken);
        var (book, results) = await IsKeptAsync(session, keeper, terms, cancellationToken)
            ? await ReadSumsAsync(session, parts, cancellationToken)
            : await ReadJourneysAsync(session, terms, parts, cancellationToken);
        var costs = await CostsAsync(session, parts, cancellationToken);
        var search = new DeclaredSearch(parts, terms.PolicyOf(Client.Id, Span.Days.To.AddDays(-1)), Client.Currency);
        return new ReportMaking(Span.Days, Source, By, Client.Currency, parts.Parts, costs, search).Report(book, [.. Models.Zip(results)]);
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
        JourneyTerms terms,
        AttributedParts parts,
        CancellationToken cancellationToken
    )
    {
        ModelSums[] sums = [.. Models.Select(model => ModelSums.Of(model, Source))];
        var book = new JourneyBook(sums);
        if (Source == AttributionSource.Paths)
            await new PathReader(Span, Client.Currency, parts, book).ReadAsync(session, cancellationToken);
        else
            await new JourneyReader(Span, terms, parts, book).ReadAsync(session, cancellationToken);
        return (book, [.. sums.Select(sum => sum.Result(cancellationToken))]);
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
