using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

[QueryType]
internal static partial class ApiTokenQueries
{
    private static readonly RowList<ApiToken> Tokens = new(
        static db => db.Set<ApiToken>(),
        sort => sort.AddDescending(token => token.CreatedAt)
    );

    /// <summary>
    /// The tokens that the agency gave out, the latest first unless another order is asked for; for owners whose own token is not restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<ApiToken>> GetApiTokensAsync(
        PagingArguments paging,
        QueryContext<ApiToken> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Tokens.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<ApiToken>]
internal static partial class ApiTokenFields
{
    [BindMember(nameof(ApiToken.IssuerId))]
    public static async Task<ApiToken?> GetIssuerAsync(
        [Parent("IssuerId")] ApiToken token,
        RowById<ApiToken> tokens,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        // A token that renews itself is shown, whatever it may do.
        token.IssuerId
            is { } id
        && viewer.May(Permission.ManageTokens)
        && await tokens.LoadRequiredAsync(id, cancellationToken) is var issuer
        && viewer.Grant.Covers(issuer.Grant)
            ? issuer
            : null;

    [BindMember(nameof(ApiToken.PredecessorId))]
    public static Task<ApiToken?> GetPredecessorAsync(
        [Parent("PredecessorId")] ApiToken token,
        RowById<ApiToken> tokens,
        QueryContext<ApiToken> query,
        CancellationToken cancellationToken
    ) => tokens.LoadIfReferredAsync(token.PredecessorId, query, cancellationToken);

    /// <summary>The token that came in its place, the latest that was not taken back if there were several.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<ApiToken?>> GetSuccessorAsync(
        [Parent("Id")] List<ApiToken> tokens,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<ApiToken?>>(
            async (session, token) =>
            {
                Guid?[] ids = [.. tokens.Select(row => (Guid?)row.Id)];
                var successors = await session
                    .Db.Set<ApiToken>()
                    .AsNoTracking()
                    .Where(row => ids.Contains(row.PredecessorId))
                    .OrderBy(row => row.RevokedAt == null)
                    .ThenBy(row => row.CreatedAt)
                    .ThenBy(row => row.Id)
                    .ToListAsync(token);
                var byPredecessor = successors.ToLookup(row => row.PredecessorId);
                return [.. ids.Select(id => byPredecessor[id].LastOrDefault())];
            },
            cancellationToken
        );

    /// <summary>What it may do: the permissions of its role that its scopes leave.</summary>
    public static IReadOnlyList<Permission> GetPermissions([Parent("Role Scopes")] ApiToken token) => token.Permissions.ToList();

    /// <summary>The deprecated members of this API that it uses, the latest first: what would stop working for its holder when they go.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<DeprecatedUse>>> GetDeprecatedUseAsync(
        [Parent("Id")] List<ApiToken> tokens,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<IReadOnlyList<DeprecatedUse>>>(
            async (session, token) =>
            {
                Guid[] ids = [.. tokens.Select(row => row.Id)];
                var uses = await session
                    .Db.Set<DeprecatedUse>()
                    .Where(use => ids.Contains(use.TokenId))
                    .OrderByDescending(use => use.LastUsedAt)
                    .ThenBy(use => use.Coordinate)
                    .ToListAsync(token);
                var byToken = uses.ToLookup(use => use.TokenId);
                return [.. ids.Select(id => byToken[id].ToList())];
            },
            cancellationToken
        );
}
