using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Paths;

[ObjectType<JourneyPath>]
internal static partial class JourneyPathFields
{
    [NodeResolver]
    public static Task<JourneyPath?> GetJourneyPathAsync(Guid id, RowById<JourneyPath> paths, CancellationToken cancellationToken) =>
        paths.LoadAsync(id, cancellationToken);

    /// <summary>The touches in their order, repeats included.</summary>
    [ListSize(AssumedSize = 10)]
    public static IReadOnlyList<PathTouch> GetTouches([Parent("Path")] JourneyPath path) => PathText.Read(path.Path);

    /// <summary>What the conversions were worth together; null: nobody said.</summary>
    public static Money? GetValue([Parent] JourneyPath path) =>
        path is { Value: { } value, Currency: { } currency } ? new Money(value, currency) : null;
}

[ExtendObjectType<Client>]
internal static partial class JourneyPathsOfClient
{
    private static readonly ChildList<JourneyPath, ClientId> OfClient = new(
        path => path.ClientId,
        sort => sort.AddDescending(path => path.OccurredOn)
    );

    /// <summary>Paths that journeys took, as analytics tools count them, the latest day first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<JourneyPath>>> GetJourneyPathsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<JourneyPath> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
