using AgencyRoi.Access;
using AgencyRoi.Access.Members;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>Invites people to an agency as its operator may: the first owner, and whoever is needed when all owners are gone.</summary>
internal sealed class AgencyInvitations(OpsDatabase ops, IReadOnlyList<ProductModule> modules, InvitationLinks links)
{
    private const string Maker = "agency invite";
    private readonly AgencyDatabase database = new(ops.Ops, modules);

    /// <summary>An agency's first owner, by an address.</summary>
    public FirstOwner FirstOwner(string slug, string email) =>
        new(
            "owner's invitation",
            $"An invitation in place of a lost one: {Maker} --slug {slug} --email … --role owner.",
            async (session, now, cancellationToken) =>
                links.Of((await AddAsync(session, Owner(email), AgencyCreation.Maker, now, cancellationToken)).Text)
        );

    /// <summary>Makes an invitation, and takes back the one to the same address that is open.</summary>
    /// <exception cref="SettingException">The address or the name cannot be.</exception>
    public async Task InviteAsync(TenantInfo agency, string email, AccessRole role, string? name, CancellationToken cancellationToken)
    {
        var checks = new InputChecks();
        checks.Text(name, "--name");
        if (!checks.Passed)
            throw new SettingException($"--name: {checks.Errors[0].Message}");
        var scope = new TenantScope(agency, ClientScope.All, Maker);
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        await MemberChanges.LockAsync(session, cancellationToken);
        var now = DatabaseClock.Instance.GetUtcNow();
        var issued = await AddAsync(session, new("--email", email, role, name), Maker, now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        Console.Error.WriteLine(
            $"Made an invitation to {agency.Identifier} for 7 days; an open one to the same address is taken back. It is shown this once:"
        );
        Console.Out.WriteLine(links.Of(issued.Text));
    }

    private static async Task<IssuedInvitation> AddAsync(
        DatabaseSession session,
        AskedInvitation asked,
        string maker,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var address =
            await EmailAddress.NormaliseAsync(session, asked.Email, cancellationToken)
            ?? throw new SettingException($"{asked.Option}: An address has a name, an @ and a domain, and at most 254 characters.");
        if (await Invitations.FindOpenAsync(session, address, cancellationToken) is { } open)
        {
            open.Revoke(now);
            await session.Db.SaveChangesAsync(cancellationToken);
        }
        var issued = await Invitations.AddAsync(
            session,
            new NewInvitation(address, asked.Name, asked.Role, ClientGrant.All),
            maker,
            now,
            cancellationToken
        );
        await session.Db.SaveChangesAsync(cancellationToken);
        return issued;
    }

    private static AskedInvitation Owner(string email) => new("--owner-email", email, AccessRole.Owner, Name: null);

    /// <param name="Option">Of the verb, by which the address was given.</param>
    private sealed record AskedInvitation(string Option, string Email, AccessRole Role, string? Name);
}
