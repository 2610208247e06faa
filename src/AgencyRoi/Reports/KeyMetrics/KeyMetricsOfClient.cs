using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.KeyMetrics;

[ExtendObjectType<Client>]
internal static partial class KeyMetricsOfClient
{
    /// <summary>
    /// The few figures that the client is shown first, in their order, with those of the period before, in the client's currency and viewpoint. Empty: none was
    /// chosen. The number of statements does not depend on how many clients or metrics there are.
    /// </summary>
    /// <param name="period">The days to count.</param>
    [ListSize(AssumedSize = 7)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<KeyMetric>>> GetKeyMetricsAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var before = days.Preceding();
        return database.RunAsync<IReadOnlyList<IReadOnlyList<KeyMetric>>>(
            async (session, token) =>
            {
                var chosen = await KeyMetricChoices.OfClientsAsync(session, clients.Select(client => client.Id), token);
                var all = clients.SelectMany(client => chosen[client.Id]).ToList();
                var goals = await ChosenGoals.LoadAsync(session, all, token);
                var current = await KeyMetricFigures.LoadAsync(session, all, goals, days, token);
                var previous = await KeyMetricFigures.LoadAsync(session, all, goals, before, token);
                return
                [
                    .. clients.Select(client =>
                        chosen[client.Id]
                            .Select(choice => new KeyMetric(
                                choice,
                                KeyMetricCodes.UnitOf(choice.Metric),
                                Current: current.Of(client, choice),
                                Previous: previous.Of(client, choice),
                                new(before.From, before.To)
                            ))
                            .ToList()
                    ),
                ];
            },
            cancellationToken
        );
    }
}
