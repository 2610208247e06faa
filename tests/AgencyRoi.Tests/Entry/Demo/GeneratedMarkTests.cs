using System.Text.Json;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Entry.Demo.Generated;

namespace AgencyRoi.Tests.Entry.Demo;

/// <summary>Nobody takes what the demo made up for real: each thing bears the mark itself, or belongs to a client that does.</summary>
[Collection(nameof(AskedDemo))]
public sealed class GeneratedMarkTests(AskedDemo demo)
{
    private static readonly string[] Real = ["facebook-advertiser", "cosmetics-brand"];

    [Fact]
    public async Task Clients_are_marked_generated_and_the_two_real_ones_as_samples()
    {
        foreach (var agency in demo.Agencies)
        {
            var clients = await NodesAsync(agency, "clients(first: 100) { nodes { externalReference dataOrigin dataNote } }");

            Assert.NotEmpty(clients);
            foreach (var client in clients)
            {
                var isReal = Real.Contains(client.Text("externalReference"));
                Assert.Equal(isReal ? "SAMPLE" : "GENERATED", client.Text("dataOrigin"));
                Assert.Equal(!isReal, client.Text("dataNote").Contains(Generator.Note, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task What_belongs_to_the_agency_and_no_client_says_in_its_own_text_that_it_is_made_up()
    {
        var northlight = demo.Agencies[0];

        foreach (var person in await NodesAsync(northlight, "people(first: 100) { nodes { externalReference } }"))
            Assert.StartsWith("generated-", person.Text("externalReference"));
        foreach (var agency in demo.Agencies)
        foreach (var group in await NodesAsync(agency, "clientGroups(first: 100) { nodes { externalReference } }"))
            Assert.StartsWith("generated-", group.Text("externalReference"));
        foreach (var list in new[] { "hourlyRates", "reportingDelays", "evidencePolicies" })
        foreach (var term in await NodesAsync(northlight, $"{list}(first: 100) {{ nodes {{ note }} }}"))
            Assert.Contains(Generator.Note, term.Text("note"));
        foreach (var definition in await NodesAsync(northlight, "kpiDefinitions(first: 100) { nodes { author } }"))
            Assert.Equal("Demo generator", definition.Text("author"));
    }

    [Fact]
    public async Task A_policy_by_which_the_demo_credits_conversions_says_so_too()
    {
        var clients = await NodesAsync(
            demo.Agencies[0],
            "clients(first: 100) { nodes { attributionPolicies(first: 10) { nodes { note } } } }"
        );
        var policies = clients.SelectMany(client => client.GetProperty("attributionPolicies").List("nodes")).ToList();

        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.Equal(Generator.Note, policy.Text("note")));
    }

    /// <summary>The house account is nobody's client and has no mark: what it pays has one in its name.</summary>
    [Fact]
    public async Task What_the_house_account_pays_is_marked_by_its_name()
    {
        const string query = """
            { clients(includeHouse: true, where: { kind: { eq: HOUSE } }) { nodes { toolSubscriptions { nodes { name } } costs { totalCount } timeEntries { totalCount } } } }
            """;
        var house = (await demo.QueryAsync(demo.Agencies[0].Tokens.Owner, query)).GetProperty("clients").GetProperty("nodes")[0];

        var names = house.GetProperty("toolSubscriptions").GetProperty("nodes").EnumerateArray().Select(tool => tool.Text("name")).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.EndsWith("(made up)", name));
        Assert.Equal(0, house.GetProperty("costs").GetProperty("totalCount").GetInt64());
        Assert.Equal(0, house.GetProperty("timeEntries").GetProperty("totalCount").GetInt64());
    }

    /// <summary>Everything that is made up lies at a marked client: at the real ones lie their own rows, and nothing else.</summary>
    [Fact]
    public void The_real_clients_have_nothing_but_what_their_files_say_and_a_stated_assumption()
    {
        var plans = DemoAgency.All()[0].Clients.Where(plan => Real.Contains(plan.Reference)).ToList();

        Assert.Equal(2, plans.Count);
        foreach (var plan in plans)
        {
            Assert.Empty(plan.StreamFacts);
            Assert.Empty(plan.Interactions);
            Assert.Empty(plan.AudienceActivities);
            Assert.Empty(plan.ConsumerBenefits);
            Assert.Empty(plan.Mentions);
            Assert.Empty(plan.Ratings);
            Assert.Empty(plan.SurveyAnswers);
            Assert.Empty(plan.Audits);
            Assert.Empty(plan.Hours);
            Assert.Empty(plan.Subscriptions);
            Assert.Empty(plan.Visits);
            Assert.Empty(plan.Forecasts);
            Assert.Empty(plan.Budgets);
            Assert.Empty(plan.Sales);
            Assert.Empty(plan.Touches);
            Assert.Empty(plan.ContactStages);
            Assert.Empty(plan.LegalBases);
            Assert.Empty(plan.ProfileAttributes);
            Assert.Empty(plan.ContactAttributes);
            Assert.Empty(plan.ContactOffers);
            Assert.Empty(plan.Segments);
            Assert.Empty(plan.AttributionPolicies);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> NodesAsync(DemoFileAgency agency, string list) =>
        [.. (await demo.QueryAsync(agency.Tokens.Owner, $"{{ list: {list} }}")).GetProperty("list").GetProperty("nodes").EnumerateArray()];
}
