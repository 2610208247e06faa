namespace AgencyRoi.Tests.Portfolio.Channels;

public sealed class AddNetworkTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task An_addition_is_in_the_agencys_catalogue_and_in_no_other()
    {
        await app.DoAsync(app.Alpha.StaffToken, "channels/CreateNetwork", New("SHOP_WINDOW"));
        await app.DoAsync(app.Beta.StaffToken, "channels/CreateNetwork", New("SHOP_WINDOW"));
        await app.DoAsync(app.Beta.StaffToken, "channels/CreateNetwork", New("BETA_ONLY"));

        var networks = (await app.SendAsync(app.Alpha.OwnerToken, "channels/Networks")).GetProperty("networks").EnumerateArray().ToList();

        // The other test of this class adds to Alpha's catalogue as well, before or after.
        var own = networks.Where(network => network.GetProperty("isOwn").GetBoolean()).Select(network => network.Text("code")).ToList();
        Assert.Contains("SHOP_WINDOW", own);
        Assert.DoesNotContain("BETA_ONLY", own);
        Assert.Single(own, "SHOP_WINDOW");
        Assert.Contains(networks, network => network.Text("code") == "LINKEDIN" && !network.GetProperty("isOwn").GetBoolean());
        Assert.Equal(
            networks.Select(network => network.Text("code")).Order(StringComparer.Ordinal),
            networks.Select(network => network.Text("code"))
        );
    }

    [Fact]
    public async Task A_code_that_is_taken_or_malformed_is_refused()
    {
        await app.DoAsync(app.Alpha.StaffToken, "channels/CreateNetwork", New("TAKEN"));

        Assert.Equal(["ALREADY_EXISTS input.code"], await RefusedAsync("TAKEN"));
        Assert.Equal(["ALREADY_EXISTS input.code"], await RefusedAsync("LINKEDIN"));
        Assert.Equal(["BAD_INPUT input.code"], await RefusedAsync("linked in"));
        Assert.Equal(["BAD_INPUT input.code"], await RefusedAsync("TAKEN\n"));
    }

    private Task<string[]> RefusedAsync(string code) => app.RefusalAsync(app.Alpha.StaffToken, "channels/CreateNetwork", New(code));

    private static object New(string code) =>
        new
        {
            code,
            name = "Shop window",
            kind = "OTHER",
        };
}
