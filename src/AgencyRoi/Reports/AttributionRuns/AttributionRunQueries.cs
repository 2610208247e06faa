using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Attribution;

namespace AgencyRoi.Reports.AttributionRuns;

[ObjectType<AttributionRun>]
internal static partial class AttributionRunFields
{
    [NodeResolver]
    public static Task<AttributionRun?> GetAttributionRunAsync(
        Guid id,
        RowById<AttributionRun> runs,
        CancellationToken cancellationToken
    ) => runs.LoadAsync(id, cancellationToken);

    /// <summary>The days of the conversions and refunds.</summary>
    public static Period GetPeriod([Parent("FromDay ToDay")] AttributionRun run) => new(run.FromDay, run.ToDay);

    /// <summary>How far it is. Whoever asks wakes up a run that was left, since the process that made it ended.</summary>
    [BindMember(nameof(AttributionRun.State))]
    public static AttributionRunState GetState(
        [Parent("Id State MakerUntil FinishedAt")] AttributionRun run,
        OperationDatabase database,
        AttributionRunner runner,
        TimeProvider time
    )
    {
        if (run.IsLeft(time.GetUtcNow()))
            runner.Ask(database.Current.Scope.Tenant, run.Id);
        return run.State;
    }

    /// <summary>The report; null until the state is DONE.</summary>
    public static AttributionReport? GetReport([Parent("ReportText")] AttributionRun run) =>
        run.ReportText is { } text ? StoredReport.Read(text) : null;
}

[ExtendObjectType<Client>]
internal static partial class AttributionRunsOfClient
{
    private static readonly ChildList<AttributionRun, ClientId> OfClient = new(
        run => run.ClientId,
        sort => sort.AddDescending(run => run.CreatedAt)
    );

    /// <summary>Attribution that was made in the background, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<AttributionRun>>> GetAttributionRunsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<AttributionRun> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
