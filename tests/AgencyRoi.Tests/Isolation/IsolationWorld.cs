using System.Text;
using AgencyRoi.Access;
using AgencyRoi.Access.Members;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Metrics;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Tests.Access.Members;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Reports.Attribution;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Two agencies with one real object of every kind: the first has them for two clients, the second for one. Everything is entered over the API.
/// </summary>
public sealed class IsolationWorld(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly RoomyApp app = new(postgres);
    private readonly Dictionary<Caller, IReadOnlyList<(string Document, string? Slot, string Answer)>> tours = [];

    internal static Schema Staff { get; } = ProductSchema.ForStaff(Modules.All);
    internal static Schema Portal { get; } = ProductSchema.ForPortal(Modules.All);

    internal AgencyApp App => app;
    internal LogCapture Log => app.Log;
    internal Caller Owner { get; private set; } = null!; // xunit initialises a fixture before any test sees it
    internal Caller Analyst { get; private set; } = null!;
    internal Caller Stranger { get; private set; } = null!;

    /// <summary>Somebody who signed in: an owner of the second agency, who asks there, and one of the first client's people at the first.</summary>
    internal Caller Member { get; private set; } = null!;

    /// <summary>Of the first agency too, but of one client only.</summary>
    internal Caller Restricted { get; private set; } = null!;

    /// <summary>A token of the first agency for each role, for all its clients; those of a client's people for its first client.</summary>
    internal Dictionary<AccessRole, string> Tokens { get; } = [];

    /// <summary>The holders of those tokens.</summary>
    internal Dictionary<AccessRole, Caller> Roles { get; } = [];

    internal string PortalToken { get; private set; } = "";
    internal Caller PortalViewer { get; private set; } = null!;
    internal Caller Nobody { get; private set; } = null!;

    internal Holdings FirstClient { get; private set; } = null!;
    internal Holdings SecondClient { get; private set; } = null!;
    internal Holdings StrangersClient { get; private set; } = null!;

    /// <summary>What the first agency pays itself for its first client.</summary>
    internal AgencySecrets Secrets { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        Owner = new(app.As(app.Alpha.OwnerToken));
        Analyst = new(app.As(app.Alpha.AnalystToken));
        Stranger = new(app.As(app.Beta.OwnerToken));
        Nobody = new(app.As(null));
        FirstClient = await Holdings.MakeAsync(this, Owner, "quince", 1111.11m);
        SecondClient = await Holdings.MakeAsync(this, Owner, "saffron", 2222.22m);
        StrangersClient = await Holdings.MakeAsync(this, Stranger, "tamarind", 3333.33m);
        Secrets = await AgencySecrets.MakeAsync(app, FirstClient["Client"]);
        foreach (var (agency, of) in new[] { (app.Alpha, FirstClient), (app.Alpha, SecondClient), (app.Beta, StrangersClient) })
            await PublishMonthAsync(agency, of["Client"]);
        await SettleAsync();
        await LeaveJourneysToSumAsync();
        await UseSomethingDeprecatedAsync();
        foreach (var agency in new[] { app.Alpha, app.Beta })
            await app.ImportAsync(
                agency.StaffToken,
                "costs",
                "client,external_reference,date,category,amount,currency\nnobody,x,soon,AD_SPEND,1,USD\n"
            );
        Restricted = new(app.As(FirstClient.RestrictedToken));
        Member = await MemberAsync();
        PortalToken = await PortalTokenAsync();
        foreach (var role in Enum.GetValues<AccessRole>())
            Roles[role] = new(app.As(Tokens[role] = await TokenAsync(role)));
        PortalViewer = new(app.As(PortalToken));
    }

    /// <summary>Sums what was noted of journeys, and waits for attribution that was started, which the product does by itself a moment later.</summary>
    internal async Task SettleAsync()
    {
        foreach (var (agency, of) in new[] { (app.Alpha, FirstClient), (app.Alpha, SecondClient), (app.Beta, StrangersClient) })
            await KeptAnswers.KeepAsync(app, agency, of["Client"]);
        while ((long)(await app.Database.AsSuperuserAsync("select count(*) from app.attribution_runs where finished_at is null"))! > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    // Of an account that nobody asks about.
    private Task<object?> LeaveJourneysToSumAsync() =>
        app.Database.AsSuperuserAsync(
            "insert into app.journey_changes (tenant_id, client_id, id, journey_key) select tenant_id, id, id, id from app.clients where kind = 'HOUSE'"
        );

    /// <summary>Signs somebody new in by an invitation; the id of the member.</summary>
    internal async Task<string> AcceptAsync(string secret)
    {
        var text = InvitationText.TryParse(secret)!; // As it was answered.
        var acceptance = app.Services.GetRequiredService<InvitationAcceptance>();
        var agency = await acceptance.FindAsync(text, TestContext.Current.CancellationToken);
        var email = (string)(await app.Database.AsSuperuserAsync($"select email from app.invitations where invitation_id = '{text.Id}'"))!;
        var accepted = await acceptance.AcceptAsync(
            agency!,
            text,
            new Identity("https://sign-in.example", $"subject of {text.Id}"),
            email,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(AcceptanceOutcome.Accepted, accepted.Outcome);
        var member = await app.Database.AsSuperuserAsync($"select member_id from app.invitations where invitation_id = '{text.Id}'");
        return GlobalId.Format("Member", (Guid)member!);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in new[] { Owner, Analyst, Stranger, Member, Restricted, PortalViewer, Nobody }.Concat(Roles.Values))
            caller?.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>What somebody is answered on the way through a schema, beginning at the first client's objects; led once for all who look at it.</summary>
    internal async Task<IReadOnlyList<(string Document, string? Slot, string Answer)>> TourAsync(Caller caller, Schema schema)
    {
        if (tours.TryGetValue(caller, out var known))
            return known;
        var tour = new List<(string, string?, string)>();
        foreach (var (document, slot) in Tour.Ways(schema))
            tour.Add((document, slot, await caller.AskAsync(document, slot is null ? null : new() { ["id"] = FirstClient[slot] })));
        return tours[caller] = tour;
    }

    internal static Guid KeyOf(string globalId) => Guid.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(globalId)).Split(':')[1]);

    /// <summary>The version of an object as it really is; null when there is none, whoever may see it.</summary>
    internal async Task<long?> VersionAsync(string globalId)
    {
        var type = Encoding.UTF8.GetString(Convert.FromBase64String(globalId)).Split(':')[0];
        var table = type switch
        {
            "Person" => "people",
            "Member" => "memberships",
            "TimeEntry" => "time_entries",
            "ToolSubscription" => "subscriptions",
            "KeywordVisits" => "keyword_visits",
            "Touch" => "touches",
            "ContactLegalBasis" => "contact_legal_bases",
            "AudienceActivity" => "audience_activities",
            _ => string.Concat(type.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant()
                + "s",
        };
        return (long?)await app.Database.AsSuperuserAsync($"select version from app.{table} where id = '{KeyOf(globalId)}'");
    }

    // Nothing in the schema has to be deprecated for there to be rows: what counts them is told as the engine would.
    private async Task UseSomethingDeprecatedAsync()
    {
        var uses = app.Services.GetRequiredService<DeprecatedUses>();
        foreach (var agency in new[] { app.Alpha, app.Beta })
            uses.Note(
                new Viewer(AgencyRoi.Access.Caller.Token(agency.Analyst.Token.Id), agency.Tenant, AccessRole.Analyst, ClientScope.All),
                ["Query.formerly"],
                app.Clock.GetUtcNow()
            );
        await uses.WriteAsync(TestContext.Current.CancellationToken);
    }

    private async Task PublishMonthAsync(TestAgency agency, string clientId)
    {
        const string month = "2025-03-01";
        await app.DoAsync(agency.StaffToken, "periods/CloseClientPeriod", new { clientId, month });
        await app.DoAsync(
            agency.StaffToken,
            "periods/PublishClientPeriod",
            new
            {
                clientId,
                month,
                edition = 0,
            }
        );
    }

    private async Task<Caller> MemberAsync()
    {
        var person = await app.MemberAsync(app.Beta, "OWNER");
        await app.MemberAsync(app.Alpha, "PORTAL", person.Subject, FirstClient["Client"]);
        var http = app.As(person.Token);
        http.DefaultRequestHeaders.Add("Agency", app.Beta.Tenant.Identifier);
        return new(http);
    }

    private async Task<string> TokenAsync(AccessRole role)
    {
        var made = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = EnumCode.Of(role),
                label = $"role {role}",
                clientIds = role.IsPortal() ? new[] { FirstClient["Client"] } : null,
            }
        );
        return made.Text("token");
    }

    private async Task<string> PortalTokenAsync()
    {
        var made = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "PORTAL",
                label = "quince portal",
                clientIds = new[] { FirstClient["Client"] },
            }
        );
        return made.Text("token");
    }
}

[CollectionDefinition(Name)]
public sealed class IsolationCollection : ICollectionFixture<IsolationWorld>
{
    public const string Name = "isolation";
}

/// <summary>Operations that go as deep as they may cost more than they may: here they may.</summary>
internal sealed class RoomyApp(PostgresFixture postgres) : MembersApp(postgres)
{
    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Throttling:OperationPoints"] = "100000";
    }
}
