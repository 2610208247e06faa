using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Portfolio.ClientGroups;

[QueryType]
internal static partial class ClientGroupQueries
{
    private static readonly RowList<ClientGroup> All = new(static db => db.Set<ClientGroup>(), ByName);
    private static readonly RowList<ClientGroup> WithMembers = new(ClientGroup.WithMembers, ByName);

    /// <summary>
    /// The agency's groups of clients, by name unless another order is asked for; archived ones among them. A token that is restricted to clients sees those that one
    /// of its clients is in.
    /// </summary>
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    [CacheResponse]
    public static Task<Page<ClientGroup>> GetClientGroupsAsync(
        PagingArguments paging,
        QueryContext<ClientGroup> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => (database.Current.Scope.Clients.IsAll ? All : WithMembers).PageAsync(database, paging, query, cancellationToken);

    /// <summary>A group of clients; null when there is none of this id, or none of its clients is yours to see.</summary>
    /// <param name="id">The group's id.</param>
    [NodeResolver]
    [CacheResponse]
    public static Task<ClientGroup?> GetClientGroupAsync(
        [ID<ClientGroup>] ClientGroupId id,
        ClientGroupById groups,
        CancellationToken cancellationToken
    ) => groups.LoadAsync(id, cancellationToken);

    private static SortDefinition<ClientGroup> ByName(SortDefinition<ClientGroup> sort) => sort.AddAscending(group => group.Name);
}
