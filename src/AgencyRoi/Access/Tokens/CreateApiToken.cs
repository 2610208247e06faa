using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>A new token.</summary>
/// <param name="Role">What it is for. A portal's token names its clients.</param>
/// <param name="Label">
/// Who or what it is given to, 1 to 200 characters. Your own token gives out no second one of the same label, role, clients and groups while the first is
/// active.
/// </param>
/// <param name="ClientIds">The clients it is restricted to; without them it is good for all.</param>
/// <param name="ClientGroupIds">
/// At most 10 groups whose clients it is restricted to, as these are at the time of each request: a client that joins a group is seen within 5 seconds, one that leaves is
/// not seen any more after as long, and a stream ends with UNAUTHENTICATED when either happens, to be begun anew. With <c>clientIds</c> the token is good for both. Of groups
/// without clients, or that are archived, it sees nothing.
/// </param>
/// <param name="ExpiresAt">
/// From then on it is refused: at the latest when your own token expires. Without it the new token expires together with yours, or never when
/// yours never does.
/// </param>
/// <param name="TrustedDocumentsOnly">
/// Binds it to the documents that come with the service, named by their ids: for a token that lies where others may find it. Anything else,
/// introspection too, is refused with DOCUMENT_NOT_TRUSTED.
/// </param>
/// <param name="Scopes">
/// The permissions it is limited to, each one of its role; without them it has all of its role. `ApiToken.permissions` tells what it may do.
/// </param>
internal sealed record CreateApiTokenInput(
    AccessRole Role,
    string Label,
    [property: ID("Client")] IReadOnlyList<ClientId>? ClientIds = null,
    [property: ID("ClientGroup")] IReadOnlyList<ClientGroupId>? ClientGroupIds = null,
    DateTimeOffset? ExpiresAt = null,
    bool TrustedDocumentsOnly = false,
    IReadOnlyList<Permission>? Scopes = null
);

/// <summary>A token just made.</summary>
/// <param name="Token">What is kept of it.</param>
/// <param name="Text">The text that its holder sends as <c>Authorization: Bearer …</c>. Shown now and never again.</param>
[GraphQLName("IssuedApiToken")]
internal sealed record NewTokenText([property: GraphQLName("apiToken")] ApiToken Token, [property: GraphQLName("token")] string Text);

[MutationType]
internal static partial class CreateApiToken
{
    /// <summary>
    /// Gives out a token. For owners; nobody gives out more than they hold, nor for longer than they hold it. To repeat it safely, send it again: when
    /// the first was stored, ALREADY_EXISTS at `label` says so. Its text cannot be shown again: find the token by
    /// `apiTokens(where: { label: … })`, revoke it with `revokeApiToken`, and send this again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<NewTokenText>> CreateApiTokenAsync(
        CreateApiTokenInput input,
        OperationDatabase database,
        ApiTokenStore store,
        CallerEnds ends,
        Viewer viewer,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var made = await CreateAsync(session, ends, viewer, input, time.GetUtcNow(), token);
                if (made.Value is { Token.TokenId: var id })
                {
                    database.AfterCommit(() => store.Forget(id));
                    session.NotifyAfterCommit(IssuedTokens.Of(id));
                }
                return made;
            },
            cancellationToken
        );

    private static async Task<FieldResult<NewTokenText>> CreateAsync(
        DatabaseSession session,
        CallerEnds ends,
        Viewer viewer,
        CreateApiTokenInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Label, "label");
        ClientGrantInput.Check(checks, input.ClientIds, input.ClientGroupIds);
        checks.Require(
            input.Scopes is null or { Count: > 0 },
            "scopes",
            "The list of scopes is empty: leave it out for all that the role has."
        );
        if (!checks.Passed)
            return checks.Refuse<NewTokenText>();

        var grant = ClientGrant.Of(input.ClientIds, input.ClientGroupIds);
        var asked = new NewApiToken(input.Role, grant, input.Label, input.ExpiresAt, input.TrustedDocumentsOnly)
        {
            Scopes = input.Scopes is null ? null : PermissionSet.Of(input.Scopes),
        };
        var wanted = asked.WithEndOf(viewer);
        if (ApiTokens.WhyNot(viewer, wanted, now) is { } reason)
            return reason.Explain(wanted).Refuse<NewTokenText>();
        if (await ClientGrantInput.WhyNotThereAsync(session, grant, cancellationToken) is { } absent)
            return absent.Refuse<NewTokenText>();
        // Held until the commit: whoever revokes the maker with all that it made waits for the new one, or comes first and is seen here.
        await ends.HoldAsync(session, viewer, now, cancellationToken);
        if (await ApiTokens.IsThereAsync(session, viewer, wanted, now, cancellationToken))
            return new AlreadyExistsError(
                "Your token gave out this one already, and its text is shown once: if it did not reach you, find the token by "
                    + "apiTokens(where: { label: { eq: … } }), revoke it with revokeApiToken and send this again. For a second token choose another label.",
                ["input", "label"]
            ).Refuse<NewTokenText>();
        var issued = await ApiTokens.IssueAsync(session, wanted, TokenIssuer.Of(viewer), now, cancellationToken);
        return new NewTokenText(issued.Token, issued.Text.ToString());
    }
}
