using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Reports.TwoSidedValue;

namespace AgencyRoi.Tests.Records.ConsumerBenefits;

/// <summary>Benefits to consumers are recorded as given: an amount or hours with a worth, of people who are counted and not named.</summary>
public sealed class ConsumerBenefitTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_benefit_is_kept_with_all_that_was_said_of_it()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var goal = await app.PricedGoalAsync(app.Alpha, client, 5m);

        var benefit = await app.BenefitAsync(
            client,
            "COUPON",
            100m,
            500m,
            new
            {
                channelId = channel,
                goalId = goal,
                offerCode = "SPRING",
                costAmount = 20m,
                hoursSpent = 10m,
                hourlyWorth = 15m,
                method = "Tills",
                externalReference = "b-1",
            }
        );

        Assert.Equal(
            ("COUPON", 100m, 500m, 20m, 15m),
            (
                benefit.Text("kind"),
                benefit.GetProperty("peopleCount").GetDecimal(),
                benefit.Amount("amount"),
                benefit.Amount("costAmount"),
                benefit.Amount("hourlyWorth")
            )
        );
        Assert.Equal((channel, goal), (benefit.GetProperty("channel").Text("id"), benefit.GetProperty("goal").Text("id")));
        Assert.Equal(("SPRING", "Tills", "b-1"), (benefit.Text("offerCode"), benefit.Text("method"), benefit.Text("externalReference")));
    }

    [Fact]
    public async Task A_worth_is_an_amount_or_hours_with_their_worth()
    {
        var client = await app.ClientAsync(app.Alpha);

        Assert.Equal(["BAD_INPUT input.amount"], await app.RefusedBenefitAsync(client, "COUPON", 1m, null));
        Assert.Equal(
            ["BAD_INPUT input.hoursSaved"],
            await app.RefusedBenefitAsync(client, "COUPON", 1m, 5m, new { hoursSaved = 2m, hourlyWorth = 15m })
        );
        Assert.Equal(["BAD_INPUT input.hoursSaved"], await app.RefusedBenefitAsync(client, "TIME_SAVED", 1m, null));
        Assert.Equal(
            ["BAD_INPUT input.amount"],
            await app.RefusedBenefitAsync(client, "TIME_SAVED", 1m, 5m, new { hoursSaved = 2m, hourlyWorth = 15m })
        );
        Assert.Equal(
            ["BAD_INPUT input.hourlyWorth"],
            await app.RefusedBenefitAsync(client, "TIME_SAVED", 1m, null, new { hoursSaved = 2m })
        );
        Assert.Equal(["BAD_INPUT input.hourlyWorth"], await app.RefusedBenefitAsync(client, "COUPON", 1m, 5m, new { hourlyWorth = 15m }));
        Assert.Equal(
            ["BAD_INPUT input.hourlyWorth"],
            await app.RefusedBenefitAsync(
                client,
                "COUPON",
                1m,
                5m,
                new { hoursSpent = 999_999_999_999_999m, hourlyWorth = 9_999_999_999_999m }
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);
        var others = await app.ChannelAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        Assert.Equal(["BAD_INPUT input.peopleCount"], await app.RefusedBenefitAsync(client, "GIFT", 0m, 5m));
        Assert.Equal(["BAD_INPUT input.peopleCount"], await app.RefusedBenefitAsync(client, "GIFT", 1.5m, 5m));
        Assert.Equal(["NEGATIVE_AMOUNT input.amount"], await app.RefusedBenefitAsync(client, "GIFT", 1m, -5m));
        Assert.Equal(["NEGATIVE_AMOUNT input.costAmount"], await app.RefusedBenefitAsync(client, "GIFT", 1m, 5m, new { costAmount = -1m }));
        Assert.Equal(["BAD_INPUT input.offerCode"], await app.RefusedBenefitAsync(client, "GIFT", 1m, 5m, new { offerCode = "spring" }));
        Assert.Equal(["NOT_FOUND input.channelId"], await app.RefusedBenefitAsync(client, "GIFT", 1m, 5m, new { channelId = others }));
        Assert.Equal(["NO_EXCHANGE_RATE input.currency"], await app.RefusedBenefitAsync(client, "GIFT", 1m, 5m, new { currency = "SEK" }));
    }

    [Fact]
    public async Task A_file_brings_benefits_once_a_dry_run_none_and_a_changed_row_is_a_correction()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        var file =
            "client,external_reference,date,kind,people_count,amount,hours_saved,hourly_worth,currency,basis,cost_amount,channel,offer\n"
            + $"{client},1,2025-03-01,COUPON,100,500,,,USD,FACE_VALUE,50,{channel},SPRING\n{client},2,2025-03-02,TIME_SAVED,40,,20,15,USD,SURVEYED,,,\n"
            + $"{client},3,2025-03-03,LUCK,1,1,,,USD,STATED,,,\n{client},4,2025-03-03,GIFT,1,1,,,SEK,STATED,,,\n{client},5,2025-03-03,GIFT,1,,,,USD,STATED,,,\n";

        var tried = await app.ImportAsync(app.Alpha.StaffToken, "consumer-benefits?dryRun=true", file);
        var none = await ListAsync(client);
        var first = await app.ImportAsync(app.Alpha.StaffToken, "consumer-benefits", file);
        var again = await app.ImportAsync(app.Alpha.StaffToken, "consumer-benefits", file);
        var corrected = await app.ImportAsync(
            app.Alpha.StaffToken,
            "consumer-benefits",
            file.Replace(",500,", ",600,", StringComparison.Ordinal)
        );

        Assert.Equal((2, 0, 0, 3), tried.Counts());
        Assert.Empty(none);
        Assert.Equal(((2, 0, 0, 3), (0, 0, 2, 3), (0, 1, 1, 3)), (first.Counts(), again.Counts(), corrected.Counts()));
        Assert.Equal(["4 kind BAD_INPUT", "5 currency NO_EXCHANGE_RATE", "6 amount BAD_INPUT"], first.Errors());
        Assert.Equal(
            ["TIME_SAVED 40 1", "COUPON 100 2"],
            (await ListAsync(client)).Select(row => $"{row.Text("kind")} {row.GetProperty("peopleCount")} {row.Long("revision")}")
        );
    }

    [Fact]
    public async Task Benefits_are_found_by_what_is_said_of_them()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.BenefitAsync(client, "COUPON", 3m, 5m);
        await app.BenefitAsync(client, "GIFT", 2m, 5m, new { offerCode = "SPRING" });

        Assert.Equal(["GIFT"], await KindsAsync(new { offerCode = new { eq = "SPRING" } }));
        Assert.Equal(["COUPON"], await KindsAsync(new { kind = new { eq = "COUPON" } }));
        Assert.Empty(await KindsAsync(new { occurredOn = new { lt = "2025-03-10" } }));

        async Task<IEnumerable<string>> KindsAsync(object where) => (await ListAsync(client, where)).Select(row => row.Text("kind"));
    }

    [Fact]
    public async Task Another_agency_finds_neither_the_client_nor_the_benefit()
    {
        var client = await app.ClientAsync(app.Alpha);
        var benefit = await app.BenefitAsync(client, "COUPON", 3m, 5m);

        var seen = await app.SendAsync(app.Beta.StaffToken, "consumer-benefits/ConsumerBenefits", new { client, first = 5 });
        var refusal = await app.RefusalAsync(
            app.Beta.StaffToken,
            "consumer-benefits/RetractConsumerBenefit",
            new { id = benefit.Text("id"), version = 1 }
        );

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("client").ValueKind);
        Assert.Equal(["NOT_FOUND input.id"], refusal);
    }

    private async Task<JsonElement[]> ListAsync(string client, object? where = null) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "consumer-benefits/ConsumerBenefits",
                new
                {
                    client,
                    first = 20,
                    where,
                }
            )
        ).GetProperty("client").GetProperty("consumerBenefits").List("nodes");
}
