using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.Access;

/// <summary>The token to take back.</summary>
/// <param name="Id">The token.</param>
internal sealed record RevokeApiTokenInput([property: ID<ApiToken>] Guid Id);

[MutationType]
internal static class RevokeApiToken
{
    /// <summary>Takes a token back for good: within seconds it is refused everywhere. For owners. Taking it back twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ForbiddenError>]
    public static async Task<FieldResult<ApiToken>> RevokeApiTokenAsync(
        RevokeApiTokenInput input,
        OperationDatabase database,
        ApiTokenStore store,
        Viewer viewer,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.IsOwner)
            return new ForbiddenError("Only an owner takes tokens back.").Refuse<ApiToken>();
        var revoked = await ApiTokens.RevokeAsync(database, store, viewer, input.Id, time.GetUtcNow(), cancellationToken);
        return revoked is null ? NotFoundError.Of("token").Refuse<ApiToken>() : revoked;
    }
}
