using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.VolumeMetrics;

[ObjectType<VolumeMetric>]
internal static partial class VolumeMetricFields
{
    [NodeResolver]
    public static Task<VolumeMetric?> GetVolumeMetricAsync(Guid id, RowById<VolumeMetric> metrics, CancellationToken cancellationToken) =>
        metrics.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class VolumeMetricsOfClient
{
    private static readonly ChildList<VolumeMetric, ClientId> OfClient = new(
        metric => metric.ClientId,
        sort => sort.AddDescending(metric => metric.OccurredOn)
    );

    /// <summary>
    /// What was counted of the client's ads, posts and pages, the latest first unless another order is asked for. None of it is value, whatever a goal says.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<VolumeMetric>>> GetVolumeMetricsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<VolumeMetric> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
