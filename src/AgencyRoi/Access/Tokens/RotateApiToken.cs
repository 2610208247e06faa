using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>The token that is to be followed by another.</summary>
/// <param name="Id">The token. A token may name itself, whatever its role.</param>
/// <param name="OverlapMinutes">
/// How long it goes on beside its successor, from 0 to 43,200 minutes (30 days), so that its holders can change over. It never lasts longer than it
/// would have. After 0 it is refused everywhere within seconds.
/// </param>
/// <param name="ReplacesUnused">
/// Takes back the successor that is there already, when nobody has used it, and makes another: for an answer that was lost, since a token's text is
/// shown once.
/// </param>
internal sealed record RotateApiTokenInput([property: ID<ApiToken>] Guid Id, int OverlapMinutes = 1440, bool ReplacesUnused = false);

[MutationType]
internal static partial class RotateApiToken
{
    private const int MostMinutes = 30 * 24 * 60;

    /// <summary>
    /// Makes the successor of a token, with the same role, clients, scopes, label and bond to trusted documents, and has the token end after an
    /// overlap. For whoever manages tokens, and for each token that renews itself. The successor lasts as long as the token was made to last, and at the
    /// latest until the end of the token that made it. To repeat it safely, send it again: when the first was stored, ALREADY_EXISTS at `id` says so, and
    /// nothing was changed. Its text cannot be shown again: send it with `replacesUnused: true`, which takes the unused successor back and makes another.
    /// Where the token has ended meanwhile, somebody who manages tokens rotates its `successor`.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<NewTokenText>> RotateApiTokenAsync(
        RotateApiTokenInput input,
        OperationDatabase database,
        Revocation revocation,
        CallerEnds ends,
        Viewer viewer,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => RotateAsync(session, revocation, ends, viewer, input, time.GetUtcNow(), token),
            cancellationToken
        );

    private static async Task<FieldResult<NewTokenText>> RotateAsync(
        DatabaseSession session,
        Revocation revocation,
        CallerEnds ends,
        Viewer viewer,
        RotateApiTokenInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isOwn = viewer.Caller.TokenId == input.Id;
        if (!isOwn && !viewer.May(Permission.ManageTokens))
            return new ForbiddenError("Only owners and admins rotate other tokens than their own.").Refuse<NewTokenText>();
        if (input.OverlapMinutes is < 0 or > MostMinutes)
            return BadInputError.At("overlapMinutes", $"From 0 to {MostMinutes} minutes, which are 30 days.").Refuse<NewTokenText>();

        await Succession.LockAsync(session, cancellationToken);
        await session.LockAsync("api_tokens", input.Id, cancellationToken);
        await ends.HoldAsync(session, viewer, now, cancellationToken);
        var token = await session.Db.Set<ApiToken>().SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (token is null || !viewer.Grant.Covers(token.Grant))
            return NotFoundError.Of("token").Refuse<NewTokenText>();
        if (!viewer.Permissions.Covers(token.Permissions))
            return new ForbiddenError("Nobody rotates a token that may do more than their own.", ["input", "id"]).Refuse<NewTokenText>();
        if (!token.IsActive(now))
            return BadInputError.At("id", "The token has ended: make another with createApiToken.").Refuse<NewTokenText>();

        var wanted = await Succession.WantedAsync(session, token, viewer, now, cancellationToken);
        // What renews itself gets nothing that it did not have.
        if (!isOwn && ApiTokens.WhyNot(viewer, wanted, now) is { } reason)
            return reason.Explain(wanted).Refuse<NewTokenText>();
        if (await Succession.FindAsync(session, token, now, cancellationToken) is { } there)
        {
            if (there.LastUsedAt is not null)
                return Exists("Its successor is in use: rotate that one, which is the token's successor.");
            if (!input.ReplacesUnused)
                return Exists(
                    "It has a successor that nobody has used, whose text is shown once: if that did not reach you, send this again with replacesUnused: true."
                );
            await revocation.RevokeAsync(there, cancellationToken);
        }

        token.GiveWay(now, TimeSpan.FromMinutes(input.OverlapMinutes));
        var issuer = isOwn ? new TokenIssuer(viewer.Scope.Actor, token.IssuerId, token.IssuerMemberId) : TokenIssuer.Of(viewer);
        var issued = await ApiTokens.IssueAsync(session, wanted, issuer, now, cancellationToken);
        revocation.TellOf(token.TokenId, issued.Token.TokenId);
        return new NewTokenText(issued.Token, issued.Text.ToString());
    }

    private static FieldResult<NewTokenText> Exists(string message) =>
        new AlreadyExistsError(message, ["input", "id"]).Refuse<NewTokenText>();
}
