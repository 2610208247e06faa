using System.Security.Cryptography;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Access.Members;

/// <summary>
/// Takes invitations up. Whoever has the secret of one and does not have its address, or comes too late, is told no more than somebody who guesses.
/// </summary>
internal sealed class InvitationAcceptance(AgencyDatabase database, MemberStore store, TimeProvider time)
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <summary>The agency of an invitation, whatever has become of it; null when the secret is not right.</summary>
    public Task<InvitingAgency?> FindAsync(InvitationText text, CancellationToken cancellationToken) =>
        database.LookUpAsync(connection => FindAsync(connection, text, cancellationToken), cancellationToken);

    /// <summary>Makes the identity a member, in one transaction with the end of the invitation.</summary>
    /// <param name="agency">As <see cref="FindAsync(InvitationText, CancellationToken)"/> found it.</param>
    /// <param name="text">The invitation.</param>
    /// <param name="identity">Whoever has signed in.</param>
    /// <param name="email">An address of which the provider says that it is theirs.</param>
    /// <param name="cancellationToken">Cancels what is not committed yet.</param>
    /// <exception cref="Platform.Database.Outages.OutcomeUnknownException">It was done whole or not at all, and may be sent again.</exception>
    public async Task<Acceptance> AcceptAsync(
        InvitingAgency agency,
        InvitationText text,
        Identity identity,
        string email,
        CancellationToken cancellationToken
    )
    {
        var scope = new TenantScope(agency.Info, ClientScope.All, "invitation");
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        await MemberChanges.LockAsync(session, cancellationToken);
        var now = time.GetUtcNow();
        var invitation = await session.Db.Set<Invitation>().SingleAsync(row => row.InvitationId == text.Id, cancellationToken);
        if (await EmailAddress.NormaliseAsync(session, email, cancellationToken) != invitation.Email)
            return new(AcceptanceOutcome.Refused);
        var isPending = invitation.IsPendingAt(now);
        var member = await session
            .Db.Set<Member>()
            .SingleOrDefaultAsync(
                row => row.Issuer == identity.Issuer && row.Subject == identity.Subject && row.RemovedAt == null,
                cancellationToken
            );
        // Also whoever sends it again because the answer was lost.
        var isMember = member is not null && (isPending || invitation.MemberId == member.Id);
        if (!isPending && !isMember)
            return new(AcceptanceOutcome.Refused);
        if (agency.IsSuspended)
            return new(AcceptanceOutcome.Suspended);

        if (member is null)
            session.Db.Add(member = await AddAsync(session, invitation, identity, email, now, cancellationToken));
        if (isPending)
            invitation.Accept(member.Id, now);
        await session.Db.SaveChangesAsync(cancellationToken);
        session.NotifyAfterCommit(ChangedMembers.Of(member.Id));
        try
        {
            await session.CommitAsync(CancellationToken.None);
        }
        finally
        {
            store.ForgetAll();
        }
        return new(isMember ? AcceptanceOutcome.MemberAlready : AcceptanceOutcome.Accepted, member.Role);
    }

    private static async Task<Member> AddAsync(
        DatabaseSession session,
        Invitation invitation,
        Identity identity,
        string email,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command("select app.note_identity($1, $2)");
        command.Parameters.Add(new() { Value = identity.Issuer });
        command.Parameters.Add(new() { Value = identity.Subject });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Member.Accept(invitation, identity, email, now);
    }

    private static async Task<InvitingAgency?> FindAsync(
        NpgsqlConnection connection,
        InvitationText text,
        CancellationToken cancellationToken
    )
    {
        const string query = """
            select tenant_id, slug, name, currency_code, time_zone, secret_hash, suspended_at is not null from app.find_invitation($1)
            """;
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(new() { Value = text.Id });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var isThere = await row.ReadAsync(cancellationToken);
        var isRight = CryptographicOperations.FixedTimeEquals(isThere ? row.GetFieldValue<byte[]>(5) : NoHash, text.Hash());
        return isThere && isRight
            ? new(new(row.GetId<AgencyId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), row.GetBoolean(6))
            : null;
    }
}

/// <summary>The agency that somebody is invited to.</summary>
internal sealed record InvitingAgency(TenantInfo Info, bool IsSuspended);

/// <param name="Role">The part that the person has in the agency; null when they have none.</param>
internal readonly record struct Acceptance(AcceptanceOutcome Outcome, AccessRole? Role = null);

internal enum AcceptanceOutcome
{
    /// <summary>It has expired, was taken back or used, or is for another address.</summary>
    Refused,

    /// <summary>It stays as it is until the agency is resumed.</summary>
    Suspended,

    /// <summary>The person is a member from now on.</summary>
    Accepted,

    /// <summary>The person was a member before, and stays what they are; the invitation is used.</summary>
    MemberAlready,
}
