using AgencyRoi.Clients;
using AgencyRoi.Comparison;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
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
                Within(whole, whole.Scope.Sums.ClientIds.Select(client => FirstUnsettled(zones[client], now)).Min())
            ),
        ];
    }

    private static DateOnly FirstUnsettled(string timeZone, DateTimeOffset now) => Calendar.DayIn(timeZone, now).AddDays(-DaysUntilSettled);

    private static DateOnly? Within(ReturnOnInvestment whole, DateOnly firstUnsettled)
    {
        var period = whole.Scope.Sums.Period;
        if (period.To <= firstUnsettled)
            return null;
        return firstUnsettled > period.From ? firstUnsettled : period.From;
    }
}
