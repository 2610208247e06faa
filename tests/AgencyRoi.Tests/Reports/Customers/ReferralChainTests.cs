using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Reports.Customers;

/// <summary>A chain of referrals is shown as it was measured, beside what a constant K would have made of it.</summary>
public sealed class ReferralChainTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Header =
        "client,external_reference,date,currency,customer,referrer,lifetime_value,only_because_share,is_incentivised\n";

    [Fact]
    public async Task Each_generation_has_its_own_k()
    {
        var client = await app.ClientAsync(app.Alpha);
        var rows = new[] { ("a", "s1"), ("b", "s1"), ("c", "a"), ("d", "a"), ("e", "b"), ("s1", "s1") }.Select(
            (pair, number) => $"{client},{number},2025-03-10,USD,{pair.Item1},{pair.Item2},100,1,\n"
        );
        await app.ImportAsync(
            app.Alpha.StaffToken,
            "referrals",
            Header + string.Concat(rows) + $"{client},bought,2025-03-11,USD,f,a,100,1,true\n"
        );

        var chain = await ReadAsync(client, seeds: 4m);

        Assert.Equal(5L, chain.Long("referralCount"));
        // Four seeds brought two, two brought three, three brought nobody; at a K of one half four would make two and one.
        Assert.Equal(
            ["0 4 0.5 4", "1 2 1.5 2", "2 3 0 1"],
            chain
                .List("generations")
                .Select(each =>
                    string.Join(
                        ' ',
                        new[] { "number", "customerCount", "referralsPerCustomer", "customerCountAtConstantK" }.Select(name =>
                            each.GetProperty(name).GetDecimal().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
                )
        );
        Assert.Equal(7m, chain.GetProperty("customerCountAtConstantK").GetDecimal());
        Assert.Equal(
            ["INCENTIVISED 1", "SELF_REFERRAL 1"],
            chain.List("excluded").Select(each => $"{each.Text("reason")} {each.Long("referralCount")}")
        );
    }

    [Fact]
    public async Task Without_a_referral_there_is_no_chain()
    {
        var chain = await ReadAsync(await app.ClientAsync(app.Alpha));

        Assert.Equal(0L, chain.Long("referralCount"));
        Assert.Empty(chain.List("generations"));
    }

    private async Task<System.Text.Json.JsonElement> ReadAsync(string client, decimal seeds = 0m) =>
        (await app.SendAsync(app.Alpha.StaffToken, "customers/ReferralChain", new { client, seeds }))
            .GetProperty("client")
            .GetProperty("referralChain");
}
