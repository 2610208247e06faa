using AgencyRoi.Access.Members;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Entry.Demo;

/// <summary>Makes the demo's people members of their agencies, as if each had been invited and had accepted. Who is one already stays as they are.</summary>
internal static class DemoMembers
{
    private const string Maker = "demo";

    public static async Task EnsureAsync(
        AgencyDatabase database,
        TenantScope scope,
        string issuer,
        string portalReference,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        var portalClient = await session
            .Db.Set<Client>()
            .Where(client => client.ExternalReference == portalReference)
            .Select(client => client.Id)
            .SingleAsync(cancellationToken);
        var members = await session
            .Db.Set<Member>()
            .Where(member => member.InvitedBy == Maker && member.RemovedAt == null)
            .ToListAsync(cancellationToken);
        // On another port the provider is another issuer, and the people are not the same.
        foreach (var former in members.Where(member => member.Issuer != issuer))
            former.Remove(now);
        var missing = DemoPeople
            .PartsIn(scope.Tenant.Identifier)
            .Where(part => !members.Exists(member => member.Issuer == issuer && member.Subject == part.Subject));
        foreach (var part in missing)
            await AddAsync(session, part, issuer, portalClient, now, cancellationToken);
        await session.Db.SaveChangesAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    private static async Task AddAsync(
        DatabaseSession session,
        DemoPart part,
        string issuer,
        ClientId portalClient,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (person, grant) = (part.Person, part.Role.IsPortal() ? ClientGrant.Of([portalClient], groups: null) : ClientGrant.All);
        var wanted = new NewInvitation(person.Email, person.Name, part.Role, grant);
        // Accepted as soon as it is made, so that it is kept nowhere.
        var invitation = Invitation.Make(session.TenantId, wanted, InvitationText.New(), Maker, now);
        session.Db.Add(Member.Accept(invitation, new Identity(issuer, part.Subject), person.Email, now));
        await using var note = session.Command("select app.note_identity($1, $2)");
        note.Parameters.Add(new() { Value = issuer });
        note.Parameters.Add(new() { Value = part.Subject });
        await note.ExecuteNonQueryAsync(cancellationToken);
    }
}
