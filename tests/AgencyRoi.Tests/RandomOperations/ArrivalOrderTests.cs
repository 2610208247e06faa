namespace AgencyRoi.Tests.RandomOperations;

/// <summary>Facts of all kinds that claim the same orders, contacts, journeys, pages and terms, entered over the API in random orders.</summary>
public sealed class ArrivalOrderTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Facts = 40;
    private const int Orders = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_same_facts_come_to_the_same_sums_in_any_order(int seed)
    {
        var sums = new List<string>();
        for (var order = 0; order < Orders; order++)
        {
            var agency = await RandomAgency.AloneAsync(app, app.Alpha);
            var facts = new RandomFacts(new Random(seed), agency, references: 6);
            var entering = new Entering(app, agency);
            foreach (var policy in new[] { facts.AttributionPolicy(), facts.AttributionPolicy() })
                await entering.DoAsync(policy);
            var waiting = Entering.Distinct(facts, Facts);
            waiting.Add(facts.Close());
            var refunds = waiting.Where(fact => fact.Kind == "sale").Take(3).ToDictionary(sale => sale, _ => facts.Refund(atMost: 49m));
            foreach (var (number, refund) in refunds.Values.Index())
                refund.Input["externalReference"] = $"refund-of-{number}";
            var shuffled = waiting.ToArray();
            new Random(100 * seed + order).Shuffle(shuffled);

            foreach (var fact in shuffled)
            {
                await entering.EnterAsync(fact);
                if (refunds.TryGetValue(fact, out var refund))
                    await entering.EnterAsync(refund.Of(entering.Made(fact)));
            }
            sums.Add(await entering.SumsAsync());
        }

        Assert.True(sums[0].Split('\n').Length > Facts / 2, sums[0]);
        Assert.All(sums, sum => Assert.Equal(sums[0], sum));
    }
}
