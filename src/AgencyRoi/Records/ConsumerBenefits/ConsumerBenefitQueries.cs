using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.ConsumerBenefits;

[ObjectType<ConsumerBenefit>]
internal static partial class ConsumerBenefitFields
{
    [NodeResolver]
    public static Task<ConsumerBenefit?> GetConsumerBenefitAsync(
        Guid id,
        RowById<ConsumerBenefit> benefits,
        CancellationToken cancellationToken
    ) => benefits.LoadAsync(id, cancellationToken);

    /// <summary>Its worth to all of them together, as it was given. Null: it is time, and the hours have a worth.</summary>
    public static Money? GetAmount([Parent("Amount Currency")] ConsumerBenefit benefit) => Given(benefit.Amount, benefit);

    /// <summary>The worth of an hour to one of them. Null: no hours were given.</summary>
    public static Money? GetHourlyWorth([Parent("HourlyWorth Currency")] ConsumerBenefit benefit) => Given(benefit.HourlyWorth, benefit);

    /// <summary>The money that all of them together gave up for it. Null: nobody measured it.</summary>
    public static Money? GetCostAmount([Parent("CostAmount Currency")] ConsumerBenefit benefit) => Given(benefit.CostAmount, benefit);

    private static Money? Given(decimal? amount, ConsumerBenefit benefit) =>
        amount is { } given ? new Money(given, benefit.Currency) : null;
}

[ExtendObjectType<Client>]
internal static partial class ConsumerBenefitsOfClient
{
    private static readonly ChildList<ConsumerBenefit, ClientId> Benefits = new(
        benefit => benefit.ClientId,
        sort => sort.AddDescending(benefit => benefit.OccurredOn)
    );

    /// <summary>Coupons, time and other benefits that people got from the client, the latest first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<ConsumerBenefit>>> GetConsumerBenefitsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<ConsumerBenefit> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Benefits.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
