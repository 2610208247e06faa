using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Subscriptions;

[ObjectType<Subscription>]
internal static partial class SubscriptionFields
{
    [NodeResolver]
    public static Task<Subscription?> GetSubscriptionAsync(
        Guid id,
        RowById<Subscription> subscriptions,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => AgencyPaid.LoadAsync(id, subscriptions, database, cancellationToken);

    /// <summary>What the whole term was to cost, net of tax, in the currency it was paid in.</summary>
    public static Money? GetAmount([Parent("Amount Currency")] Subscription subscription) =>
        new Money(subscription.Amount, subscription.Currency);

    /// <summary>What it cost in the end, when it was cancelled.</summary>
    public static Money? GetCancelledAmount([Parent("CancelledAmount Currency")] Subscription subscription) =>
        subscription.CancelledAmount is { } amount ? new Money(amount, subscription.Currency) : null;
}

[ExtendObjectType<Client>]
internal static partial class SubscriptionsOfClient
{
    private static readonly ChildList<Subscription, ClientId> Subscriptions = new(
        subscription => subscription.ClientId,
        sort => sort.AddDescending(subscription => subscription.From),
        AgencyPaid.Visible<Subscription>
    );

    /// <summary>
    /// Platforms and tools paid for by or for the client, the latest first unless another order is asked for; retracted ones among them. To a token that is
    /// restricted to clients, what the client paid.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Subscription>>> GetToolSubscriptionsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Subscription> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Subscriptions.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
