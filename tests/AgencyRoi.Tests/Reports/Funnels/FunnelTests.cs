using System.Text.Json;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Records.Stages;
using AgencyRoi.Tests.Records.Contacts;

namespace AgencyRoi.Tests.Reports.Funnels;

/// <summary>How far contacts came, by what is recorded of them. The clock stands at 2026-01-15.</summary>
public sealed class FunnelTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Each_step_has_whoever_reached_it_or_one_beyond_it_and_says_who_went_on_and_when()
    {
        var world = await FunnelWorld.FilledAsync(app);

        var funnel = await world.FunnelAsync();

        Assert.Equal(
            // Ann entered ACTIVE with what made her a visitor, and PROFILED with what made her a lead.
            [
                "REACHED 3, 2 in 5 days, 0.666667 (0.2077-0.9385), 100", // 10 days of Ann and none of Bob; 300 ÷ 3
                "ACTIVE 2, 2 in 0 days, 1 (0.3424-1.0000), 150",
                "VISITOR 2, 2 in 0 days, 1 (0.3424-1.0000), 150",
                "PROFILED 2, 2 in 0 days, 1 (0.3424-1.0000), 150",
                "LEAD 2, 0 in NOT_MEASURED, 0 (0.0000-0.6576), 150",
                "CUSTOMER 0, 0 in NOT_MEASURED, NOT_MEASURED, NOT_MEASURED",
                "REGULAR 0, last, NOT_MEASURED",
            ],
            Steps(funnel)
        );
        Assert.Equal((300m, 1L, 1L), (funnel.Amount("cost"), funnel.Long("unknownContactCount"), funnel.Long("lostContactCount")));
    }

    [Fact]
    public async Task A_channel_has_the_steps_that_it_brought_and_says_by_which_one_its_people_went_on()
    {
        var world = await FunnelWorld.FilledAsync(app);

        var parts = await world.ByChannelAsync();

        Assert.Equal(
            ["Site 200: 1/2/2/2/2/0/0, first 1, further 0, next ", "Page 100: 2/0/0/0/0/0/0, first 2, further 1, next Site 1"],
            parts.Select(Text)
        );
        // The cost was of no campaign.
        Assert.Equal(["1/2/2/2/2/0/0 0", "2/0/0/0/0/0/0 0", "0/0/0/0/0/0/0 300"], (await world.ByCampaignAsync()).Select(ContactsAndCost));
    }

    [Theory]
    [InlineData("", "")] // one contact of each is fewer than 30
    [InlineData("deadEndContacts: 1", "Site")] // Bob came by it 344 days ago, and no further; of the two by the page Ann went on
    [InlineData("deadEndContacts: 1, settledAfterDays: 344", "Site")]
    [InlineData("deadEndContacts: 1, settledAfterDays: 345", "")]
    public async Task A_channel_is_a_dead_end_when_none_of_enough_contacts_that_had_the_time_went_on(string rule, string expected)
    {
        var world = await FunnelWorld.FilledAsync(app);

        var parts = await world.ByChannelAsync($"onlyDeadEnds: true {rule}");

        Assert.Equal(expected, string.Join(' ', parts.Select(part => part.GetProperty("channel").Text("name"))));
    }

    [Fact]
    public async Task Of_one_day_the_lower_stage_was_first_and_a_mean_counts_days_from_the_first_of_each()
    {
        var world = await FunnelWorld.CreateAsync(app);
        await world.StageAsync("ann", "LEAD", "2025-03-10", world.Site);
        await world.StageAsync("ann", "REACHED", "2025-03-10", world.Page);
        await world.StageAsync("ann", "CUSTOMER", "2025-04-09", world.Site);
        await world.StageAsync("ann", "LEAD", "2025-04-01", world.Page); // once more, which is no step
        await world.StageAsync("bob", "LEAD", "2025-03-11", world.Site);
        await world.StageAsync("bob", "CUSTOMER", "2025-03-21", world.Site);

        var steps = Steps(await world.FunnelAsync("2025-03-01", "2025-04-01"));

        Assert.Equal("LEAD 2, 2 in 20 days, 1 (0.3424-1.0000), 0", steps[4]); // 30 and 10 days
        Assert.Equal(
            ["Site 0: 1/2/2/2/2/1/0, first 1, further 1, next Site 1", "Page 0: 1/0/0/0/0/0/0, first 1, further 1, next Site 1"],
            (await world.ByChannelAsync("", "2025-03-01", "2025-04-01")).Select(Text)
        );
    }

    [Fact]
    public async Task A_period_within_months_counts_its_own_days()
    {
        var world = await FunnelWorld.CreateAsync(app);
        foreach (var (person, day) in new[] { "2025-01-14", "2025-01-15", "2025-02-10", "2025-03-19", "2025-03-20" }.Index())
            await world.StageAsync($"p{person}", "REACHED", day, world.Page);

        Assert.Equal(3, Steps(await world.FunnelAsync("2025-01-15", "2025-03-20")).Select(Entered).First());
        Assert.Equal(1, Steps(await world.FunnelAsync("2025-01-15", "2025-01-31")).Select(Entered).First());
        Assert.Equal(4, Steps(await world.FunnelAsync("2025-01-15", "2025-04-01")).Select(Entered).First());

        static int Entered(string step) => int.Parse(step.Split(' ')[1].TrimEnd(','), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Corrections_merges_and_splits_change_the_funnel_and_splitting_gives_it_back()
    {
        var world = await FunnelWorld.CreateAsync(app);
        var first = await world.StageAsync("ann", "REACHED", "2025-01-10", world.Page);
        var lead = await world.StageAsync("ann-2", "LEAD", "2025-01-30", world.Site);
        Assert.Equal("2/1/1/1/1/0/0", await ContactsAsync());

        await app.DoAsync(app.Alpha.StaffToken, "contacts/MergeContacts", new { intoId = first.ContactOf(), fromId = lead.ContactOf() });
        Assert.Equal("1/1/1/1/1/0/0", await ContactsAsync());
        Assert.Contains("1 in 20 days", Steps(await world.FunnelAsync())[0]);

        var merged = await app.LifeAsync(lead.ContactOf());
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id = lead.ContactOf(), version = merged.Long("version") });
        Assert.Equal("2/1/1/1/1/0/0", await ContactsAsync());

        var version = 1L;
        await app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/CorrectContactStage",
            new
            {
                id = lead.Text("id"),
                version,
                stage = "VISITOR",
            }
        );
        Assert.Equal("2/1/1/0/0/0/0", await ContactsAsync());

        await app.DoAsync(app.Alpha.StaffToken, "contacts/RetractContactStage", new { id = first.Text("id"), version });
        Assert.Equal("1/1/1/0/0/0/0", await ContactsAsync());
        Assert.Empty(await CheckAsync());

        async Task<string> ContactsAsync() => Contacts(await world.FunnelAsync());
    }

    [Theory]
    [InlineData("update app.contact_steps set reached_on = reached_on - 1 where stage = 'LEAD'", "contact_steps,funnel_days")]
    [InlineData("delete from app.funnel_days where stage = 'LOST'", "funnel_days,funnel_months")]
    [InlineData("update app.funnel_months set went_on = went_on + 1 where stage = 'ACTIVE'", "funnel_months")]
    [InlineData("update app.funnel_flows set contacts = 7 where contacts = 1", "funnel_flows")]
    public async Task What_was_altered_is_found_by_the_check(string alteration, string expected)
    {
        var world = await FunnelWorld.FilledAsync(app);
        Assert.Empty(await CheckAsync());

        await app.Database.AsSuperuserAsync($"{alteration} and client_id = '{Isolation.IsolationWorld.KeyOf(world.Client)}'");

        Assert.Equal(expected.Split(','), (await CheckAsync()).Select(difference => difference.What).Distinct().Order());
        await RepairAsync();
    }

    [Fact]
    public async Task An_answer_that_is_kept_is_not_given_again_after_a_stage_was_recorded()
    {
        var world = await FunnelWorld.CreateAsync(app);
        await world.StageAsync("ann", "REACHED", "2025-01-10", world.Page);
        Assert.Equal("1/0/0/0/0/0/0", Contacts(await world.FunnelAsync()));
        Assert.Equal("1/0/0/0/0/0/0", Contacts(await world.FunnelAsync()));

        await world.StageAsync("ann", "VISITOR", "2025-01-11", world.Page);

        Assert.Equal("1/1/1/0/0/0/0", Contacts(await world.FunnelAsync()));
    }

    [Fact]
    public async Task Nobody_sees_the_funnel_of_a_client_that_is_not_theirs()
    {
        var world = await FunnelWorld.FilledAsync(app);
        var other = await app.ClientAsync(app.Alpha);

        foreach (var token in new[] { app.Beta.StaffToken, await app.RestrictedTokenAsync(app.Alpha, other), app.Alpha.PortalToken })
            Assert.Equal(JsonValueKind.Null, (await world.AskAsync(token, "funnel(%) { unknownContactCount }")).ValueKind);
    }

    [Fact]
    public async Task Whoever_reads_figures_reads_the_funnel_without_reading_contacts()
    {
        var world = await FunnelWorld.FilledAsync(app);

        foreach (var role in new[] { "FINANCE", "READ_ONLY" })
        {
            var made = await app.DoAsync(app.Alpha.OwnerToken, "tokens/CreateApiToken", new { role, label = TokenLabel.Another(role) });
            var token = made.Text("token");
            Assert.Equal(
                1,
                (await world.AskAsync(token, "funnel(%) { unknownContactCount }")).GetProperty("funnel").Long("unknownContactCount")
            );
        }
    }

    [Fact]
    public async Task A_portal_sees_how_many_and_neither_who_nor_what_was_spent()
    {
        var world = await FunnelWorld.FilledAsync(app);
        var made = await app.DoAsync(
            app.Alpha.OwnerToken,
            "tokens/CreateApiToken",
            new
            {
                role = "PORTAL",
                label = TokenLabel.Another("portal"),
                clientIds = new[] { world.Client },
            }
        );
        var portal = made.Text("token");

        var funnel = (
            await world.AskAsync(portal, "funnel(%) { steps { contactCount } byChannel { channel { name } steps { contactCount } } }")
        ).GetProperty("funnel");

        Assert.Equal("3/2/2/2/2/0/0", Contacts(funnel));
        Assert.Equal(["1/2/2/2/2/0/0", "2/0/0/0/0/0/0"], funnel.List("byChannel").Select(Contacts));
        foreach (
            var hidden in new[]
            {
                "funnel(%) { cost { amount } }",
                "funnel(%) { steps { costPerContact { undefinedReason } } }",
                "contacts { nodes { id } }",
            }
        )
            Assert.Contains(
                "errors",
                (await app.AskAsync(portal, $$"""{ client(id: "{{world.Client}}") { {{FunnelWorld.InPeriod(hidden)}} } }""")).ToString()
            );
    }

    private async Task<IReadOnlyList<LedgerDifference>> CheckAsync()
    {
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        return await ContactStepsCheck.RunAsync(session, TestContext.Current.CancellationToken);
    }

    // Other tests of the class check the same agency.
    private Task<object?> RepairAsync() =>
        app.Database.AsSuperuserAsync(
            $"""
            delete from app.funnel_flows; delete from app.funnel_months; delete from app.funnel_days; delete from app.contact_steps;
            {FunnelWorld.Fill}
            """
        );

    private static string Text(JsonElement part) =>
        $"{part.GetProperty("channel").Text("name")} {part.Amount("cost"):0.##}: {Contacts(part)}, first {part.Long("firstStepContactCount")}, "
        + $"further {part.Long("furtherStepContactCount")}, next "
        + string.Join(
            ' ',
            part.List("nextChannels").Select(next => $"{next.GetProperty("channel").Text("name")} {next.Long("contactCount")}")
        );

    private static string Contacts(JsonElement funnel) => string.Join('/', funnel.List("steps").Select(step => step.Long("contactCount")));

    private static string ContactsAndCost(JsonElement part) => FormattableString.Invariant($"{Contacts(part)} {part.Amount("cost"):0.##}");

    private static List<string> Steps(JsonElement funnel) => [.. funnel.List("steps").Select(Step)];

    private static string Step(JsonElement step)
    {
        var cost = step.GetProperty("costPerContact");
        var each = cost.GetProperty("amount") is { ValueKind: JsonValueKind.Object } money
            ? FormattableString.Invariant($"{money.GetProperty("amount").GetDecimal():0.##}")
            : cost.Text("undefinedReason");
        if (step.GetProperty("next") is not { ValueKind: JsonValueKind.Object } next)
            return $"{step.Text("stage")} {step.Long("contactCount")}, last, {each}";
        var days = next.GetProperty("meanDays") is { ValueKind: JsonValueKind.Number } mean
            ? FormattableString.Invariant($"{mean.GetDecimal():0.##} days")
            : next.Text("meanDaysUndefinedReason");
        var rate = next.GetProperty("rate") is { ValueKind: JsonValueKind.Object } known
            ? FormattableString.Invariant(
                $"{known.GetProperty("expected").GetDecimal():0.######} ({known.GetProperty("low").GetDecimal():0.0000}-{known.GetProperty("high").GetDecimal():0.0000})"
            )
            : next.Text("rateUndefinedReason");
        return $"{step.Text("stage")} {step.Long("contactCount")}, {next.Long("contactCount")} in {days}, {rate}, {each}";
    }
}
