using AgencyRoi.Clients;
using AgencyRoi.Comparison;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Metrics;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Periods;

[ExtendObjectType<ReturnOnInvestment>]
internal static class ProvisionalRoi
{
    /// <summary>How many days networks and shops usually take until what they report about a day stands.</summary>
    private const int DaysUntilSettled = 3;

    /// <summary>
    /// The first day of the period whose figures are provisional: sources report some days late, so the day itself and the three before today, in the
    /// client's time zone, may still change without anybody correcting anything. Null: all days are settled.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<DateOnly?>> GetProvisionalFromAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        Guid[] clientIds = [.. returns.SelectMany(whole => whole.Scope.Sums.ClientIds).Distinct()];
        var zones = await database.RunAsync(
            (session, token) =>
                session
                    .Db.Set<Client>()
                    .Where(client => clientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.TimeZone, token),
            cancellationToken
        );
        var now = time.GetUtcNow();
        return
        [
            .. returns.Select(whole =>
                whole.Scope.Sums.ClientIds.Select(client => From(whole.Scope.Sums.Period, zones[client], now)).Min()
            ),
        ];
    }

    /// <summary>The first provisional day of a period for a client of that time zone; null: all days are settled.</summary>
    internal static DateOnly? From(DateRange period, string timeZone, DateTimeOffset now)
    {
        var firstUnsettled = Calendar.DayIn(timeZone, now).AddDays(-DaysUntilSettled);
        if (period.To <= firstUnsettled)
            return null;
        return firstUnsettled > period.From ? firstUnsettled : period.From;
    }
}
