using AgencyRoi.Database;
using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Streams;

/// <summary>Finds the settings of some facts among what else is known of their clients.</summary>
internal sealed class StreamSettings
{
    private readonly BookedSales booked;
    private readonly Dictionary<Guid, ReferralChain> chains;

    private StreamSettings(BookedSales booked, Dictionary<Guid, ReferralChain> chains) => (this.booked, this.chains) = (booked, chains);

    /// <param name="drafts">Referrals come with all others of their client that count: a chain is made of all of them.</param>
    public static async Task<StreamSettings> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var chains = drafts
            .Where(draft => draft.Content is ReferredCustomer)
            .GroupBy(draft => draft.ClientId)
            .ToDictionary(
                client => client.Key,
                client => new ReferralChain(client.Select(draft => Referrals.Referral(draft, (ReferredCustomer)draft.Content)), seeds: 0m)
            );
        return new StreamSettings(await BookedSales.LoadAsync(session, drafts, cancellationToken), chains);
    }

    /// <param name="margin">The client's margin that the fact is valued with.</param>
    /// <param name="clientRate">Units of the client's currency for one of the content's.</param>
    public StreamSetting Of(StreamFactDraft draft, decimal? margin, decimal clientRate) =>
        new(margin, booked.Of(draft) / clientRate, ExclusionOf(draft));

    private ReferralExclusion? ExclusionOf(StreamFactDraft draft) =>
        chains.TryGetValue(draft.ClientId, out var chain)
        && draft.Content is ReferredCustomer
        && chain.Excluded.TryGetValue(draft.ExternalReference, out var reason)
            ? reason
            : null;
}
