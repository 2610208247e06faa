using System.Globalization;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Reports.Duplicates;

/// <summary>What looks like one fact is never merged by itself: it is listed until somebody decides, and a decision can be taken back.</summary>
public sealed class SettleSuspectedDuplicateTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("2025-03-10", "c-1", 1, "o-1 s-1 SAME_CONTACT_AND_AMOUNT")]
    [InlineData("2025-03-11", "c-1", 1, "o-1 s-1 SAME_CONTACT_AND_AMOUNT")]
    [InlineData("2025-03-12", "c-1", 1, "")]
    [InlineData("2025-03-10", "c-2", 1, "")]
    [InlineData("2025-03-10", "c-1", 2, "")]
    public async Task Suspected_is_the_same_contact_and_amount_at_most_a_day_apart(
        string day,
        string contact,
        int quantity,
        string suspected
    )
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("o-1", contact: "c-1");
        await leads.ConversionAsync("s-1", quantity, day, contact: contact);

        Assert.Equal(30m + 30m * quantity, await leads.WorthAsync());
        Assert.Equal(suspected, string.Join(',', await leads.SuspectedAsync()));
    }

    [Fact]
    public async Task As_one_fact_they_count_once_until_the_decision_is_taken_back()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");

        var settled = await leads.SettleAsync(outcome, sale, "SAME_FACT", "the shop sends both");

        Assert.Equal(("SAME_FACT", "the shop sends both"), (settled.Text("verdict"), settled.Text("note")));
        Assert.Equal(30m, await leads.WorthAsync());
        Assert.Empty(await leads.SuspectedAsync());
        Assert.Equal(["o-1 s-1"], await leads.SuspectedAsync("SAME_FACT"));
        await CheckAsync();

        await leads.OutcomeAsync("o-1", contact: "c-1"); // sent again by a system that knows nothing of the decision
        Assert.Equal(30m, await leads.WorthAsync());
        await leads.SettleAsync(outcome, sale, "SAME_FACT", "the shop sends both");
        Assert.Equal(1, await VerdictsAsync(leads));

        var open = await leads.SettleAsync(outcome, sale, "OPEN");
        Assert.Equal(("SAME_CONTACT_AND_AMOUNT", "OPEN", 30m), (open.Text("reason"), open.Text("verdict"), open.Amount("amount")));
        Assert.Equal(60m, await leads.WorthAsync());
        Assert.Equal(["o-1 s-1 SAME_CONTACT_AND_AMOUNT"], await leads.SuspectedAsync());

        await leads.SettleAsync(outcome, sale, "NOT_THE_SAME");
        Assert.Equal(60m, await leads.WorthAsync());
        Assert.Empty(await leads.SuspectedAsync());
        Assert.Equal(["o-1 s-1 SAME_CONTACT_AND_AMOUNT"], await leads.SuspectedAsync("NOT_THE_SAME"));
        Assert.Equal(3, await VerdictsAsync(leads));
        await CheckAsync();
    }

    [Fact]
    public async Task A_figure_that_may_count_a_fact_twice_says_so_until_somebody_decides()
    {
        var leads = await Leads.CreateAsync(app);
        await leads.OutcomeAsync("o-0", occurredOn: "2025-02-10");
        var outcome = await leads.OutcomeAsync("o-1", occurredOn: "2025-03-31", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", occurredOn: "2025-04-01", contact: "c-1");

        Assert.Equal(["", "SUSPECTED_DUPLICATES", "SUSPECTED_DUPLICATES"], await CaveatsAsync(leads));

        await leads.SettleAsync(outcome, sale, "NOT_THE_SAME");
        Assert.Equal(["", "", ""], await CaveatsAsync(leads));
    }

    [Fact]
    public async Task A_quantity_above_one_found_to_be_a_conversion_counts_once_with_it()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("L-1", quantity: 2m);
        var sale = await leads.ConversionAsync("L-1", quantity: 2m);
        Assert.Equal(120m, await leads.WorthAsync());

        await leads.SettleAsync(outcome, sale, "SAME_FACT");

        Assert.Equal(60m, await leads.WorthAsync());
    }

    [Fact]
    public async Task An_outcome_that_shares_its_unit_with_a_third_fact_takes_it_along()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", lead: "X-1", contact: "c-1");
        await leads.ConversionAsync("s-1", lead: "X-1", type: "BOOKING", amount: 70m);
        var sale = await leads.ConversionAsync("s-2", contact: "c-1");
        Assert.Equal(30m + 30m, await leads.WorthAsync());

        await leads.SettleAsync(outcome, sale, "SAME_FACT");
        Assert.Equal(30m, await leads.WorthAsync());
        await CheckAsync();

        await leads.SettleAsync(outcome, sale, "OPEN");
        Assert.Equal(30m + 30m, await leads.WorthAsync());
        await CheckAsync();
    }

    [Fact]
    public async Task An_outcome_may_be_several_sales_and_shows_them()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var first = await leads.ConversionAsync("s-1", contact: "c-1");
        var second = await leads.ConversionAsync("s-2", contact: "c-1", occurredOn: "2025-03-09");
        Assert.Equal(90m, await leads.WorthAsync());

        await leads.SettleAsync(outcome, first, "SAME_FACT");
        await leads.SettleAsync(outcome, second, "SAME_FACT");

        Assert.Equal(30m, await leads.WorthAsync());
        Assert.Equal(["s-2", "s-1"], await SameAsAsync(outcome));
        await leads.SettleAsync(outcome, first, "OPEN");
        Assert.Equal(60m, await leads.WorthAsync());
        Assert.Equal(["s-2"], await SameAsAsync(outcome));
        await CheckAsync();
    }

    [Fact]
    public async Task A_decision_outlasts_corrections_and_retractions_of_both_facts()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");
        await leads.SettleAsync(outcome, sale, "SAME_FACT");

        await leads.ConversionAsync("s-1", contact: "c-1", order: "Y-1", occurredOn: "2025-03-20");
        await leads.OutcomeAsync("o-1", contact: "c-2", lead: "X-1");
        Assert.Equal(30m, await leads.WorthAsync());
        Assert.Equal(["o-1 s-1"], await leads.SuspectedAsync("SAME_FACT"));

        var stated = await leads.ConversionAsync("s-1", contact: "c-1");
        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = sale.Text("id"), version = stated.Long("version") });
        Assert.Equal(30m, await leads.WorthAsync());
        await leads.ConversionAsync("s-1", contact: "c-1");
        Assert.Equal(30m, await leads.WorthAsync());
        await CheckAsync();
    }

    [Fact]
    public async Task What_an_earlier_version_found_to_be_one_stays_one_and_can_be_taken_back()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");
        await leads.SettleAsync(outcome, sale, "SAME_FACT");
        await AsAnEarlierVersionSettledAsync(leads, outcome, sale);

        Assert.Equal(30m, await leads.WorthAsync());
        Assert.Equal(["o-1 s-1"], await leads.SuspectedAsync("SAME_FACT"));
        await CheckAsync();
        await leads.ConversionAsync("s-1", contact: "c-1", occurredOn: "2025-03-09");
        Assert.Equal(30m, await leads.WorthAsync());

        await leads.SettleAsync(outcome, sale, "OPEN");
        Assert.Equal(60m, await leads.WorthAsync());
        Assert.Equal(["o-1 s-1 SAME_CONTACT_AND_AMOUNT"], await leads.SuspectedAsync());
        await CheckAsync();
    }

    [Fact]
    public async Task A_decision_that_was_taken_back_can_be_taken_back_again_when_the_two_look_alike_no_longer()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");
        await leads.SettleAsync(outcome, sale, "SAME_FACT");
        await leads.OutcomeAsync("o-1", contact: "c-2");

        await leads.SettleAsync(outcome, sale, "OPEN");
        await leads.SettleAsync(outcome, sale, "OPEN");

        Assert.Equal((60m, 2), (await leads.WorthAsync(), await VerdictsAsync(leads)));
    }

    [Theory]
    [InlineData("SAME_FACT", null)]
    [InlineData("NOT_THE_SAME", null)]
    [InlineData("OPEN", null)]
    [InlineData("SAME_FACT", "X-1")]
    [InlineData("NOT_THE_SAME", "X-1")]
    public async Task Facts_that_nobody_suspects_or_that_count_once_already_are_not_settled(string verdict, string? lead)
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", lead: lead);
        var sale = await leads.ConversionAsync("s-1", lead: lead);
        var worth = await leads.WorthAsync();

        Assert.Equal(
            ["NOT_SUSPECTED input.saleId"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "duplicates/SettleSuspectedDuplicate",
                new
                {
                    outcomeId = outcome.Text("id"),
                    saleId = sale.Text("id"),
                    verdict,
                }
            )
        );
        Assert.Equal((0, worth), (await VerdictsAsync(leads), await leads.WorthAsync()));
    }

    [Fact]
    public async Task Facts_of_two_clients_or_out_of_reach_are_not_there()
    {
        var (leads, others) = (await Leads.CreateAsync(app), await Leads.CreateAsync(app));
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");
        var foreign = await others.ConversionAsync("s-1", contact: "c-1");
        object Input(string saleId) =>
            new
            {
                outcomeId = outcome.Text("id"),
                saleId,
                verdict = "SAME_FACT",
            };

        Assert.Equal(
            ["NOT_FOUND input.saleId"],
            await app.RefusalAsync(app.Alpha.StaffToken, "duplicates/SettleSuspectedDuplicate", Input(foreign.Text("id")))
        );
        Assert.Equal(
            ["NOT_FOUND input.outcomeId"],
            await app.RefusalAsync(app.Beta.OwnerToken, "duplicates/SettleSuspectedDuplicate", Input(sale.Text("id")))
        );
        var restricted = await app.RestrictedTokenAsync(app.Alpha, others.Client);
        Assert.Equal(
            ["NOT_FOUND input.outcomeId"],
            await app.RefusalAsync(restricted, "duplicates/SettleSuspectedDuplicate", Input(sale.Text("id")))
        );
        Assert.Equal(60m, await leads.WorthAsync());
    }

    [Fact]
    public async Task What_was_taken_back_is_no_part_of_a_decision()
    {
        var leads = await Leads.CreateAsync(app);
        var outcome = await leads.OutcomeAsync("o-1", contact: "c-1");
        var sale = await leads.ConversionAsync("s-1", contact: "c-1");
        await app.DoAsync(app.Alpha.StaffToken, "sales/RetractSale", new { id = sale.Text("id"), version = sale.Long("version") });

        Assert.Empty(await leads.SuspectedAsync());
        Assert.Equal(
            ["BAD_INPUT input.saleId"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "duplicates/SettleSuspectedDuplicate",
                new
                {
                    outcomeId = outcome.Text("id"),
                    saleId = sale.Text("id"),
                    verdict = "SAME_FACT",
                }
            )
        );
    }

    // Of February, March and April.
    private async Task<string[]> CaveatsAsync(Leads leads)
    {
        const string Document = """
            query ($client: ID!, $period: PeriodInput!) {
              client(id: $client) { roi(period: $period) { overTime(interval: MONTH) { unadjusted { caveats } } } }
            }
            """;
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            Document,
            new { client = leads.Client, period = Bookkeeping.Period("2025-02-01", "2025-05-01") }
        );
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty("client")
                .GetProperty("roi")
                .List("overTime")
                .Select(month => string.Join(' ', month.GetProperty("unadjusted").List("caveats"))),
        ];
    }

    private async Task<string[]> SameAsAsync(System.Text.Json.JsonElement outcome)
    {
        const string Document = "query ($id: ID!) { node(id: $id) { ... on Outcome { sameAs { externalReference } } } }";
        var answer = await app.AskAsync(app.Alpha.StaffToken, Document, new { id = outcome.Text("id") });
        return [.. answer.GetProperty("data").GetProperty("node").List("sameAs").Select(sale => sale.Text("externalReference"))];
    }

    // There the outcome took the name of the sale's unit for its own; the migration gives both the name of the decision.
    private async Task AsAnEarlierVersionSettledAsync(Leads leads, System.Text.Json.JsonElement outcome, System.Text.Json.JsonElement sale)
    {
        var (client, of) = (IsolationWorld.KeyOf(leads.Client), IsolationWorld.KeyOf(outcome.Text("id")));
        var unit = $"(select unit from app.claims where client_id = '{client}' and source_id = '{IsolationWorld.KeyOf(sale.Text("id"))}')";
        var migration = Repository.Read("db-migrations/0221_same_facts.sql");
        await app.Database.AsSuperuserAsync(
            $$"""
            delete from app.claim_names where client_id = '{{client}}';
            update app.ledger_entries set unit = {{unit}} where client_id = '{{client}}' and source_id = '{{of}}';
            update app.claims set unit = {{unit}}, whole_entry = jsonb_set(whole_entry, '{Unit}', to_jsonb({{unit}}))
            where client_id = '{{client}}' and source_id = '{{of}}';
            {{migration[
                migration.IndexOf("insert into app.claim_names", StringComparison.Ordinal)..migration.IndexOf(
                    "-- Decisions say it",
                    StringComparison.Ordinal
                )
            ]}}
            """
        );
    }

    private async Task CheckAsync()
    {
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        Assert.Empty(await LedgerCheck.RunAsync(session, TestContext.Current.CancellationToken));
    }

    private async Task<int> VerdictsAsync(Leads leads) =>
        Convert.ToInt32(
            await app.Database.AsSuperuserAsync(
                $"select count(*) from app.duplicate_verdicts where client_id = '{IsolationWorld.KeyOf(leads.Client)}'"
            ),
            CultureInfo.InvariantCulture
        );
}
