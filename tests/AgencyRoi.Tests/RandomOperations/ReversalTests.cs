using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>Among other facts that claim the same, what is undone leaves no trace in any sum.</summary>
public sealed class ReversalTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private readonly Random random = new(7);

    [Fact]
    public async Task Corrected_and_corrected_back_or_taken_back_a_fact_of_any_kind_leaves_the_sums_as_they_were()
    {
        var (agency, facts, entering) = await AmongOthersAsync();
        var before = await entering.SumsAsync();
        foreach (var kind in RandomFacts.Kinds)
        {
            var stated = New(facts.Of(kind), kind);
            await entering.EnterAsync(stated);
            var with = await entering.SumsAsync();

            await entering.EnterAsync(New(facts.Of(kind), kind));
            await entering.EnterAsync(stated);
            Assert.Equal(with, await entering.SumsAsync());

            await entering.TakeBackAsync(stated);
            Assert.Equal(before, await entering.SumsAsync());
        }
    }

    [Fact]
    public async Task A_refund_that_is_taken_back_and_a_shared_cost_that_is_handed_back_leave_the_sums_as_they_were()
    {
        var (agency, facts, entering) = await AmongOthersAsync();
        var sale = New(facts.Of("sale"), "sale");
        await entering.EnterAsync(sale);
        await entering.DoAsync(facts.HouseCost());
        var before = await SumsOfAllAsync();

        var refund = facts.Refund(atMost: 49m).Of(entering.Made(sale));
        await entering.EnterAsync(refund);
        Assert.NotEqual(before, await SumsOfAllAsync());
        await entering.TakeBackAsync(refund);
        Assert.Equal(before, await SumsOfAllAsync());

        foreach (var category in new[] { "OVERHEAD", "PLATFORM" })
        foreach (var month in RandomAgency.Months)
        {
            var allocation = facts.Allocation();
            (allocation.Input["category"], allocation.Input["month"]) = (category, month + "-01");
            var made = await entering.DoAsync(allocation);
            await app.DoAsync(
                agency.Agency.OwnerToken,
                allocation.Retraction!,
                new { id = made.Text("id"), version = made.Long("version") }
            ); // an allocation is reversed
        }
        Assert.Equal(before, await SumsOfAllAsync());

        async Task<string> SumsOfAllAsync() =>
            await entering.SumsAsync() + await LedgerSumsText.OfAsync(app.Database, agency.Agency, agency.House);
    }

    private async Task<(RandomAgency, RandomFacts, Entering)> AmongOthersAsync()
    {
        var agency = await RandomAgency.AloneAsync(app, app.Alpha);
        var facts = new RandomFacts(random, agency, references: 6);
        var entering = new Entering(app, agency);
        foreach (var fact in Entering.Distinct(facts, 40))
            await entering.EnterAsync(fact);
        return (agency, facts, entering);
    }

    private static Operation New(Operation fact, string kind) =>
        fact with
        {
            Input = new JsonObject(fact.Input.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())))
            {
                ["externalReference"] = $"the {kind}",
            },
        };
}
