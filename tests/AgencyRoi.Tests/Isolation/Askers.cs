using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Metrics;
using AgencyRoi.Tests.Access.Members;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Somebody with a role, what is theirs, and what is somebody else's.</summary>
internal sealed record Asker(string Name, AccessRole Role, Caller Caller, Holdings Own, Holdings Foreign);

/// <summary>Each role four times: as a token and as a person, at the other agency and restricted to the first client.</summary>
internal sealed class Askers(IsolationWorld world) : IDisposable
{
    private readonly List<Asker> all = [];

    public IReadOnlyList<Asker> All => all;

    public async Task MakeAsync()
    {
        foreach (var role in Enum.GetValues<AccessRole>())
        {
            await AddAsync(role, world.App.Beta, isRestricted: role.IsPortal(), own: world.StrangersClient, foreign: world.FirstClient);
            await AddAsync(role, world.App.Alpha, isRestricted: true, own: world.FirstClient, foreign: world.SecondClient);
        }
    }

    public void Dispose() => all.ForEach(asker => asker.Caller.Dispose());

    private async Task AddAsync(AccessRole role, TestAgency agency, bool isRestricted, Holdings own, Holdings foreign)
    {
        string[]? clientIds = isRestricted ? [own["Client"]] : null;
        var made = await world.App.DoAsync(
            agency.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = EnumCode.Of(role),
                label = TokenLabel.Another("asker"),
                clientIds,
            }
        );
        all.Add(new($"{role} token of {agency.Tenant.Identifier}", role, new(world.App.As(made.Text("token"))), own, foreign));
        var person = await ((MembersApp)world.App).MemberAsync(agency, EnumCode.Of(role), null, clientIds ?? []);
        all.Add(new($"{role} person of {agency.Tenant.Identifier}", role, new(world.App.As(person.Token)), own, foreign));
    }
}
