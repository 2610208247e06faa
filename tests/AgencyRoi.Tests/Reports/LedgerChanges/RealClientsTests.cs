using System.Diagnostics;
using System.Text.Json;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Reports.LedgerChanges;

/// <summary>
/// What integrators use: the clients graphql-sse and graphql-ws, run by Node where they are installed. <c>.ci/run</c> does that:
/// <c>cp tests/live-clients/package.json artifacts/live-clients &amp;&amp; npm install --prefix artifacts/live-clients</c>.
/// </summary>
public sealed class RealClientsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Query = """{"next":{"data":{"viewer":{"role":"ANALYST"}}}}""";
    private const string Complete = """{"complete":true}""";

    [Theory]
    [InlineData("graphql-sse")]
    [InlineData("graphql-ws")]
    public async Task They_hear_of_a_posting_and_are_cut_off_when_the_token_is_revoked(string library)
    {
        var (id, token) = await IssueAsync();
        using var node = await FollowAsync(library, token);

        await app.DoAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id });

        await ExpectEndAsync(node, library, "The token was revoked.");
    }

    [Theory]
    [InlineData("graphql-sse")]
    [InlineData("graphql-ws")]
    public async Task They_are_cut_off_when_it_expires(string library)
    {
        var (_, token) = await IssueAsync(app.Clock.GetUtcNow().AddMinutes(1));
        using var node = await FollowAsync(library, token);

        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await ExpectEndAsync(node, library, "The token has expired.");
    }

    /// <summary>A client that has had a query answered, heard the version of now, and then that of a posting.</summary>
    private async Task<Process> FollowAsync(string library, string token)
    {
        var packages = Path.Combine(Checkout.Root, "artifacts", "live-clients");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(packages, "node_modules", library)),
            $"{library} is not installed: cp tests/live-clients/package.json artifacts/live-clients && npm install --prefix artifacts/live-clients"
        );
        var client = await app.ClientAsync(app.Alpha);
        var script = Path.Combine(Checkout.Root, "tests", "live-clients", "follow.mjs");
        var node = Process.Start(
            new ProcessStartInfo("node", [script, packages, library, new Uri(app.Address, "/graphql").ToString(), token, client])
            {
                RedirectStandardOutput = true,
            }
        )!; // Not null: the process is not started through a shell.

        Assert.Equal([Query, Complete, Version(0)], [await LineAsync(node), await LineAsync(node), await LineAsync(node)]);
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(client));
        Assert.Equal(Version(1), await LineAsync(node));
        return node;
    }

    private static async Task ExpectEndAsync(Process node, string library, string reason)
    {
        var began = Stopwatch.GetTimestamp();
        var within = EventStream.Within(TimeSpan.FromSeconds(5));
        var end = await LineAsync(node, within);
        TestContext.Current.TestOutputHelper?.WriteLine($"{library}: {reason} after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s");

        if (library == "graphql-ws")
        {
            var error = JsonElement.Parse(end).GetProperty("error");
            Assert.Equal((4403, reason), (error.GetProperty("code").GetInt32(), error.Text("reason")));
        }
        else
        {
            Assert.StartsWith($$$"""{"next":{"errors":[{"message":"{{{reason}}}","extensions":{"code":"UNAUTHENTICATED",""", end);
            Assert.Equal(Complete, await LineAsync(node, within));
        }
        await node.WaitForExitAsync(EventStream.Patience);
    }

    private static async Task<string> LineAsync(Process node, CancellationToken? cancellationToken = null) =>
        await node.StandardOutput.ReadLineAsync(cancellationToken ?? EventStream.Patience) ?? "the end";

    private static string Version(int version) => """{"next":{"data":{"ledgerChanged":{"version":""" + version + "}}}}";

    private async Task<(string Id, string Token)> IssueAsync(DateTimeOffset? expiresAt = null)
    {
        var issued = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "ANALYST",
                label = TokenLabel.Another("a real client"),
                expiresAt,
            }
        );
        return (issued.GetProperty("apiToken").Text("id"), issued.Text("token"));
    }
}
