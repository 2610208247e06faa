using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.IndirectValue;
using Microsoft.EntityFrameworkCore;
using Chain = AgencyRoi.Metrics.Streams.ReferralChain;
using StreamFact = AgencyRoi.Records.IndirectValue.StreamFact;

namespace AgencyRoi.Reports.Customers;

/// <summary>The customers of one generation: those whom the generation before brought.</summary>
/// <param name="Number">0 are those who brought the first ones.</param>
/// <param name="CustomerCount">How many there are.</param>
/// <param name="ReferralsPerCustomer">
/// K: customers of the next generation ÷ customers of this one, as measured, six places. Null: nobody is in this one.
/// </param>
/// <param name="CustomerCountAtConstantK">
/// How many there would be if each generation had brought as many as the first, four places: a measure of how far word of mouth spreads by itself, and no
/// forecast. It ends where what was measured ends. Null: nobody is in the first.
/// </param>
internal sealed record ReferralGeneration(
    int Number,
    decimal CustomerCount,
    decimal? ReferralsPerCustomer,
    decimal? CustomerCountAtConstantK
);

/// <summary>How many referrals are no part of the chain, for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ReferralCount">How many.</param>
internal sealed record ExcludedReferrals(ReferralExclusion Reason, int ReferralCount);

/// <summary>Referrals of a client over all days, as a chain of who brought whom: one parent for a customer, no circle, nothing that was bought.</summary>
/// <param name="ReferralCount">Referrals that count.</param>
/// <param name="Generations">From those who recommended on, as far as anybody came. Empty: there is no referral.</param>
/// <param name="CustomerCountAtConstantK">
/// All customers of the measured generations if each had brought as many as the first, four places; beside it stands what came. Null: there is no referral.
/// </param>
/// <param name="Excluded">Referrals that do not count.</param>
internal sealed record ReferralReport(
    int ReferralCount,
    [property: ListSize(AssumedSize = 10)] IReadOnlyList<ReferralGeneration> Generations,
    decimal? CustomerCountAtConstantK,
    [property: ListSize(AssumedSize = 5)] IReadOnlyList<ExcludedReferrals> Excluded
)
{
    public static ReferralReport Of(Chain chain)
    {
        var excluded = chain
            .Excluded.Values.CountBy(reason => reason)
            .OrderBy(reason => reason.Key)
            .Select(each => new ExcludedReferrals(each.Key, each.Value));
        var (seeds, k) = (chain.Generations[0].Customers, chain.Generations[0].K);
        if (k is not { } first)
            return new(chain.Counted.Count, [], null, [.. excluded]);
        return new(
            chain.Counted.Count,
            [
                .. chain.Generations.Select(each => new ReferralGeneration(
                    each.Number,
                    each.Customers,
                    each.K is { } measured ? decimal.Round(measured, 6, MidpointRounding.AwayFromZero) : null,
                    Shown(ViralGrowth.Wave(seeds, first, each.Number))
                )),
            ],
            Shown(ViralGrowth.Cumulative(seeds, first, chain.Generations[^1].Number)),
            [.. excluded]
        );
    }

    private static decimal Shown(decimal customers) => decimal.Round(customers, 4, MidpointRounding.AwayFromZero);
}

[ExtendObjectType<Client>]
internal static partial class ReferralChainOfClient
{
    /// <summary>Who brought whom by recommending the client, generation by generation, and how far it spread by itself.</summary>
    /// <param name="seeds">
    /// Customers who could recommend, not only those who did: K of the first generation is measured against them, from 0 to 1,000,000,000.
    /// </param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ReferralReport>> GetReferralChainAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        decimal seeds = 0m,
        CancellationToken cancellationToken = default
    )
    {
        if (seeds is < 0m or > 1_000_000_000m)
            throw BadInput.Of("seeds lie between 0 and 1,000,000,000.");
        var ids = clients.Select(client => client.Id).Distinct().ToList();
        var facts = await database.RunAsync(
            (session, token) =>
                session
                    .Db.Set<StreamFact>()
                    .Where(row => ids.Contains(row.ClientId) && row.Kind == StreamFactKind.Referral && row.RetractedAt == null)
                    .ToListAsync(token),
            cancellationToken
        );
        var referrals = facts.ToLookup(
            fact => fact.ClientId,
            fact => Referrals.Referral(fact.Statement, (Records.IndirectValue.Referral)fact.Content)
        );
        return [.. clients.Select(client => ReferralReport.Of(new Chain(referrals[client.Id], seeds)))];
    }
}
