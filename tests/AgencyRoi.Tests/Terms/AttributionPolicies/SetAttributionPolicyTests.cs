using AgencyRoi.Metrics;
using AgencyRoi.Terms.AttributionPolicies;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Terms.AttributionPolicies;

public sealed class SetAttributionPolicyTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string> ModelsOfTouches =>
        [
            .. Enum.GetValues<AttributionModelType>()
                .Except([
                    AttributionModelType.Policy,
                    AttributionModelType.Markov,
                    AttributionModelType.Shapley,
                    AttributionModelType.Custom,
                ])
                .Select(EnumCode.Of),
        ];

    [Theory]
    [MemberData(nameof(ModelsOfTouches))]
    public async Task Each_model_that_credits_touches_can_be_set_and_credits_the_whole_of_a_conversion(string model)
    {
        var world = await JourneyWorld.CreateAsync(app);
        var policy = await world.PolicyAsync(model);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog);
        await world.TouchAsync("2025-03-02T09:00:00Z", world.Mail, createsLead: true);
        await world.TouchAsync("2025-03-03T09:00:00Z", channelId: null, createsOpportunity: true);

        var sale = await world.SaleAsync();

        Assert.Equal(model, policy.Text("model"));
        var journey = await world.JourneyAsync(sale);
        Assert.Equal(model, journey.Text("model"));
        Assert.Equal(1m, journey.List("credits").Sum(credit => credit.GetProperty("share").GetDecimal()));
        await world.CheckAsync();
    }
}
