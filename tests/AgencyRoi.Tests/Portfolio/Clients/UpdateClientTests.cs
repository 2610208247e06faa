using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Clients;

public sealed class UpdateClientTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Only_what_is_given_changes_and_null_removes()
    {
        var client = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "a"));

        var renamed = await UpdateAsync(
            new
            {
                id = client.Text("id"),
                version = 1,
                name = "Patisserie",
                margin = 0.5m,
            }
        );
        var cleared = await UpdateAsync(
            new
            {
                id = client.Text("id"),
                version = 2,
                margin = (decimal?)null,
            }
        );

        Assert.Equal(
            ("Patisserie", "a", 2L),
            (renamed.Text("name"), renamed.Text("externalReference"), renamed.GetProperty("version").GetInt64())
        );
        Assert.Equal(JsonValueKind.Null, cleared.GetProperty("margin").ValueKind);
        Assert.Equal("Patisserie", cleared.Text("name"));
        Assert.Equal(
            cleared.ToString(),
            (await app.SendAsync(app.Alpha.OwnerToken, "clients/Client", new { id = client.Text("id") })).GetProperty("client").ToString()
        );
    }

    [Fact]
    public async Task Of_many_writers_with_the_same_version_one_wins_and_the_others_hear_of_the_conflict()
    {
        var id = await app.ClientAsync(app.Alpha, "Contended");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    app.SendAsync(
                        app.Alpha.StaffToken,
                        "clients/UpdateClient",
                        new
                        {
                            input = new
                            {
                                id,
                                version = 1,
                                name = $"Writer {i}",
                            },
                        }
                    )
                )
        );

        var errors = answers.Select(answer => answer.GetProperty("updateClient").GetProperty("errors"));
        Assert.Equal(1, errors.Count(error => error.ValueKind == JsonValueKind.Null));
        Assert.All(
            errors.Where(error => error.ValueKind != JsonValueKind.Null),
            error => Assert.Equal("CONFLICT", Assert.Single(error.EnumerateArray()).Text("code"))
        );
        Assert.Equal(
            ["CONFLICT input.version"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "clients/UpdateClient",
                new
                {
                    id,
                    version = 1,
                    name = "Late",
                }
            )
        );
    }

    [Fact]
    public async Task Currency_and_time_zone_are_fixed_once_the_ledger_has_entries()
    {
        var id = await app.ClientAsync(app.Alpha, "Counted");
        await UpdateAsync(
            new
            {
                id,
                version = 1,
                currency = "EUR",
                timeZone = "Europe/Rome",
            }
        );
        await UpdateAsync(
            new
            {
                id,
                version = 2,
                currency = "USD",
            }
        );
        var goal = await app.ActiveGoalAsync(app.Alpha, id);
        await app.OutcomeAsync(app.Alpha, goal.Text("id"));

        Assert.Equal(
            ["CURRENCY_IN_USE input.currency"],
            await RefusedAsync(
                new
                {
                    id,
                    version = 3,
                    currency = "EUR",
                }
            )
        );
        Assert.Equal(
            ["CURRENCY_IN_USE input.timeZone"],
            await RefusedAsync(
                new
                {
                    id,
                    version = 3,
                    timeZone = "UTC",
                }
            )
        );
        Assert.Equal(
            "USD",
            (
                await UpdateAsync(
                    new
                    {
                        id,
                        version = 3,
                        currency = "USD",
                        name = "Still counted",
                    }
                )
            ).Text("currency")
        );
    }

    private Task<JsonElement> UpdateAsync(object input) => app.DoAsync(app.Alpha.StaffToken, "clients/UpdateClient", input);

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "clients/UpdateClient", input);
}
