using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Tokens;

/// <summary>The token to take back.</summary>
/// <param name="Id">The token.</param>
/// <param name="WithAllItMade">
/// Takes back with it every token that it made or that came in its place, and every token that those made, however far, with the open invitations that any of them made.
/// </param>
internal sealed record RevokeApiTokenInput([property: ID<ApiToken>] Guid Id, bool WithAllItMade = false);

/// <summary>The tokens that were revoked.</summary>
/// <param name="Token">The token that was named.</param>
/// <param name="MadeByItCount">How many tokens that it made, directly or not, or that came in the place of one, were taken back with it. Those that had been before are not counted.</param>
internal sealed record RevokedApiToken([property: GraphQLName("apiToken")] ApiToken Token, int MadeByItCount);

[MutationType]
internal static partial class RevokeApiToken
{
    /// <summary>
    /// Takes a token back for good, and all that it made when that is asked for: within seconds they are refused everywhere. For whoever manages
    /// tokens; nobody takes back a token that may do more than their own. Taking it back twice changes nothing; the second time may still take back
    /// what it made.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<RevokedApiToken>> RevokeApiTokenAsync(
        RevokeApiTokenInput input,
        OperationDatabase database,
        Revocation revocation,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => database.RunAsync((_, token) => RevokeAsync(input, revocation, viewer, token), cancellationToken);

    private static async Task<FieldResult<RevokedApiToken>> RevokeAsync(
        RevokeApiTokenInput input,
        Revocation revocation,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var revoked = await revocation.RevokeAsync(viewer, input.Id, cancellationToken);
        if (revoked.Value is not { } token)
            return new FieldResult<RevokedApiToken>(errors: [.. revoked.Errors]);
        return new RevokedApiToken(
            token,
            input.WithAllItMade ? await revocation.RevokeMadeByAsync(viewer, token.Id, cancellationToken) : 0
        );
    }
}
