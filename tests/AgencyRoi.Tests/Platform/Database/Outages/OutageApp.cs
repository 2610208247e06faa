using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Platform.Database.Outages;

/// <summary>The product with few places for connections and little patience, on a database that can be taken away from it.</summary>
public sealed class OutageApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    public const int PlacesOfAnAgency = 2;

    internal LogCapture Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // Whoever waits for a lock gives up soon; a pause in a transaction ends it soon.
        await Database.AsSuperuserAsync($"alter role agency_roi_app in database {Database.Name} set lock_timeout = '1500ms'");
        await EndConnectionsAsync();
    }

    /// <summary>A token that this process has not looked up yet.</summary>
    internal async Task<string> FreshTokenAsync(TestAgency agency)
    {
        await using var session = await Database.WriteAsync(agency.Tenant);
        var issued = await ApiTokens.IssueAsync(
            session,
            new NewApiToken(AccessRole.Owner, ClientGrant.All, "fresh"),
            new("the test's set-up"),
            Clock.GetUtcNow(),
            TestContext.Current.CancellationToken
        );
        await session.CommitAsync(TestContext.Current.CancellationToken);
        return issued.Text.ToString();
    }

    /// <summary>Takes the database away from everyone, for as long as the returned is kept.</summary>
    internal async Task<IAsyncDisposable> GoAwayAsync()
    {
        await Database.AsSuperuserElsewhereAsync($"alter database {Database.Name} allow_connections false");
        await EndConnectionsAsync();
        return new Away(this);
    }

    internal async Task EndConnectionsAsync()
    {
        await Database.AsSuperuserElsewhereAsync(
            $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{Database.Name}' and usename like 'agency_roi_%'"
        );
        // The test's own, which are gone too.
        Database.App.Clear();
    }

    /// <summary>Has a statement of the app's fail on the server, from now on and until the returned is disposed.</summary>
    internal async Task<IAsyncDisposable> PlantAsync(string table, string failure, bool inCommit = false)
    {
        var name = $"planted_{Guid.NewGuid():N}";
        await Database.AsSuperuserAsync(
            $"""
            create function public.{name}() returns trigger language plpgsql as $$ begin {failure}; return new; end $$;
            create {(inCommit ? "constraint" : "")} trigger {name} after insert on app.{table}
              {(inCommit ? "deferrable initially deferred" : "")} for each row execute function public.{name}()
            """
        );
        return new Planted(this, table, name);
    }

    /// <summary>A whole answer: its status, its header Retry-After, its body.</summary>
    internal async Task<Answered> PostAsync(string token, string query, string accept = "application/json")
    {
        using var caller = As(token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await Answered.ReadAsync(await caller.SendAsync(request, TestContext.Current.CancellationToken));
    }

    internal async Task<Answered> ImportAsync(string token, string csv)
    {
        using var caller = As(token);
        using var file = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await Answered.ReadAsync(await caller.PostAsync("/imports/costs", file, TestContext.Current.CancellationToken));
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Database:ConnectionsPerAgency"] = $"{PlacesOfAnAgency}";
        builder.Configuration["Database:WaitSeconds"] = "0.8";
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information";
        builder.Logging.AddProvider(Log);
    }

    private sealed class Away(OutageApp app) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await app.Database.AsSuperuserElsewhereAsync($"alter database {app.Database.Name} allow_connections true");
    }

    private sealed class Planted(OutageApp app, string table, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await app.Database.AsSuperuserAsync($"drop trigger {name} on app.{table}; drop function public.{name}()");
    }
}

/// <summary>An answer as its caller sees it.</summary>
internal sealed record Answered(int Status, int? RetryAfter, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The code of the first error.</summary>
    public string? Code => Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    public static async Task<Answered> ReadAsync(HttpResponseMessage answer)
    {
        using var read = answer;
        return new(
            (int)answer.StatusCode,
            (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }
}
