using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;

namespace AgencyRoi.Access;

[QueryType]
internal static class ApiTokenQueries
{
    /// <summary>
    /// The tokens that the agency gave out, the latest first unless another order is asked for; for owners whose own token is not restricted to clients.
    /// </summary>
    [Authorize(Policies.Owner)]
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<ApiToken>> GetApiTokensAsync(
        PagingArguments paging,
        QueryContext<ApiToken> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.PageAsync(
            db => db.Set<ApiToken>(),
            paging,
            query,
            sort => sort.AddDescending(token => token.CreatedAt),
            cancellationToken
        );
}
