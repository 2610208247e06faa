using System.Text.RegularExpressions;
using AgencyRoi.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Platform.Hosting;

public sealed partial class SettingNamesTests
{
    [Fact]
    public void The_readme_has_the_same_settings() =>
        Assert.Equal(
            SettingNames.BySection.SelectMany(section => section.Value, (section, name) => $"{section.Key}:{name}").Order(),
            Rows()
                .Matches(Repository.Read("README.md"))
                .SelectMany(row => Names().Matches(row.Value))
                .Select(name => name.Groups[1].Value)
                .Order()
        );

    [Theory]
    [InlineData("Auth:LongestTokenMinuts")]
    [InlineData("Throtling:Enabled")]
    [InlineData("ConnectionString:App")]
    public void A_misspelt_name_is_told(string name) => Assert.Equal([name], Unknown(name));

    [Theory]
    [InlineData("auth:authority")]
    [InlineData("Cors:AllowedOrigins:0")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections")]
    [InlineData("PATH")]
    public void Known_names_and_those_of_others_are_not(string name) => Assert.Empty(Unknown(name));

    private static IEnumerable<string> Unknown(string name) =>
        SettingNames.Unknown(new ConfigurationBuilder().AddInMemoryCollection([new(name, "x")]).Build());

    // The first column of the table.
    [GeneratedRegex(@"^\| `[A-Za-z]+:[^|]+\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([A-Za-z]+:[A-Za-z]+)`")]
    private static partial Regex Names();
}
