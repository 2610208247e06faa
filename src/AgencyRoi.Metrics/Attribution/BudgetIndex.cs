namespace AgencyRoi.Metrics.Attribution;

/// <summary>The conversions that a channel is credited with, its cost, and its budget of now.</summary>
public sealed record BudgetedChannel
{
    public required decimal Conversions { get; init; }

    public required decimal Cost { get; init; }

    public required decimal Budget { get; init; }
}

/// <summary>
/// A cheap proposal of budgets: share of conversions ÷ share of cost, and the current budget × that. It uses averages, not marginals: it says what the money of
/// the past brought, not what the next unit will. Where the budgets are the costs, the proposals come to the same total.
/// </summary>
/// <param name="Index">Above 1: more of the conversions than of the cost. Undefined without cost, and where nothing was converted.</param>
/// <param name="ProposedBudget">Unrounded; null where the index is undefined.</param>
public sealed record BudgetIndex(Ratio Index, decimal? ProposedBudget)
{
    /// <returns>One for each channel, in their order.</returns>
    public static IReadOnlyList<BudgetIndex> Of(IReadOnlyList<BudgetedChannel> channels)
    {
        var conversions = channels.Sum(channel => channel.Conversions);
        var cost = channels.Sum(channel => channel.Cost);
        return [.. channels.Select(channel => Of(channel, conversions, cost))];
    }

    private static BudgetIndex Of(BudgetedChannel channel, decimal conversions, decimal cost)
    {
        UndefinedReason? reason =
            channel.Cost < 0m || cost < 0m ? UndefinedReason.NegativeCost
            : channel.Cost == 0m || cost == 0m ? UndefinedReason.NoCost
            : conversions <= 0m ? UndefinedReason.NotMeasured
            : null;
        if (reason is { } undefined)
            return new(Ratio.Undefined(undefined), ProposedBudget: null);

        var index = channel.Conversions / conversions / (channel.Cost / cost);
        return new(Ratio.Of(index), channel.Budget * index);
    }
}
