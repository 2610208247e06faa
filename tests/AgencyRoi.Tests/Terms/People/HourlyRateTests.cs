using System.Text.Json;

namespace AgencyRoi.Tests.Terms.People;

public sealed class HourlyRateTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Two_rates_for_the_same_hours_never_hold_on_the_same_day()
    {
        var person = await app.PersonAsync(app.Alpha);
        var open = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(40m, "PERSON", person));

        Assert.Equal(["RATES_OVERLAP input.from"], await RefusedAsync(Workforce.NewRate(45m, "PERSON", person, from: "2025-07-01")));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(5m, "PERSON", person, kind: "OVERHEAD"));
        var ended = await ChangeAsync(
            new
            {
                id = open.Text("id"),
                version = 1,
                to = "2025-07-01",
            }
        );
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(45m, "PERSON", person, from: "2025-07-01"));

        Assert.Equal("2025-07-01", ended.Text("to"));
        Assert.Equal(
            ["RATES_OVERLAP input.to"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "people/UpdateHourlyRate",
                new
                {
                    id = open.Text("id"),
                    version = 2,
                    to = "2025-07-02",
                }
            )
        );
    }

    [Fact]
    public async Task A_rate_that_does_not_exist_or_says_nonsense_has_its_code()
    {
        var foreign = await app.HourlyRateAsync(app.Beta, Workforce.NewRate(1m, currency: "EUR"));

        Assert.Equal(
            ["NOT_FOUND input.id"],
            await app.RefusalAsync(app.Alpha.StaffToken, "people/UpdateHourlyRate", new { id = foreign.Text("id"), version = 1 })
        );
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await RefusedAsync(Workforce.NewRate(-1m)));
        Assert.Equal(["BAD_INPUT input.personId"], await RefusedAsync(Workforce.NewRate(1m, "PERSON")));
        Assert.Equal(["BAD_INPUT input.to"], await RefusedAsync(Workforce.NewRate(1m, to: "2025-01-01")));
        Assert.Equal(["BAD_INPUT input.currency"], await RefusedAsync(Workforce.NewRate(1m, currency: "QQQ")));
    }

    [Fact]
    public async Task People_rates_and_hours_are_closed_to_tokens_of_some_clients_by_every_way()
    {
        var client = await app.ClientAsync(app.Alpha, "Guarded");
        var person = await app.PersonAsync(app.Alpha, "Secret");
        var rate = await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(77m, "PERSON", person));
        var time = await app.TimeAsync(app.Alpha, client, person, 1m);
        var token = await app.TokenForAsync(app.Alpha, client);

        var list = await app.AnswerAsync(token, "people/People");
        var hours = await app.AnswerAsync(token, "people/TimeEntries", new { client });
        var nodes = await app.AskAsync(
            token,
            "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
            new { ids = new[] { person, rate.Text("id"), time.Text("id") } }
        );

        Assert.All([list, hours], answer => Assert.Contains("FORBIDDEN", answer.ToString()));
        Assert.All([list, hours], answer => Assert.DoesNotContain("Secret", answer.ToString()));
        Assert.All(
            nodes.GetProperty("data").GetProperty("nodes").EnumerateArray(),
            node => Assert.Equal(JsonValueKind.Null, node.ValueKind)
        );
        Assert.Equal(
            ["NOT_FOUND input.personId"],
            await app.RefusalAsync(token, "people/RecordTimeEntry", Workforce.NewTime(client, person, 1m))
        );
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(token, "people/CreateHourlyRate", Workforce.NewRate(1m)));
        Assert.Equal(["FORBIDDEN"], await app.RefusalAsync(token, "people/CreatePerson", new { name = "Mole", roleClass = "STAFF" }));
        Assert.Equal(
            ["NOT_FOUND input.id"],
            await app.RefusalAsync(token, "people/RetractTimeEntry", new { id = time.Text("id"), version = 1 })
        );
    }

    private Task<JsonElement> ChangeAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "people/UpdateHourlyRate", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "people/CreateHourlyRate", input);
}
