using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Costs;

/// <summary>Something that was paid, or a credit: something that was given back.</summary>
/// <param name="ClientId">The client it was paid by or for.</param>
/// <param name="Category">What it was for.</param>
/// <param name="OccurredOn">The day of the service, in the client's time zone.</param>
/// <param name="Amount">Net of tax, zero or above, in units of the currency; of a credit, above zero. Zero is a cost too.</param>
/// <param name="Currency">ISO 4217: what it was paid in.</param>
/// <param name="PaidBy">Who paid: the client, or the agency.</param>
/// <param name="ChannelId">The client's channel it was spent on.</param>
/// <param name="CampaignId">The client's campaign it was spent on.</param>
/// <param name="GoalId">The client's goal it was spent for.</param>
/// <param name="Description">What a person should know about it, at most 2000 characters.</param>
/// <param name="IsAssumed">Whether the amount is an assumption and not from a bill.</param>
/// <param name="SpreadMonths">Over how many months, from its day on, it is spread by day: 2 to 60, for TRAINING and CONFERENCE. Null: it counts on its day.</param>
/// <param name="IsCredit">
/// Whether it is a credit: what a platform or supplier gave back. It counts minus its amount, against its category, on its own day.
/// </param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordCostInput(
    [property: ID<Client>] Guid ClientId,
    CostCategory Category,
    DateOnly OccurredOn,
    decimal Amount,
    string Currency,
    PaidBy PaidBy,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: ID<Campaign>] Guid? CampaignId = null,
    [property: ID<Goal>] Guid? GoalId = null,
    string? Description = null,
    bool IsAssumed = false,
    int? SpreadMonths = null,
    bool IsCredit = false,
    [property: Key] string? ExternalReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordCost
{
    /// <summary>
    /// Records a cost, or with <c>isCredit</c> a credit, and posts it to the ledger. Safe to send twice when it carries an external reference; a retracted cost
    /// of that reference counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Cost>> RecordCostAsync(
        RecordCostInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static Task<FieldResult<Cost>> RecordAsync(
        DatabaseSession session,
        RecordCostInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stated = new CostStatement
        {
            ClientId = input.ClientId,
            ExternalReference = input.ExternalReference ?? FactReference.New(now),
            Category = input.Category,
            OccurredOn = input.OccurredOn,
            Amount = input.Amount,
            Currency = input.Currency,
            PaidBy = input.PaidBy,
            ChannelId = input.ChannelId,
            CampaignId = input.CampaignId,
            GoalId = input.GoalId,
            Description = input.Description,
            IsAssumed = input.IsAssumed,
            SpreadMonths = input.SpreadMonths,
            IsCredit = input.IsCredit,
        };
        return OneFact.StoreAsync(
            session,
            stated,
            CostChecks.Apply,
            CostIntake.StoreAsync,
            new RecordingOptions(now, input.ExpectNew),
            cancellationToken
        );
    }
}
