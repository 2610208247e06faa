using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Finds the surroundings of some facts among what else is known of their clients.</summary>
internal sealed class ValuationSurroundingsOfFacts
{
    private static readonly string Priced = EmbeddedSql.Read("Records.IndirectValue.priced_months.sql");

    private readonly BookedSales booked;
    private readonly Dictionary<ClientId, ReferralChain> chains;
    private readonly ILookup<(ClientId ClientId, string Page), DateOnly> pricedMonths;

    private ValuationSurroundingsOfFacts(
        BookedSales booked,
        Dictionary<ClientId, ReferralChain> chains,
        ILookup<(ClientId ClientId, string Page), DateOnly> pricedMonths
    ) => (this.booked, this.chains, this.pricedMonths) = (booked, chains, pricedMonths);

    /// <param name="statements">Referrals come with all others of their client that count: a chain is made of all of them.</param>
    public static async Task<ValuationSurroundingsOfFacts> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        CancellationToken cancellationToken
    )
    {
        var chains = statements
            .Where(statement => statement.Content is Referral)
            .GroupBy(statement => statement.ClientId)
            .ToDictionary(
                client => client.Key,
                client => new ReferralChain(
                    client.Select(statement => Referrals.Referral(statement, (Referral)statement.Content)),
                    seeds: 0m
                )
            );
        return new ValuationSurroundingsOfFacts(
            await BookedSales.LoadAsync(session, statements, [], cancellationToken),
            chains,
            await PricedMonthsAsync(session, statements, cancellationToken)
        );
    }

    /// <param name="margin">The client's margin that the fact is valued with.</param>
    /// <param name="clientRate">Units of the client's currency for one of the content's.</param>
    public ValuationSurroundings Of(StreamFactStatement statement, decimal? margin, decimal clientRate) =>
        new(margin, booked.Of(statement) / clientRate, ExclusionOf(statement), PricedTrafficOf(statement));

    private ReferralExclusion? ExclusionOf(StreamFactStatement statement) =>
        chains.TryGetValue(statement.ClientId, out var chain)
        && statement.Content is Referral
        && chain.Excluded.TryGetValue(statement.ExternalReference, out var reason)
            ? reason
            : null;

    private DateOnly[]? PricedTrafficOf(StreamFactStatement statement) =>
        statement.Content is Backlink { TargetPage: { } page }
        && pricedMonths[(statement.ClientId, page)].Distinct().Order().ToArray() is { Length: > 0 } months
            ? months
            : null;

    private static async Task<ILookup<(ClientId ClientId, string Page), DateOnly>> PricedMonthsAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        CancellationToken cancellationToken
    )
    {
        var clients = statements.Select(statement => statement.ClientId).Distinct().ToArray();
        var pages = statements.Select(statement => (statement.Content as Backlink)?.TargetPage).OfType<string>().Distinct().ToArray();
        if (pages.Length == 0)
            return Array.Empty<PricedMonth>().ToLookup(row => (row.ClientId, row.Page), row => row.Month);
        await using var command = session.Command(Priced).With(session.TenantId, session.Visible(clients), pages);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new List<PricedMonth>();
        while (await reader.ReadAsync(cancellationToken))
            months.Add(new(reader.GetId<ClientId>(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2)));
        return months.ToLookup(row => (row.ClientId, row.Page), row => row.Month);
    }

    private sealed record PricedMonth(ClientId ClientId, string Page, DateOnly Month);
}
