using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Costs;

/// <summary>A correction of a cost. Fields that are not given stay as they are.</summary>
/// <param name="Id">The cost.</param>
/// <param name="Version">The cost's version as you read it.</param>
/// <param name="Category">What it was for.</param>
/// <param name="OccurredOn">The day of the service, in the client's time zone.</param>
/// <param name="Amount">Net of tax, zero or above, in units of the currency; of a credit, above zero.</param>
/// <param name="Currency">ISO 4217: what it was paid in.</param>
/// <param name="PaidBy">Who paid.</param>
/// <param name="ChannelId">The client's channel; null removes it.</param>
/// <param name="CampaignId">The client's campaign; null removes it.</param>
/// <param name="GoalId">The client's goal; null removes it.</param>
/// <param name="Description">At most 2000 characters; null removes it.</param>
/// <param name="IsAssumed">Whether the amount is an assumption and not from a bill.</param>
/// <param name="SpreadMonths">Over how many months, from its day on, it is spread by day: 2 to 60; null: it counts on its day.</param>
/// <param name="IsCredit">Whether it is a credit: what a platform or supplier gave back, which counts minus its amount.</param>
internal sealed record CorrectCostInput(
    [property: ID<Cost>] Guid Id,
    long Version,
    CostCategory? Category = null,
    DateOnly? OccurredOn = null,
    decimal? Amount = null,
    string? Currency = null,
    PaidBy? PaidBy = null,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default,
    [property: ID<Campaign>] Optional<Guid?> CampaignId = default,
    [property: ID<Goal>] Optional<Guid?> GoalId = default,
    Optional<string?> Description = default,
    bool? IsAssumed = null,
    Optional<int?> SpreadMonths = default,
    bool? IsCredit = null
);

[MutationType]
internal static partial class CorrectCost
{
    /// <summary>
    /// Corrects a cost. The ledger is never overwritten: the old entries are reversed and new ones are posted, on the cost's own day. A
    /// retracted cost counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Cost>> CorrectCostAsync(
        CorrectCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CorrectAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Cost>> CorrectAsync(
        DatabaseSession session,
        CorrectCostInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await AgencyPaid.FindAsync<Cost>(session, "cost", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var cost))
            return problem.Refuse<Cost>();

        var old = cost.Content;
        var stated = old with
        {
            Category = input.Category ?? old.Category,
            OccurredOn = input.OccurredOn ?? old.OccurredOn,
            Amount = input.Amount ?? old.Amount,
            Currency = input.Currency ?? old.Currency,
            PaidBy = input.PaidBy ?? old.PaidBy,
            ChannelId = input.ChannelId.Or(old.ChannelId),
            CampaignId = input.CampaignId.Or(old.CampaignId),
            GoalId = input.GoalId.Or(old.GoalId),
            Description = input.Description.Or(old.Description),
            IsAssumed = input.IsAssumed ?? old.IsAssumed,
            SpreadMonths = input.SpreadMonths.Or(old.SpreadMonths),
            IsCredit = input.IsCredit ?? old.IsCredit,
        };
        return await OneFact.StoreAsync(
            session,
            stated,
            CostChecks.Apply,
            CostIntake.StoreAsync,
            new RecordingOptions(now, IsCorrection: true),
            cancellationToken
        );
    }
}
