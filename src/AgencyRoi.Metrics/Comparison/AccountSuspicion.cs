namespace AgencyRoi.Metrics.Comparison;

/// <summary>The signs of an account that can be seen from outside.</summary>
public sealed record SeenAccount(string Name, decimal Followers, decimal Following, decimal Posts);

/// <summary>
/// How likely an account is not a person, from signs that each prove little. A person confirms: the probability only chooses which
/// accounts are looked at first. The weights are ours, chosen so that no sign alone passes one half.
/// </summary>
public static class AccountSuspicion
{
    private const decimal FollowsFarMore = 0.45m;
    private const decimal NeverPosts = 0.4m;
    private const decimal DigitsInName = 0.25m;

    /// <summary>1 - the product of (1 - weight) over the signs that show; 0 without any.</summary>
    public static decimal Probability(SeenAccount account)
    {
        var innocent = 1m;
        if (account.Following > 10m * Math.Max(1m, account.Followers))
            innocent *= 1m - FollowsFarMore;
        if (account.Posts == 0m)
            innocent *= 1m - NeverPosts;
        if (account.Name.Count(char.IsAsciiDigit) >= 4)
            innocent *= 1m - DigitsInName;
        return 1m - innocent;
    }

    /// <summary>Days on which an audience grew more than five times its median growth: to be looked at, not a verdict.</summary>
    public static IEnumerable<int> Spikes(IReadOnlyList<decimal> dailyGrowth)
    {
        if (dailyGrowth.Count == 0)
            return [];
        var usual = Math.Max(1m, dailyGrowth.Order().ElementAt(dailyGrowth.Count / 2));
        return Enumerable.Range(0, dailyGrowth.Count).Where(day => dailyGrowth[day] > 5m * usual);
    }
}
