using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>A correction of a sale. Fields that are not given stay as they are.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Version">The sale's version as you read it.</param>
/// <param name="Type">What happened.</param>
/// <param name="OccurredOn">The day of the conversion, in the client's time zone.</param>
/// <param name="Amount">Revenue net of tax; null removes it, together with the currency.</param>
/// <param name="Currency">ISO 4217; null removes it, together with the amount.</param>
/// <param name="Quantity">How many conversions it stands for.</param>
/// <param name="ChannelId">The client's channel; null removes it.</param>
/// <param name="CampaignId">The client's campaign; null removes it.</param>
/// <param name="GoalId">The client's goal; null removes it.</param>
/// <param name="ContactReference">The contact's key in another system; null removes it.</param>
/// <param name="Description">At most 2000 characters; null removes it.</param>
/// <param name="LeadReference">The lead's key in another system; null removes it.</param>
/// <param name="OrderReference">The order's key, where the sale has another of its own; null removes it.</param>
internal sealed record CorrectSaleInput(
    [property: ID<Sale>] Guid Id,
    long Version,
    ConversionType? Type = null,
    DateOnly? OccurredOn = null,
    Optional<decimal?> Amount = default,
    Optional<string?> Currency = default,
    decimal? Quantity = null,
    [property: ID<Channel>] Optional<Guid?> ChannelId = default,
    [property: ID<Campaign>] Optional<Guid?> CampaignId = default,
    [property: ID<Goal>] Optional<Guid?> GoalId = default,
    [property: Key] Optional<string?> ContactReference = default,
    Optional<string?> Description = default,
    [property: Key] Optional<string?> LeadReference = default,
    [property: Key] Optional<string?> OrderReference = default
);

[MutationType]
internal static partial class CorrectSale
{
    /// <summary>
    /// Corrects a sale. The ledger is never overwritten: the old entries are reversed and new ones are posted, on the sale's own day, at the
    /// client's margin of now, and its refunds follow. A retracted sale counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    public static Task<FieldResult<Sale>> CorrectSaleAsync(
        CorrectSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CorrectAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Sale>> CorrectAsync(
        DatabaseSession session,
        CorrectSaleInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Sale>("sale", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var sale))
            return problem.Refuse<Sale>();

        var old = sale.Content;
        var statement = old with
        {
            Type = input.Type ?? old.Type,
            OccurredOn = input.OccurredOn ?? old.OccurredOn,
            Amount = input.Amount.Or(old.Amount),
            Currency = input.Currency.Or(old.Currency),
            Quantity = input.Quantity ?? old.Quantity,
            ChannelId = input.ChannelId.Or(old.ChannelId),
            CampaignId = input.CampaignId.Or(old.CampaignId),
            GoalId = input.GoalId.Or(old.GoalId),
            ContactReference = input.ContactReference.Or(old.ContactReference),
            Description = input.Description.Or(old.Description),
            LeadReference = input.LeadReference.Or(old.LeadReference),
            OrderReference = input.OrderReference.Or(old.OrderReference),
        };
        return await OneFact.StoreAsync(
            session,
            statement,
            SaleChecks.Apply,
            SaleIntake.StoreAsync,
            new RecordingOptions(now, IsCorrection: true),
            cancellationToken
        );
    }
}
