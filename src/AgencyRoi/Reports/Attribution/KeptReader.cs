using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Records.Paths;
using AgencyRoi.Terms.AttributionPolicies;
using Npgsql;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Reads the sums of months in place of the journeys that they are the sums of: the book and the models end the same.</summary>
internal sealed class KeptReader(JourneySpan span, AttributedParts parts, JourneyBook book)
{
    private static readonly string Totals = EmbeddedSql.Read("Reports.Attribution.kept_totals.sql");
    private static readonly string Credits = EmbeddedSql.Read("Reports.Attribution.kept_credits.sql");
    private static readonly string Moves = EmbeddedSql.Read("Reports.Attribution.kept_moves.sql");

    private readonly Dictionary<string, (CreditsByPart Credits, decimal Agreeing)> creditedBy = [];

    /// <returns>What each model comes to, in their order.</returns>
    public async Task<IReadOnlyList<ModelResult>> ReadAsync(
        DatabaseSession session,
        IReadOnlyList<AttributionModelInput> models,
        CancellationToken cancellationToken
    )
    {
        var chains = models
            .Where(model => CreditSources.Of(model.Type) is null)
            .Select(model => model.Order ?? 1)
            .Distinct()
            .ToDictionary(order => order, order => new MarkovSums(order));
        await using var batch = session.Batch();
        var client = session.Visible(span.ClientId);
        batch.Add(Totals, session.TenantId, client, span.Days.From, span.Days.To, span.ClosedBefore);
        batch.Add(Credits, session.TenantId, client, span.Days.From, span.Days.To);
        foreach (var order in chains.Keys)
            batch.Add(Moves, session.TenantId, client, span.Days.From, span.Days.To, span.ClosedBefore, order);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken); // sums always have a row
            TakeTotals(reader);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                TakeCredit(reader);
            foreach (var chain in chains.Values)
            {
                await reader.NextResultAsync(cancellationToken);
                chain.AddValue(book.Value - book.UnattributedValue);
                while (await reader.ReadAsync(cancellationToken))
                    TakeMove(reader, chain);
            }
        }
        return [.. models.Select(model => ResultOf(model, chains, cancellationToken))];
    }

    private void TakeTotals(NpgsqlDataReader reader)
    {
        book.Take(
            all: new(reader.GetDecimal(0), reader.GetDecimal(1)),
            unattributed: new(reader.GetDecimal(2), reader.GetDecimal(3)),
            nulls: reader.GetInt64(4)
        );
        book.ExcludedTouches = reader.GetInt64(5);
        book.Unvalued = reader.GetInt64(6);
        book.OpenJourneys = reader.GetInt64(7);
    }

    private void TakeCredit(NpgsqlDataReader reader)
    {
        var source = reader.GetString(0);
        var part = PartOf(PathText.Read(reader.GetString(1))[0]);
        if (source == CreditSources.Buyer)
        {
            book.Reported[part] = reader.GetDecimal(2);
            return;
        }
        var (credits, agreeing) = creditedBy.TryGetValue(source, out var known) ? known : (new CreditsByPart(), 0m);
        credits.Add(part, reader.GetDecimal(2), reader.GetDecimal(3));
        creditedBy[source] = (credits, agreeing + reader.GetDecimal(4));
    }

    private void TakeMove(NpgsqlDataReader reader, MarkovSums chain)
    {
        int[] state = [.. PathText.Read(reader.GetString(1)).Select(PartOf)];
        var (next, count) = (reader.GetString(2), reader.GetDecimal(3));
        if (next != MoveKey.End)
            chain.AddMove(state, PartOf(PathText.Read(next)[0]), count);
        else if (reader.GetBoolean(0))
            chain.AddEnd(state, new() { Conversions = 0m, Nulls = count });
        else
            chain.AddEnd(state, new() { Conversions = count });
    }

    private ModelResult ResultOf(AttributionModelInput model, Dictionary<int, MarkovSums> chains, CancellationToken cancellationToken) =>
        CreditSources.Of(model.Type) is not { } source ? chains[model.Order ?? 1].Result(cancellationToken)
        : creditedBy.TryGetValue(source, out var found) ? new(found.Credits.All) { Agreeing = found.Agreeing }
        : new([]) { Agreeing = 0m };

    private int PartOf(PathTouch touch) => parts.NumberOf(touch.ChannelId, campaign: null, post: null);
}
