using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Tests.Reports.LedgerChanges;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>JSON.parse reads every number as a double: whoever asks for it gets decimals as strings, on every way that an answer comes.</summary>
public sealed class DecimalsAsStringsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // The amount has more digits than a double.
    private const decimal Large = 1234567890123.4567m;
    private const string Query = "query($id: ID!) { client(id: $id) { margin costs { nodes { amount { amount } } } } }";
    private const string AsStrings = """{"margin":"0.375","costs":{"nodes":[{"amount":{"amount":"1234567890123.4567"}}]}}""";
    private const string AsNumbers = """{"margin":0.375,"costs":{"nodes":[{"amount":{"amount":1234567890123.4567}}]}}""";

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8", AsNumbers)]
    [InlineData("application/json; decimals=string", "application/json; charset=utf-8; decimals=string", AsStrings)]
    [InlineData(
        "application/graphql-response+json; decimals=string",
        "application/graphql-response+json; charset=utf-8; decimals=string",
        AsStrings
    )]
    [InlineData("text/event-stream; decimals=string", "text/event-stream; charset=utf-8; decimals=string", AsStrings)]
    public async Task The_answer_has_them_as_asked_and_its_content_type_says_so(string accept, string contentType, string client)
    {
        var id = await CostlyClientAsync();
        using var caller = app.As(app.Alpha.StaffToken);
        caller.DefaultRequestHeaders.Add("accept", accept);

        using var posted = await caller.PostAsJsonAsync("/graphql", new { query = Query, variables = new { id } });
        var variables = Uri.EscapeDataString(JsonSerializer.Serialize(new { id }));
        using var got = await caller.GetAsync($"/graphql?query={Uri.EscapeDataString(Query)}&variables={variables}");

        foreach (var answer in new[] { posted, got })
        {
            Assert.Equal(contentType, answer.Content.Headers.ContentType?.ToString());
            Assert.Contains("{\"data\":{\"client\":" + client + "}}", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_socket_asks_in_its_first_message_and_is_told_in_the_answer_to_it()
    {
        var id = await CostlyClientAsync();
        using var socket = await LiveSocket.OpenAsync(app);
        await socket.SendAsync(
            new { type = "connection_init", payload = new { authorization = $"Bearer {app.Alpha.StaffToken}", decimals = "string" } }
        );
        Assert.Equal("""{"type":"connection_ack","payload":{"decimals":"string"}}""", await socket.ReceiveAsync());

        await socket.SubscribeAsync(Query, new { id });

        Assert.Contains(AsStrings, await socket.ReceiveAsync());
    }

    [Fact]
    public async Task What_is_not_offered_is_refused()
    {
        using var caller = app.As(app.Alpha.StaffToken);
        caller.DefaultRequestHeaders.Add("accept", "application/json; decimals=float");
        using var answer = await caller.PostAsJsonAsync("/graphql", new { query = "{ viewer { role } }" });
        using var socket = await LiveSocket.OpenAsync(app);

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains("decimals=string", await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            "4400 Invalid message received",
            await socket.InitAsync(new { authorization = $"Bearer {app.Alpha.StaffToken}", decimals = "float" })
        );
    }

    [Fact]
    public async Task What_came_as_a_string_may_be_sent_back_as_one()
    {
        var id = await CostlyClientAsync();

        var cost = await app.DoAsync(
            app.Alpha.StaffToken,
            "costs/RecordCost",
            new
            {
                clientId = id,
                occurredOn = "2025-03-10",
                category = "AD_SPEND",
                amount = Large.ToString(CultureInfo.InvariantCulture),
                currency = "USD",
                paidBy = "CLIENT",
            }
        );

        Assert.Equal(Large, cost.GetProperty("amount").GetProperty("amount").GetDecimal());
    }

    private async Task<string> CostlyClientAsync()
    {
        var made = await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/CreateClient",
            new
            {
                name = Guid.CreateVersion7().ToString(),
                industry = "RETAIL",
                businessModel = "B2C",
                size = "LARGE",
                currency = "USD",
                timeZone = "UTC",
                margin = 0.375m,
            }
        );
        await app.CostAsync(app.Alpha, Bookkeeping.NewCost(made.Text("id"), Large));
        return made.Text("id");
    }
}
