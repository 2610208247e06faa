using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Finds the settings of some facts among what else is known of their clients.</summary>
internal sealed class StreamSettings
{
    private static readonly string Priced = EmbeddedSql.Read("Records.IndirectValue.priced_months.sql");

    private readonly BookedSales booked;
    private readonly Dictionary<Guid, ReferralChain> chains;
    private readonly ILookup<(Guid ClientId, string Page), DateOnly> pricedMonths;

    private StreamSettings(
        BookedSales booked,
        Dictionary<Guid, ReferralChain> chains,
        ILookup<(Guid ClientId, string Page), DateOnly> pricedMonths
    ) => (this.booked, this.chains, this.pricedMonths) = (booked, chains, pricedMonths);

    /// <param name="drafts">Referrals come with all others of their client that count: a chain is made of all of them.</param>
    public static async Task<StreamSettings> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var chains = drafts
            .Where(draft => draft.Content is Referral)
            .GroupBy(draft => draft.ClientId)
            .ToDictionary(
                client => client.Key,
                client => new ReferralChain(client.Select(draft => Referrals.Referral(draft, (Referral)draft.Content)), seeds: 0m)
            );
        return new StreamSettings(
            await BookedSales.LoadAsync(session, drafts, [], cancellationToken),
            chains,
            await PricedMonthsAsync(session, drafts, cancellationToken)
        );
    }

    /// <param name="margin">The client's margin that the fact is valued with.</param>
    /// <param name="clientRate">Units of the client's currency for one of the content's.</param>
    public StreamSetting Of(StreamFactDraft draft, decimal? margin, decimal clientRate) =>
        new(margin, booked.Of(draft) / clientRate, ExclusionOf(draft), PricedTrafficOf(draft));

    private ReferralExclusion? ExclusionOf(StreamFactDraft draft) =>
        chains.TryGetValue(draft.ClientId, out var chain)
        && draft.Content is Referral
        && chain.Excluded.TryGetValue(draft.ExternalReference, out var reason)
            ? reason
            : null;

    private DateOnly[]? PricedTrafficOf(StreamFactDraft draft) =>
        draft.Content is Backlink { TargetPage: { } page }
        && pricedMonths[(draft.ClientId, page)].Distinct().Order().ToArray() is { Length: > 0 } months
            ? months
            : null;

    private static async Task<ILookup<(Guid ClientId, string Page), DateOnly>> PricedMonthsAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var clients = drafts.Select(draft => draft.ClientId).Distinct().ToArray();
        var pages = drafts.Select(draft => (draft.Content as Backlink)?.TargetPage).OfType<string>().Distinct().ToArray();
        if (pages.Length == 0)
            return Array.Empty<PricedMonth>().ToLookup(row => (row.ClientId, row.Page), row => row.Month);
        await using var command = session.Command(Priced).With(session.TenantId, session.Visible(clients), pages);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new List<PricedMonth>();
        while (await reader.ReadAsync(cancellationToken))
            months.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2)));
        return months.ToLookup(row => (row.ClientId, row.Page), row => row.Month);
    }

    private sealed record PricedMonth(Guid ClientId, string Page, DateOnly Month);
}
