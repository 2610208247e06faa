using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Platform.Hosting;

public sealed class ListSettingsTests
{
    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("http://localhost:5173")]
    [InlineData("http://[::1]:5173")]
    public void An_origin_is_taken_as_browsers_send_it(string origin) =>
        Assert.Equal([origin], Settings("Cors:AllowedOrigins:0", origin).AllowedOrigins());

    [Theory]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com:443")]
    [InlineData("localhost:5173")]
    [InlineData("*")]
    public void What_no_browser_sends_is_refused(string text)
    {
        var refused = Assert.Throws<SettingException>(() => Settings("Cors:AllowedOrigins:0", text).AllowedOrigins());

        Assert.StartsWith($"Cors:AllowedOrigins: {text} is no origin", refused.Message);
    }

    [Fact]
    public void A_plain_value_is_no_list()
    {
        var refused = Assert.Throws<SettingException>(() => Settings("Proxies:Trusted", "10.0.0.1").List("Proxies:Trusted"));

        Assert.Contains("Proxies__Trusted__0", refused.Message);
    }

    [Fact]
    public void Nothing_set_is_an_empty_list() => Assert.Empty(Settings("Proxies:Trusted", "").List("Proxies:Trusted"));

    [Fact]
    public void Where_to_listen_is_an_address()
    {
        var refused = Assert.Throws<SettingException>(() => ListenAddresses.Checked("http://127.0.0.1:5080;127.0.0.1:5081"));

        Assert.Contains("127.0.0.1:5081", refused.Message);
    }

    [Fact]
    public void A_misspelt_word_of_a_connection_is_named()
    {
        var refused = Assert.Throws<SettingException>(() =>
            Settings("ConnectionStrings:App", "Hots=x;Password=secret").RequiredConnection("App")
        );

        Assert.Contains("ConnectionStrings:App", refused.Message);
        Assert.Contains("hots", refused.Message);
        Assert.DoesNotContain("secret", refused.Message);
    }

    private static IConfiguration Settings(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
