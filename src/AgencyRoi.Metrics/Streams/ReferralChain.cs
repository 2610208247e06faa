namespace AgencyRoi.Metrics.Streams;

/// <summary>A customer who came through another one's link or code.</summary>
/// <param name="Customer">Who came.</param>
/// <param name="Referrer">Whose code it was.</param>
/// <param name="JoinedOn">The first valid code counts, so that each customer has one parent.</param>
/// <param name="IsIncentivised">True when the recommendation was made for a reward or by a made-up person.</param>
public sealed record Referral(string ExternalReference, string Customer, string Referrer, DateOnly JoinedOn, bool IsIncentivised);

/// <summary>Why a referral is no part of the chain.</summary>
public enum ReferralExclusion
{
    /// <summary>Bought, and so no word of mouth.</summary>
    Incentivised,

    /// <summary>A customer's own code.</summary>
    SelfReferral,

    /// <summary>An earlier valid code brought the same customer.</summary>
    HasParent,

    /// <summary>It would make a customer their own ancestor.</summary>
    Cycle,

    /// <summary>Further from the seeds than is followed.</summary>
    TooDeep,
}

/// <summary>The customers and value of one generation.</summary>
/// <param name="Number">0 are the seeds.</param>
/// <param name="K">Customers of the next generation for each of this one, as measured; null where nobody is in it.</param>
public sealed record Generation(int Number, decimal Customers, decimal? K);

/// <summary>
/// Who brought whom, as a forest: one parent a customer, no cycles. K is measured for each generation and never assumed for the next:
/// chains mostly do not start at all. Referrals are taken by day and reference, so that the order of arrival plays no part.
/// </summary>
public sealed class ReferralChain
{
    private readonly Dictionary<string, Referral> byCustomer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferralExclusion> exclusions = new(StringComparer.Ordinal);

    /// <param name="seeds">All customers who could recommend, not only those who did; at least those who did are counted.</param>
    /// <param name="depthLimit">The last generation that is followed.</param>
    public ReferralChain(IEnumerable<Referral> referrals, decimal seeds, int depthLimit = 10)
    {
        foreach (var referral in referrals.OrderBy(each => each.JoinedOn).ThenBy(each => each.ExternalReference, StringComparer.Ordinal))
        {
            if (Exclusion(referral) is { } reason)
                exclusions[referral.ExternalReference] = reason;
            else
                byCustomer.Add(referral.Customer, referral);
        }
        // Depth is known once all parents are: a chain can grow at its head too.
        foreach (var referral in byCustomer.Values.Where(each => Depth(each.Customer) > depthLimit).ToList())
            exclusions[referral.ExternalReference] = ReferralExclusion.TooDeep;
        Counted = [.. byCustomer.Values.Where(each => !exclusions.ContainsKey(each.ExternalReference))];
        Generations = Measured(seeds);
    }

    /// <summary>The referrals that count, by day and reference.</summary>
    public IReadOnlyList<Referral> Counted { get; }

    /// <summary>Those that do not, by their external reference.</summary>
    public IReadOnlyDictionary<string, ReferralExclusion> Excluded => exclusions;

    /// <summary>From the seeds to the last generation that has anybody.</summary>
    public IReadOnlyList<Generation> Generations { get; }

    private ReferralExclusion? Exclusion(Referral referral) =>
        referral.IsIncentivised ? ReferralExclusion.Incentivised
        : referral.Customer == referral.Referrer ? ReferralExclusion.SelfReferral
        : byCustomer.ContainsKey(referral.Customer) ? ReferralExclusion.HasParent
        : Ancestors(referral.Referrer).Contains(referral.Customer) ? ReferralExclusion.Cycle
        : null;

    private IEnumerable<string> Ancestors(string customer)
    {
        while (byCustomer.TryGetValue(customer, out var referral))
            yield return customer = referral.Referrer;
    }

    private int Depth(string customer) => Ancestors(customer).Count();

    private List<Generation> Measured(decimal seeds)
    {
        var sizes = Counted.GroupBy(each => Depth(each.Customer)).ToDictionary(group => group.Key, group => (decimal)group.Count());
        var roots = Counted.Select(each => each.Referrer).Where(each => !byCustomer.ContainsKey(each)).Distinct(StringComparer.Ordinal);
        sizes[0] = Math.Max(seeds, roots.Count());

        var last = sizes.Keys.Max();
        return
        [
            .. Enumerable
                .Range(0, last + 1)
                .Select(number => new Generation(
                    number,
                    sizes[number],
                    sizes[number] == 0m ? null : sizes.GetValueOrDefault(number + 1) / sizes[number]
                )),
        ];
    }
}
