using System.Text.Json;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.TwoSidedValue;

/// <summary>
/// Both sides of March, calculated by hand. Consumers: 100 coupons of 5.00 on the page, which cost them 50.00 and 10 hours of 15.00; 40 people who saved 20 hours of 15.00 on the
/// blog, of whose cost nobody knows; 10 repairs of 20.00 for nothing, on no channel. The company paid 1,000.00 and sold for 2,500.00.
/// </summary>
public sealed class TwoSidedValueTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task The_consumers_have_a_return_of_their_own_beside_the_companys()
    {
        var (client, _, _) = await ClientAsync();

        var value = await app.TwoSidedAsync(client);

        // 500 + 300 + 200 = 1,000 of 150 people; cost 50 + 10 x 15 + 0 = 200 against 500 + 200 = 700: (700 - 200) x 100 / 200.
        Assert.Equal("3 150 1000 6.67 20 200 700 1 250", value.GetProperty("consumers").Card());
        var adjusted = value.GetProperty("company").GetProperty("adjusted");
        Assert.Equal((1500m, 150m), (adjusted.Amount("net"), adjusted.GetProperty("roiPercent").GetDecimal()));
        // 1,000 / (1,000 + 1,500)
        Assert.Equal("ADJUSTED 1500.00 0.4 ", Split(value));
        Assert.Equal("USD", value.Text("currencyCode"));
    }

    [Fact]
    public async Task Kinds_bases_and_channels_are_parts_of_the_same_worth()
    {
        var (client, page, blog) = await ClientAsync();

        var value = await app.TwoSidedAsync(client);

        Assert.Equal(
            [
                "COUPON 1 100 500 5 - 200 500 0 150",
                "TIME_SAVED 1 40 300 7.5 20 - - 1 NOT_MEASURED",
                "SERVICE 1 10 200 20 - 0 200 0 NO_COST",
            ],
            value.List("byKind").Select(kind => $"{kind.Text("kind")} {kind.GetProperty("figures").Card()}")
        );
        Assert.Equal(
            [("FACE_VALUE", 500m), ("SURVEYED", 300m), ("STATED", 200m)],
            value.List("byBasis").Select(basis => (basis.Text("basis"), basis.GetProperty("figures").Amount("worth")))
        );
        Assert.Equal(
            [(page, 500m), (blog, 300m), (null, 200m)],
            value
                .GetProperty("byChannel")
                .List("nodes")
                .Select(part =>
                    (
                        part.GetProperty("channel") is { ValueKind: JsonValueKind.Object } channel ? channel.Text("id") : null,
                        part.GetProperty("figures").Amount("worth")
                    )
                )
        );
    }

    [Fact]
    public async Task Parts_are_rounded_together_so_that_they_are_the_whole()
    {
        var client = await app.ClientAsync(app.Alpha);
        foreach (var kind in new[] { "COUPON", "CONTENT", "GIFT" })
            await app.BenefitAsync(client, kind, 1m, 0.335m);

        var value = await app.TwoSidedAsync(client);

        // 1.005 is shown as 1.01, of which each has 0.33 or 0.34.
        Assert.Equal(1.01m, value.GetProperty("consumers").Amount("worth"));
        Assert.Equal(1.01m, value.List("byKind").Sum(kind => kind.GetProperty("figures").Amount("worth")));
    }

    [Fact]
    public async Task No_return_moves_by_what_consumers_got()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.CostAsync(app.Alpha, NewCost(client, 50m, channelId: channel));
        var before = (await app.RoiAsync(app.Alpha, client)).ToString();

        await app.BenefitAsync(client, "COUPON", 100m, 1_000_000m, new { channelId = channel });

        Assert.Equal(before, (await app.RoiAsync(app.Alpha, client)).ToString());
        // The company lost 50, so that there is nothing on its side to share.
        Assert.Equal("ADJUSTED -50.00  NO_COMPANY_NET", Split(await app.TwoSidedAsync(client)));
    }

    [Fact]
    public async Task A_client_of_whom_nothing_was_recorded_has_reasons_and_no_zeros()
    {
        var client = await app.ClientAsync(app.Alpha);

        var value = await app.TwoSidedAsync(client);

        Assert.Equal("0 - - - - - - 0 NOT_MEASURED", value.GetProperty("consumers").Card());
        Assert.Equal("ADJUSTED 0.00  NO_BENEFITS", Split(value));
        Assert.Equal("NO_COST", value.GetProperty("company").GetProperty("adjusted").Text("undefinedReason"));
        Assert.Empty(value.List("byKind"));
        Assert.Empty(value.List("byBasis"));
        Assert.Empty(value.GetProperty("byChannel").List("nodes"));
    }

    [Fact]
    public async Task What_was_corrected_counts_as_it_is_now_and_what_was_taken_back_not_at_all()
    {
        var client = await app.ClientAsync(app.Alpha);
        var coupon = (await app.BenefitAsync(client, "COUPON", 10m, 50m)).Text("id");
        await app.BenefitAsync(client, "GIFT", 1m, 7m, new { occurredOn = "2025-04-01" });

        await app.DoAsync(
            app.Alpha.StaffToken,
            "consumer-benefits/CorrectConsumerBenefit",
            new
            {
                id = coupon,
                version = 1,
                amount = 80m,
                costAmount = 20m,
            }
        );
        Assert.Equal("1 10 80 8 - 20 80 0 300", (await app.TwoSidedAsync(client)).GetProperty("consumers").Card());

        await app.DoAsync(app.Alpha.StaffToken, "consumer-benefits/RetractConsumerBenefit", new { id = coupon, version = 2 });
        Assert.Equal("0 - - - - - - 0 NOT_MEASURED", (await app.TwoSidedAsync(client)).GetProperty("consumers").Card());
    }

    [Fact]
    public async Task Amounts_in_another_currency_are_converted_at_the_rate_of_their_day()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.10m, "2025-03-10");
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.20m, "2025-03-20");
        await app.BenefitAsync(client, "COUPON", 10m, 100m, new { currency = "EUR", costAmount = 50m });
        await app.BenefitAsync(client, "COUPON", 10m, 100m, new { currency = "EUR", occurredOn = "2025-03-20" });
        await app.BenefitAsync(client, "COUPON", 10m, 100m);

        // 110 + 120 + 100 = 330; the first cost 55: (110 - 55) x 100 / 55.
        Assert.Equal("3 30 330 11 - 55 110 2 100", (await app.TwoSidedAsync(client)).GetProperty("consumers").Card());
    }

    [Fact]
    public async Task A_benefit_that_lost_its_rate_by_another_currency_of_the_client_is_left_out_and_counted()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.BenefitAsync(client, "COUPON", 10m, 100m);
        await app.DoAsync(
            app.Alpha.StaffToken,
            "clients/UpdateClient",
            new
            {
                id = client,
                version = 1,
                currency = "SEK",
            }
        );

        var value = await app.TwoSidedAsync(client);

        Assert.Equal(1, value.Long("withoutRateCount"));
        Assert.Equal("0 - - - - - - 0 NOT_MEASURED", value.GetProperty("consumers").Card());
    }

    [Fact]
    public async Task The_split_is_of_the_total_that_is_asked_for()
    {
        var (client, _, _) = await ClientAsync();

        Assert.Equal("DIRECT 1500.00 0.4 ", Split(await app.TwoSidedAsync(client, "DIRECT")));
    }

    private async Task<(string Client, string Page, string Blog)> ClientAsync()
    {
        var client = await app.ClientAsync(app.Alpha);
        var (page, blog) = (await app.ChannelAsync(app.Alpha, client), await app.ChannelAsync(app.Alpha, client, "Blog"));
        await app.CostAsync(app.Alpha, NewCost(client, 1000m, channelId: page));
        await app.SaleAsync(app.Alpha, NewSale(client, 2500m, channelId: page));
        await app.BenefitAsync(
            client,
            "COUPON",
            100m,
            500m,
            new
            {
                channelId = page,
                costAmount = 50m,
                hoursSpent = 10m,
                hourlyWorth = 15m,
            }
        );
        await app.BenefitAsync(
            client,
            "TIME_SAVED",
            40m,
            null,
            new
            {
                channelId = blog,
                hoursSaved = 20m,
                hourlyWorth = 15m,
                basis = "SURVEYED",
            }
        );
        await app.BenefitAsync(client, "SERVICE", 10m, 200m, new { costAmount = 0m, basis = "STATED" });
        return (client, page, blog);
    }

    private static string Split(JsonElement value)
    {
        var split = value.GetProperty("split");
        return $"{split.Text("total")} {FormattableString.Invariant($"{split.Amount("companyNet"):0.00}")} {split.GetProperty("consumerShare")} {split.GetProperty("undefinedReason")}";
    }
}
