using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Of a suspended agency nothing is served, in no process, for longer than five seconds; and everything again when it is resumed.</summary>
public sealed class SuspensionTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_refused_in_every_process_until_the_agency_is_resumed()
    {
        var agency = await AgencyAsync("requests");
        await using var other = await app.StartAnotherAsync();
        Uri[] processes = [app.Address, other.Address];
        foreach (var process in processes)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(process, agency.AnalystToken)).Status);

        Assert.True(await app.Database.Registry.SuspendAsync(agency.Tenant.Id, Stop));
        foreach (var process in processes)
            await UntilAsync(process, agency.AnalystToken, HttpStatusCode.Forbidden);
        var refusals = new List<(HttpStatusCode, string)>();
        foreach (var token in new[] { agency.OwnerToken, agency.AnalystToken, agency.PortalToken })
            refusals.Add(await AskAsync(other.Address, token));
        var untouched = await AskAsync(app.Address, app.Beta.AnalystToken);
        Assert.True(await app.Database.Registry.ResumeAsync(agency.Tenant.Id, Stop));
        foreach (var process in processes)
            await UntilAsync(process, agency.AnalystToken, HttpStatusCode.OK);

        Assert.All(refusals, refusal => Assert.Equal((HttpStatusCode.Forbidden, "AGENCY_SUSPENDED"), refusal));
        Assert.Equal((HttpStatusCode.OK, ""), untouched);
    }

    [Fact]
    public async Task A_process_that_nobody_told_notices_by_itself()
    {
        var agency = await AgencyAsync("untold");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app.Address, agency.OwnerToken)).Status);

        await app.Database.AsSuperuserAsync($"update app.agencies set suspended_at = now() where id = '{agency.Tenant.Id}'");
        app.Clock.Advance(ApiTokenStore.Freshness);

        Assert.Equal((HttpStatusCode.Forbidden, "AGENCY_SUSPENDED"), await AskAsync(app.Address, agency.OwnerToken));
    }

    [Fact]
    public async Task Streams_and_sockets_end_and_say_why_and_others_go_on()
    {
        var agency = await AgencyAsync("streams");
        var betas = await app.ClientAsync(app.Beta, currency: "EUR");
        using var others = await EventStream.FollowAsync(app, app.Beta.AnalystToken, betas);
        await others.VersionAsync();
        using var stream = await EventStream.FollowAsync(app, agency.AnalystToken, await app.ClientAsync(agency));
        await stream.VersionAsync();
        using var socket = await LiveSocket.SignInAsync(app, agency.AnalystToken);

        await app.Database.Registry.SuspendAsync(agency.Tenant.Id, Stop);

        var within = EventStream.Within(Most);
        Assert.Equal(("The agency is suspended.", "AGENCY_SUSPENDED"), await stream.EndAsync(within));
        Assert.Equal("4403 The agency is suspended.", await socket.ReceiveAsync(within));
        using var late = await LiveSocket.OpenAsync(app);
        Assert.Equal("4403 The agency is suspended.", await late.InitAsync(new { authorization = $"Bearer {agency.AnalystToken}" }));
        await app.CostAsync(app.Beta, Bookkeeping.NewCost(betas, currency: "EUR"));
        Assert.Equal((betas, 1), await others.VersionAsync());
    }

    [Fact]
    public async Task A_wrong_or_revoked_token_of_a_suspended_agency_learns_nothing()
    {
        var agency = await AgencyAsync("nothing");
        await app.Database.Registry.SuspendAsync(agency.Tenant.Id, Stop);
        await app.Database.AsSuperuserAsync($"update app.api_tokens set revoked_at = now() where id = '{agency.Analyst.Token.Id}'");
        var guessed = new TokenText(agency.Owner.Text.Id, TokenText.New().Secret).ToString();

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await AskAsync(app.Address, guessed));
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await AskAsync(app.Address, agency.AnalystToken));
    }

    [Fact]
    public async Task Suspending_and_resuming_twice_changes_nothing()
    {
        var agency = await AgencyAsync("twice");

        Assert.False(await app.Database.Registry.ResumeAsync(agency.Tenant.Id, Stop));
        Assert.True(await app.Database.Registry.SuspendAsync(agency.Tenant.Id, Stop));
        Assert.False(await app.Database.Registry.SuspendAsync(agency.Tenant.Id, Stop));
    }

    private Task<TestAgency> AgencyAsync(string slug) => TestAgency.CreateAsync(app.Database, slug, "USD", app.Clock);

    private async Task UntilAsync(Uri process, string token, HttpStatusCode status)
    {
        var within = EventStream.Within(Most);
        while ((await AskAsync(process, token)).Status != status)
            within.ThrowIfCancellationRequested();
    }

    /// <summary>The status of an answer, and the code of its error if it has one.</summary>
    private async Task<(HttpStatusCode Status, string Code)> AskAsync(Uri process, string token)
    {
        using var caller = app.As(token);
        using var answer = await caller.PostAsJsonAsync(new Uri(process, "/graphql"), new { query = "{ viewer { role } }" }, Stop);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return (answer.StatusCode, body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").Text("code") : "");
    }
}
