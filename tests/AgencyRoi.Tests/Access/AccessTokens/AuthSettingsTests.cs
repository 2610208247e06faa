using AgencyRoi.Access.AccessTokens;
using AgencyRoi.Platform.Database;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Access.AccessTokens;

public sealed class AuthSettingsTests
{
    [Theory]
    [InlineData("https://login.example.com/", "api")]
    [InlineData("https://login.example.com/tenants/7", "api")]
    [InlineData("http://127.0.0.1:5081", "api")]
    [InlineData("http://[::1]:5081", "api")]
    [InlineData("http://localhost:5081", "api")]
    [InlineData(null, null)]
    [InlineData("", " ")]
    public void Both_are_set_or_neither(string? authority, string? audience) =>
        Assert.Equal(audience is "api", Read(authority, audience).Audience is not null);

    [Theory]
    [InlineData("https://login.example.com", null, "Auth:Audience is not: set it")]
    [InlineData(null, "api", "Auth:Authority is not: set it")]
    [InlineData("http://login.example.com", "api", "https")]
    [InlineData("http://127.0.0.1.example.com", "api", "https")]
    [InlineData("login.example.com", "api", "https")]
    [InlineData("ftp://127.0.0.1", "api", "https")]
    [InlineData("https://login.example.com?tenant=7", "api", "without query")]
    [InlineData("https://ann:secret@login.example.com", "api", "https")]
    public void What_is_missing_or_unsafe_is_named(string? authority, string? audience, string message) =>
        Assert.Contains(message, Assert.Throws<SettingException>(() => Read(authority, audience)).Message);

    [Theory]
    [InlineData("0")]
    [InlineData("1441")]
    public void The_longest_life_is_of_minutes_up_to_a_day(string minutes) =>
        Assert.Throws<SettingException>(() => Read("https://login.example.com", "api", ("Auth:LongestTokenMinutes", minutes)));

    [Fact]
    public void An_empty_client_id_is_refused() =>
        Assert.Throws<SettingException>(() => Read("https://login.example.com", "api", ("Auth:ClientIds:0", " ")));

    private static AuthSettings Read(string? authority, string? audience, params (string Name, string Value)[] others)
    {
        var values = others.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        (values["Auth:Authority"], values["Auth:Audience"]) = (authority, audience);
        return AuthSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
