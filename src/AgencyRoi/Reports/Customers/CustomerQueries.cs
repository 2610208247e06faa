using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Customers;

[ExtendObjectType<Client>]
internal static partial class CustomersOfClient
{
    private const int MostMonths = 120;

    /// <summary>How many of the period's new customers came back, and what a new one is worth, from sales that name their contact.</summary>
    /// <param name="period">The days of first purchases; what they bought is followed to its end, or to today when that is earlier.</param>
    /// <param name="horizonMonths">How far the lifetime value looks ahead, from 1 to 120 months.</param>
    /// <param name="discountRate">A year's, 0 to 1.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<CustomerValue>> GetCustomerValueAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        TimeProvider time,
        int horizonMonths = 12,
        decimal discountRate = 0.1m,
        CancellationToken cancellationToken = default
    )
    {
        var days = period.ToRange();
        if (horizonMonths is < 1 or > MostMonths)
            throw BadInput.Of($"horizonMonths lies between 1 and {MostMonths}.");
        if (discountRate is < 0m or > 1m)
            throw BadInput.Of("discountRate lies between 0 and 1.");
        var bought = await database.RunAsync(
            async (session, token) =>
            {
                var today = await ClientDays.TodayAsync(session, clients.Select(client => client.Id), time.GetUtcNow(), token);
                var until = today.ToDictionary(day => day.Key, day => days.To <= day.Value ? days.To : day.Value.AddDays(1));
                return await CustomerPurchases.LoadAsync(session, days.From, until, token);
            },
            cancellationToken
        );
        return [.. clients.Select(client => CustomerValue.Of(bought[client.Id], horizonMonths, discountRate))];
    }
}
