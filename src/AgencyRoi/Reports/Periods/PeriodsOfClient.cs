using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

[ExtendObjectType<Client>]
internal static partial class PeriodsOfClient
{
    /// <summary>The months in which something was posted or that were closed, the latest first.</summary>
    [BatchResolver]
    [UsePaging]
    public static async Task<IReadOnlyList<KeyedList<ClientPeriod>>> GetPeriodsAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var periods = await LoadAsync(clients, database, cancellationToken);
        return [.. clients.Select(client => LatestFirst(client, periods[client.Id], period => period.Month))];
    }

    /// <summary>The months that the client's people see, the latest first.</summary>
    [Portal]
    [BatchResolver]
    [UsePaging]
    public static async Task<IReadOnlyList<KeyedList<PublishedPeriod>>> GetPublishedPeriodsAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var periods = await LoadAsync(clients, database, cancellationToken);
        return
        [
            .. clients.Select(client =>
                LatestFirst(client, periods[client.Id].Select(Published).OfType<PublishedPeriod>(), period => period.Month)
            ),
        ];
    }

    private static KeyedList<T> LatestFirst<T>(Client client, IEnumerable<T> periods, Func<T, DateOnly> monthOf) =>
        KeyedList.Of($"{client.Id}", periods.Select(period => (ValueTuple.Create(-monthOf(period).DayNumber), period)));

    private static PublishedPeriod? Published(ClientPeriod period) =>
        period.PublishedEdition is { } edition ? new(period.Month, edition, period.Publications[0].PublishedAt) : null;

    private static Task<ILookup<ClientId, ClientPeriod>> LoadAsync(
        IReadOnlyList<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => PeriodLoaders.OfClientsAsync(session, clients.Select(client => client.Id), token),
            cancellationToken
        );
}
