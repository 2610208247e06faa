using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Records.TimeEntries;

public sealed class RecordTimeTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_persons_rate_counts_before_that_of_the_role_and_that_before_the_default()
    {
        var client = await app.ClientAsync(app.Alpha, "Ladder");
        var (ada, bob, cleo) = (
            await app.PersonAsync(app.Alpha, "Ada"),
            await app.PersonAsync(app.Alpha, "Bob", "MANAGEMENT"),
            await app.PersonAsync(app.Alpha, "Cleo")
        );
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(40m));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(90m, "ROLE", roleClass: "MANAGEMENT"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(43.69m, "PERSON", ada, to: "2025-03-11"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(50m, "PERSON", ada, from: "2025-03-11"));
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(5m, kind: "OVERHEAD", from: "2025-03-11"));

        await app.TimeAsync(app.Alpha, client, ada, 2m, "2025-03-10");
        await app.TimeAsync(app.Alpha, client, ada, 2m, "2025-03-11");
        await app.TimeAsync(app.Alpha, client, bob, 1.5m, "2025-03-10");
        await app.TimeAsync(app.Alpha, client, cleo, 0.25m, "2025-03-10");

        Assert.Equal(
            "AGENCY COST STAFF_TIME 87.38 2, AGENCY COST STAFF_TIME 100 2, AGENCY COST OVERHEAD 10 0, "
                + "AGENCY COST MANAGEMENT_TIME 135 1.5, AGENCY COST STAFF_TIME 10 0.25",
            await app.LedgerOfAsync("Ladder")
        );
    }

    [Fact]
    public async Task Hours_without_a_rate_are_kept_as_a_gap_and_posted_once_when_there_is_one()
    {
        var client = await app.ClientAsync(app.Beta, "Gap", "EUR");
        var person = await app.PersonAsync(app.Beta);

        var time = await app.TimeAsync(app.Beta, client, person, 3m, "2024-02-29");
        var gaps = await GapsAsync(client);
        var nothing = await app.LedgerOfAsync("Gap");
        await app.HourlyRateAsync(app.Beta, Workforce.NewRate(20m, "ROLE", roleClass: "STAFF", from: "2024-02-29", currency: "EUR"));
        var posted = await app.LedgerOfAsync("Gap");
        await app.HourlyRateAsync(app.Beta, Workforce.NewRate(30m, "PERSON", person, from: "2024-02-01", currency: "EUR"));

        Assert.Equal(JsonValueKind.Null, time.GetProperty("rate").ValueKind);
        Assert.Equal((1, ""), (gaps, nothing));
        Assert.Equal("AGENCY COST STAFF_TIME 60 3", posted);
        Assert.Equal(posted, await app.LedgerOfAsync("Gap"));
        Assert.Equal(0, await GapsAsync(client));
    }

    [Fact]
    public async Task A_correction_and_a_retraction_reverse_and_the_same_reference_again_changes_nothing()
    {
        var client = await app.ClientAsync(app.Alpha, "Changed");
        var person = await app.PersonAsync(app.Alpha, "Dan");
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(10m, "PERSON", person));

        var first = await app.TimeAsync(app.Alpha, client, person, 2m, externalReference: "t-1");
        var again = await app.TimeAsync(app.Alpha, client, person, 2m, externalReference: "t-1");
        var corrected = await app.DoAsync(
            app.Alpha.StaffToken,
            "people/CorrectTimeEntry",
            new
            {
                id = first.Text("id"),
                version = 1,
                hours = 4m,
            }
        );
        await app.DoAsync(app.Alpha.StaffToken, "people/RetractTimeEntry", new { id = first.Text("id"), version = 2 });

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(2, corrected.GetProperty("revision").GetInt32());
        Assert.Equal(
            "AGENCY COST STAFF_TIME 20 2, AGENCY COST STAFF_TIME -20 -2, AGENCY COST STAFF_TIME 40 4, AGENCY COST STAFF_TIME -40 -4",
            await app.LedgerOfAsync("Changed")
        );
    }

    [Fact]
    public async Task Bad_hours_each_have_their_code_and_change_nothing()
    {
        var client = await app.ClientAsync(app.Alpha, "Refused");
        var other = await app.ClientAsync(app.Alpha, "Elsewhere");
        var person = await app.PersonAsync(app.Alpha, "Eve");
        var foreign = await app.PersonAsync(app.Beta, "Foreign");
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(10m, "PERSON", person, from: "2026-01-01", currency: "JPY"));
        await app.TimeAsync(app.Alpha, other, person, 20m);

        Assert.Equal(["NEGATIVE_HOURS input.hours"], await RefusedAsync(Workforce.NewTime(client, person, -1m)));
        Assert.Equal(["TOO_MANY_HOURS input.hours"], await RefusedAsync(Workforce.NewTime(client, person, 24.25m, "2025-03-11")));
        Assert.Equal(["TOO_MANY_HOURS input.hours"], await RefusedAsync(Workforce.NewTime(client, person, 4.25m)));
        Assert.Equal(["NOT_FOUND input.personId"], await RefusedAsync(Workforce.NewTime(client, foreign, 1m)));
        Assert.Equal(["NO_EXCHANGE_RATE input.occurredOn"], await RefusedAsync(Workforce.NewTime(client, person, 1m, "2026-01-02")));
        Assert.Equal("", await app.LedgerOfAsync("Refused"));
        await app.TimeAsync(app.Alpha, client, person, 4m);
    }

    [Fact]
    public async Task Of_many_who_enter_hours_of_the_same_day_at_once_no_more_than_a_day_gets_in()
    {
        var clients = new[] { await app.ClientAsync(app.Alpha, "Race A"), await app.ClientAsync(app.Alpha, "Race B") };
        var person = await app.PersonAsync(app.Alpha, "Fay");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    app.SendAsync(
                        app.Alpha.StaffToken,
                        "people/RecordTimeEntry",
                        new { input = Workforce.NewTime(clients[i % 2], person, 5m) }
                    )
                )
        );

        Assert.Equal(
            4,
            answers.Count(answer => answer.GetProperty("recordTimeEntry").GetProperty("errors").ValueKind == JsonValueKind.Null)
        );
    }

    [Fact]
    public async Task Hours_come_in_from_a_file_and_a_second_time_changes_nothing()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Filed", externalReference: "filed"));
        var person = await app.PersonAsync(app.Alpha, "Gus", externalReference: "gus");
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(12.5m, "PERSON", person));
        const string file =
            "client,external_reference,date,person,hours\nfiled,a,2025-03-01,gus,8\nfiled,b,2025-03-01,gus,16.5\nfiled,c,2025-03-02,nobody,1\nfiled,d,2025-03-02,gus,-1\n";

        var report = await app.ImportAsync(app.Alpha.StaffToken, "time-entries", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "time-entries", file);

        Assert.Equal(((1, 0, 0, 3), (0, 0, 1, 3)), (report.Counts(), again.Counts()));
        Assert.Equal(["3 hours TOO_MANY_HOURS", "4 person NOT_FOUND", "5 hours NEGATIVE_HOURS"], report.Errors().Order());
        Assert.Equal("AGENCY COST STAFF_TIME 100 8", await app.LedgerOfAsync("Filed"));
    }

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "people/RecordTimeEntry", input);

    private async Task<int> GapsAsync(string client) =>
        (
            await app.SendAsync(
                app.Beta.StaffToken,
                "people/TimeEntries",
                new { client, where = new { rateId = new { eq = (string?)null } } }
            )
        )
            .GetProperty("client")
            .GetProperty("timeEntries")
            .GetProperty("totalCount")
            .GetInt32();
}
