using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Tokens;

/// <summary>Which tokens count as unused.</summary>
/// <param name="Days">From 1 to 3650: a token that was neither used nor given out in so many times 24 hours is taken back.</param>
internal sealed record RevokeUnusedApiTokensInput(int Days);

/// <summary>The tokens that were revoked.</summary>
/// <param name="IdleBefore">Tokens whose `idleSince` lies before this were taken back.</param>
/// <param name="TokenCount">How many tokens.</param>
/// <param name="HasMore">Whether there are more: one operation takes back 1,000 at most. Send it again.</param>
internal sealed record RevokedApiTokens(DateTimeOffset IdleBefore, int TokenCount, bool HasMore);

[MutationType]
internal static partial class RevokeUnusedApiTokens
{
    private const int MostDays = 3650;

    /// <summary>
    /// Takes back all tokens of the agency that nobody has used for some time, except the one that asks and those that may do more than it. For
    /// whoever manages tokens, with a token that is not restricted to clients. To see them first, ask for `apiTokens` with a filter on `idleSince` and `revokedAt`. To repeat it safely, send it again: it takes
    /// back what is left.
    /// </summary>
    [Error<BadInputError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<RevokedApiTokens>> RevokeUnusedApiTokensAsync(
        RevokeUnusedApiTokensInput input,
        OperationDatabase database,
        Revocation revocation,
        Viewer viewer,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => RevokeAsync(session, revocation, viewer, input.Days, time.GetUtcNow(), token),
            cancellationToken
        );

    private static async Task<FieldResult<RevokedApiTokens>> RevokeAsync(
        DatabaseSession session,
        Revocation revocation,
        Viewer viewer,
        int days,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.May(Permission.ManageTokens))
            return new ForbiddenError("Only owners and admins take tokens back.").Refuse<RevokedApiTokens>();
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<RevokedApiTokens>();
        if (days is < 1 or > MostDays)
            return BadInputError.At("days", $"From 1 to {MostDays} days.").Refuse<RevokedApiTokens>();
        var since = now.AddDays(-days);
        var count = await revocation.RevokeUnusedAsync(viewer, since, cancellationToken);
        return new RevokedApiTokens(since, count, HasMore: count == Revocation.MostUnused);
    }
}
