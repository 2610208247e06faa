using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale or another conversion.</summary>
/// <param name="ClientId">The client that sold.</param>
/// <param name="Type">What happened.</param>
/// <param name="OccurredOn">The day of the conversion, in the client's time zone.</param>
/// <param name="Amount">Revenue net of tax, zero or above. A sale needs it; another conversion may take its goal's value instead.</param>
/// <param name="Currency">ISO 4217, together with the amount.</param>
/// <param name="Quantity">How many conversions it stands for.</param>
/// <param name="ChannelId">The client's channel that brought it. It counts as value when the agency runs the channel.</param>
/// <param name="CampaignId">The client's campaign that brought it. It then counts as value.</param>
/// <param name="GoalId">The client's goal that it serves.</param>
/// <param name="ContactReference">The contact's key in another system. No name and no address.</param>
/// <param name="Description">What a person should know about it, at most 2000 characters.</param>
/// <param name="ExternalReference">The order's key. Sent again with the same content it changes nothing; with other content it is a correction.</param>
/// <param name="LeadReference">The lead's key in another system. Conversions and outcomes that name the same lead count once; not above a quantity of 1, but for a sale, which is one order.</param>
/// <param name="OrderReference">The order's key, where the sale has another of its own; it goes before the lead's. What names the same order counts once.</param>
/// <param name="ExpectNew">Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</param>
internal sealed record RecordSaleInput(
    [property: ID<Client>] Guid ClientId,
    ConversionType Type,
    DateOnly OccurredOn,
    decimal? Amount = null,
    string? Currency = null,
    decimal Quantity = 1m,
    [property: ID<Channel>] Guid? ChannelId = null,
    [property: ID<Campaign>] Guid? CampaignId = null,
    [property: ID<Goal>] Guid? GoalId = null,
    [property: Key] string? ContactReference = null,
    string? Description = null,
    [property: Key] string? ExternalReference = null,
    [property: Key] string? LeadReference = null,
    [property: Key] string? OrderReference = null,
    bool ExpectNew = false
);

[MutationType]
internal static partial class RecordSale
{
    /// <summary>
    /// Records a sale or another conversion and posts its value to the ledger: the client's margin of it where one is known, else the revenue. Safe to
    /// send twice when it carries an external reference; a retracted sale of that reference counts again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Sale>> RecordSaleAsync(
        RecordSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static Task<FieldResult<Sale>> RecordAsync(
        DatabaseSession session,
        RecordSaleInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var statement = new SaleStatement(
            input.ClientId,
            input.ExternalReference ?? FactReference.New(now),
            input.Type,
            input.OccurredOn,
            input.Amount,
            input.Currency,
            input.Quantity,
            input.ChannelId,
            input.CampaignId,
            input.GoalId,
            input.ContactReference,
            input.Description
        )
        {
            LeadReference = input.LeadReference,
            OrderReference = input.OrderReference,
        };
        return OneFact.StoreAsync(
            session,
            statement,
            SaleChecks.Apply,
            SaleIntake.StoreAsync,
            new RecordingOptions(now, input.ExpectNew),
            cancellationToken
        );
    }
}
