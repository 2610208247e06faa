using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

/// <summary>Making invitations and taking them back.</summary>
internal static class Invitations
{
    private const string RevokeMade = """
        update app.invitations set revoked_at = $3, updated_at = $3, version = version + 1
        where tenant_id = $1 and created_by = any($2) and accepted_at is null and revoked_at is null
        """;

    /// <summary>The one to the address that is neither accepted nor taken back; it may have expired.</summary>
    public static Task<Invitation?> FindOpenAsync(DatabaseSession session, string email, CancellationToken cancellationToken) =>
        session
            .Db.Set<Invitation>()
            .SingleOrDefaultAsync(row => row.Email == email && row.AcceptedAt == null && row.RevokedAt == null, cancellationToken);

    /// <summary>Adds an invitation to a session that writes, and saves nothing. Whether somebody may is asked before.</summary>
    public static async Task<IssuedInvitation> AddAsync(
        DatabaseSession session,
        NewInvitation wanted,
        string maker,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var text = await ReserveAsync(session, cancellationToken);
        var invitation = Invitation.Make(session.TenantId, wanted, text, maker, now);
        session.Db.Add(invitation);
        return new IssuedInvitation(invitation, text);
    }

    /// <summary>The open ones that a caller made.</summary>
    public static Task<List<Invitation>> FindMadeByAsync(DatabaseSession session, Caller maker, CancellationToken cancellationToken)
    {
        var actor = $"{maker}";
        return session
            .Db.Set<Invitation>()
            .Where(row => row.CreatedBy == actor && row.AcceptedAt == null && row.RevokedAt == null)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What somebody invited others to does not outlast them.</summary>
    public static async Task RevokeMadeByAsync(
        DatabaseSession session,
        IReadOnlyCollection<Caller> makers,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(RevokeMade);
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        command.Parameters.Add(new() { Value = makers.Select(maker => $"{maker}").ToArray() });
        command.Parameters.Add(new() { Value = now });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<InvitationText> ReserveAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        while (true)
        {
            var text = InvitationText.New();
            await using var command = session.Command("select app.reserve_invitation_id($1)");
            command.Parameters.Add(new() { Value = text.Id });
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
                return text;
        }
    }
}
